#include "cli/study_work.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <system_error>

#include "analysis/answer.h"
#include "analysis/comparability.h"
#include "analysis/program_digest.h"
#include "analysis/study/study_shard.h"
#include "cli/command_line.h"
#include "cli/experiment_command.h"
#include "cli/interrupt.h"
#include "cli/scenario_warnings.h"
#include "cli/shell_words.h"
#include "cli/work_progress.h"

namespace stepdown {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t failures_told = 10;

bool is_laboratory(const Scenario& scenario) {
  return scenario.from_day_0().laboratory.system != Laboratory::off;
}

/// The command that repeats a run alone, with the point's values on top.
std::string command_of_failed(const OpenedPlan& opened, std::size_t point,
                              const FailedRun& failed) {
  const StudyPlan& plan = opened.plan;
  ExperimentOptions options;
  options.selection = plan.selection;
  options.seed = static_cast<long long>(plan.seed);
  for (std::size_t i = 0; i < plan.varied.size(); ++i) {
    options.selection.settings.push_back(plan.varied[i].name() + '=' +
                                         plan.varied[i].written(plan.points[point].values[i]));
  }
  std::vector<std::string> names;
  std::ranges::transform(opened.scenarios, std::back_inserter(names), &Scenario::name);
  Draw draw{name_of_base_draw, {}};
  if (plan.selection.member) {
    draw.asked_with = option_of_member(*plan.selection.member);
  } else if (plan.selection.fit) {
    draw.asked_with = option_of_fit(*plan.selection.fit);
  }
  return command_of_run(options, names, failed, draw);
}

/// Tells of the first runs that failed, and how many more there were.
class Failures {
 public:
  explicit Failures(const OpenedPlan& opened) : opened_(opened) {}

  void note(std::size_t number, const MadeRun& made) {
    for (const FailedRun& failed : made.failed) {
      if (++count_ <= failures_told) {
        told_.push_back(problem(number / opened_.plan.runs, number % opened_.plan.runs, failed));
      }
    }
  }

  void tell() const {
    std::cerr << written(told_);
    if (count_ > failures_told) {
      std::cerr << "and " << count_ - failures_told << " more failed runs\n";
    }
  }

  bool any() const { return count_ > 0; }

 private:
  Problem problem(std::size_t point, std::size_t run, const FailedRun& failed) const {
    Problem made;
    made.fault = Fault::failed_run;
    made.message = "run " + std::to_string(run) + " at point " + std::to_string(point) + " of " +
                   failed.scenario + " failed: " + failed.message;
    made.suggestion = "this repeats it alone: " + command_of_failed(opened_, point, failed);
    return made;
  }

  const OpenedPlan& opened_;
  std::size_t count_ = 0;
  std::vector<Problem> told_;
};

void refuse_where_another_is_at_work(const std::system_error& error, const fs::path& folder,
                                     Shard shard) {
  if (error.code() == std::errc::device_or_resource_busy) {
    throw DataError(Fault::not_readable_or_writable,
                    "another stepdown makes shard " + shard.text() + " of " + folder.string(),
                    "wait until it has ended, or make another part: stepdown sweep run " +
                        shell_word(folder.string()) + " --shard K/N");
  }
}

void refuse_what_is_set_too(std::span<const Varied> varied, const ScenarioSelection& selection) {
  for (const std::string& setting : selection.settings) {
    for (const Varied& each : varied) {
      if (setting.starts_with(each.name()) &&
          setting.find_first_not_of(" \t", each.name().size()) == setting.find('=')) {
        throw UsageError("`--set " + setting + "` sets what is varied",
                         "leave --set or --vary of " + each.name() + " out");
      }
    }
  }
}

}  // namespace

PlanOrigin origin_of(const std::vector<Scenario>& scenarios) {
  return {STEPDOWN_VERSION, digest_with_program({}), digest_of_scenarios(scenarios)};
}

void begin_plan(const StudyPlan& plan, const fs::path& folder) {
  if (!fs::exists(plan_file(folder))) {
    write_study_plan(plan, folder);
    return;
  }
  if (inputs_of(read_study_plan(folder)) != inputs_of(plan)) {
    throw DataError(Fault::already_there, "`" + folder.string() + "` has another plan in it",
                    "name another folder with --out, or take that one away");
  }
}

OpenedPlan opened_plan(const fs::path& folder) {
  OpenedPlan opened{folder, read_study_plan(folder), {}};
  opened.scenarios = scenarios_of(opened.plan, folder);
  expect_origin(opened.plan, origin_of(opened.scenarios));
  return opened;
}

ExitCode run_what_is_missing(const OpenedPlan& opened, Shard shard, const WorkOptions& options,
                             const std::string& again) {
  const StudyPlan& plan = opened.plan;
  const RunStretch range = shard.range(plan.runs_in_all());
  const Study study = study_of(plan, opened.scenarios);
  WorkProgress progress(progress_style(options.progress), std::cerr, "runs", width_of_stderr());
  Failures failures(opened);
  // Every saved run stays, however the work ends.
  const Interrupt interrupt({shard.journal(opened.folder), opened.folder, false}, true);
  const StudyRuns known(opened.folder, plan);
  const std::size_t before = known.saved_in(range);
  std::size_t done = before;
  progress.tell("running", done, range.size());
  const auto note = [&](std::size_t number, const MadeRun& made) {
    failures.note(number, made);
    progress.tell("running", ++done, range.size());
  };
  ShardReport report;
  try {
    report = run_shard(study, plan, opened.folder, shard, known, options.thread_count(), note,
                       interrupt.asked_to_stop());
  } catch (const std::system_error& error) {
    refuse_where_another_is_at_work(error, opened.folder, shard);
    throw;
  }
  failures.tell();
  if (report.stopped) {
    std::cerr << "stopped: " << before + report.made << " of " << range.size()
              << " runs are complete and saved in " << opened.folder.string()
              << "\n  = this goes on from there: " << again << '\n';
    return ExitCode::interrupted;
  }
  return failures.any() ? ExitCode::failed_runs : ExitCode::ok;
}

std::vector<std::string> measures_asked_for(const std::vector<std::string>& named,
                                            const Scenario& first) {
  std::vector<std::string> names;
  for (const std::string& name : named) {
    if (std::ranges::find(names, name) == names.end()) {
      names.push_back(name);
    }
  }
  if (!names.empty()) {
    return names;
  }
  if (first.from_day_0().laboratory.system == Laboratory::off) {
    for (const std::string_view name : answered_measures()) {
      names.emplace_back(name);
    }
    return names;
  }
  for (const Measure& measure : run_measures()) {
    if (measure.group == MeasureGroup::laboratory) {
      names.emplace_back(measure.name);
    }
  }
  return names;
}

void expect_one_calendar(const std::vector<Scenario>& scenarios) {
  const Scenario& first = scenarios.front();
  for (const Scenario& scenario : scenarios) {
    const HorizonParameters& horizon = scenario.from_day_0().horizon;
    if (horizon.start_year != first.from_day_0().horizon.start_year ||
        horizon.years != first.from_day_0().horizon.years ||
        is_laboratory(scenario) != is_laboratory(first)) {
      throw NotComparable(
          "these scenarios cannot be studied together",
          {"their horizons differ, or only some are of the laboratory: study them one by one"});
    }
  }
}

void look_at_what_is_varied(std::span<const Varied> varied, std::span<const Scenario> scenarios,
                            const ScenarioSelection& selection) {
  refuse_what_is_set_too(varied, selection);
  tell_warnings(scenarios, selection, varied);
  for (const auto& notes :
       {ranges_beside(varied, scenarios), decisions_overwritten(varied, scenarios)}) {
    for (const std::string& note : notes) {
      std::cerr << "note: " << note << '\n';
    }
  }
}

std::string in_words(RunStretch stretch, const StudyPlan& plan) {
  const auto from_to = [](const char* what, std::size_t first, std::size_t last) {
    return first == last
               ? std::string(what) + ' ' + std::to_string(first)
               : std::string(what) + "s " + std::to_string(first) + " to " + std::to_string(last);
  };
  return from_to("run", stretch.first, stretch.end - 1) + " (" +
         from_to("point", stretch.first / plan.runs, (stretch.end - 1) / plan.runs) + ')';
}

}  // namespace stepdown
