#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "analysis/provenance.h"
#include "analysis/study/study.h"
#include "scenarios/scenario.h"

namespace stepdown {

/// What results of a study depend on beside its plan: a plan made with others is refused.
struct PlanOrigin {
  std::string version;
  std::string program;    // digest of the program's own bytes
  std::string scenarios;  // digest of the scenarios as they were resolved
  bool operator==(const PlanOrigin&) const = default;
};

/// All that has to be known to run a study, in shards and on several machines: it is written into a
/// folder as plan.toml, and its points as points.csv.
struct StudyPlan {
  std::string verb;     // whose plan it is: "sweep"
  std::string design;   // how the points were chosen, in a word of that verb: "sobol"
  std::string command;  // that makes it again, without what results do not depend on
  ScenarioSelection selection;
  std::string planned_in;  // the folder in which paths were typed, seen from the plan's own
  std::vector<Varied> varied;
  std::vector<std::string> measures;
  std::uint32_t runs = 1;  // at each point
  std::uint64_t seed = 1;
  std::vector<StudyPoint> points;
  std::map<std::string, std::string> facts = {};  // what else the verb has to remember
  PlanOrigin origin = {};

  /// Of all points together.
  std::size_t runs_in_all() const { return points.size() * runs; }
};

/// The files of a plan in its folder.
std::filesystem::path plan_file(const std::filesystem::path& folder);
std::filesystem::path points_file(const std::filesystem::path& folder);

/// The plan as text, without its points: TOML.
std::string plan_text(const StudyPlan& plan);
/// The points as comma-separated values, each number so that reading gives it back exactly.
std::string points_text(const StudyPlan& plan);

/// The digest of all on which the runs of the plan depend: equal digests mean equal runs under
/// equal numbers. One line, for journals.
std::string inputs_of(const StudyPlan& plan);

/// Writes both files, the plan last; errors are std::system_error.
void write_study_plan(const StudyPlan& plan, const std::filesystem::path& folder);

/// Reads them back. A folder without a plan, or a damaged one, is UnusableResults.
StudyPlan read_study_plan(const std::filesystem::path& folder);

/// `planned_in` of a plan that is made in the working directory for that folder.
std::string planned_here(const std::filesystem::path& folder);

/// The digest of what scenarios resolve to, for the plan's origin.
std::string digest_of_scenarios(const std::vector<Scenario>& scenarios);

/// The scenarios of a plan, read again from wherever they were when it was made. Throws
/// ScenarioErrors where they cannot be read.
std::vector<Scenario> scenarios_of(const StudyPlan& plan, const std::filesystem::path& folder);

/// Throws NotComparable, saying what to do, where the scenarios or the program are other than when
/// the plan was made.
void expect_origin(const StudyPlan& plan, const PlanOrigin& now);

/// The study itself.
Study study_of(const StudyPlan& plan, const std::vector<Scenario>& scenarios);

}  // namespace stepdown
