#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "analysis/study/study_plan.h"
#include "analysis/study/study_runs.h"
#include "cli/exit_code.h"
#include "cli/work_options.h"

namespace stepdown {

/// What any verb does with the plan of a study: put it into a folder, run it or a part of it, and
/// say how that ended.

/// A plan that was asked for, and its scenarios.
struct PlanToRun {
  StudyPlan plan;
  std::vector<Scenario> scenarios;
};

/// The program and the scenarios as they are now, for a plan's origin.
PlanOrigin origin_of(const std::vector<Scenario>& scenarios);

/// Writes the plan into the folder. A folder with the same plan is left as it is, with its runs;
/// one with another plan is a DataError.
void begin_plan(const StudyPlan& plan, const std::filesystem::path& folder);

/// A plan that was read from its folder, with its scenarios, both as when it was made.
struct OpenedPlan {
  std::filesystem::path folder;
  StudyPlan plan;
  std::vector<Scenario> scenarios;
};

/// Reads the plan in a folder and its scenarios; NotComparable where they, or the program, have
/// changed since.
OpenedPlan opened_plan(const std::filesystem::path& folder);

/// Makes what is missing of a shard, telling progress. `again` is the command that goes on after an
/// interruption. Ends in `ok`, in `failed_runs` where a run made now failed, or in `interrupted`.
ExitCode run_what_is_missing(const OpenedPlan& opened, Shard shard, const WorkOptions& options,
                             const std::string& again);

/// The measures that were named, each once; without a word on it, what a comparison would speak of;
/// of a textbook system all it has.
std::vector<std::string> measures_asked_for(const std::vector<std::string>& named,
                                            const Scenario& first);

/// The horizon of results is one: NotComparable where the scenarios have several, or only some are
/// of the laboratory.
void expect_one_calendar(const std::vector<Scenario>& scenarios);

/// Says on stderr, before points are run, in which ranges none of the scenarios stands by itself,
/// which decisions the points overwrite, and what to look at in the scenarios. Throws UsageError
/// where a setting is both set and varied.
void look_at_what_is_varied(std::span<const Varied> varied, std::span<const Scenario> scenarios,
                            const ScenarioSelection& selection);

/// "runs 100 to 149 (points 50 to 74)"
std::string in_words(RunStretch stretch, const StudyPlan& plan);

}  // namespace stepdown
