#pragma once

#include <atomic>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/comparison.h"
#include "analysis/measure_group.h"
#include "cli/exit_code.h"
#include "model/outcomes/outcomes.h"
#include "scenarios/ensemble.h"
#include "scenarios/scenario.h"

namespace CLI {
class App;
}

namespace stepdown {

/// What a person asks of the verbs that run scenarios.
struct ExperimentOptions {
  ScenarioSelection selection;
  long long runs = 100;
  long long seed = 1;
  long long first_run = 0;
  long long threads;  // by default as many as there are processors
  std::string out;    // folder of results.h5 and summary.csv; empty: only print
  std::string progress = "auto";
  bool json = false;
  std::vector<std::string> by;  // what tables are to show in parts too
  bool all = false;             // everything in parts

  ExperimentOptions();

  /// The groups of measures that tables show.
  std::vector<MeasureGroup> shown() const;
};

/// The options of these verbs other than those of `add_scenario_options`.
void add_experiment_options(CLI::App& verb, ExperimentOptions& options);

/// Scenarios that have been run: the results file, and how the runs ended.
class Experiment {
 public:
  /// Runs the scenarios and writes the results into the folder asked for, or into a temporary one.
  /// `verb` is what was typed. Errors of writing are std::system_error.
  Experiment(std::string verb, const ExperimentOptions& options,
             const std::vector<Scenario>& scenarios,
             const DayZeroMaker& make_world = model_worlds());

  std::size_t runs() const { return report_.runs; }
  const std::vector<FailedRun>& failed() const { return report_.failed; }
  /// What there is to read; empty without --out.
  const std::vector<std::filesystem::path>& files() const { return files_; }
  /// Of the run measures that were stored, in the order in which the scenarios were named.
  const std::optional<Comparison>& comparison() const { return comparison_; }

  /// Says on stderr which runs failed or are missing, and gives the exit code of that.
  ExitCode conclude() const;

 private:
  void run(const std::vector<Scenario>& scenarios, const DayZeroMaker& make_world,
           const std::filesystem::path& folder, bool is_temporary);
  EnsembleReport run_with_progress(const std::vector<Scenario>& scenarios,
                                   const DayZeroMaker& make_world, OutcomeSink& sink,
                                   const std::atomic<bool>& stop) const;
  std::string canonical_command(const std::vector<Scenario>& scenarios) const;
  std::string command_of_run(const FailedRun& failed) const;

  std::string verb_;
  ExperimentOptions options_;
  std::vector<std::string> names_;
  EnsembleReport report_;
  std::vector<std::filesystem::path> files_;
  std::optional<Comparison> comparison_;  // nothing if not one run is complete
};

}  // namespace stepdown
