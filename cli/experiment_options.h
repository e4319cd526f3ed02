#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/measure_group.h"
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
  std::string out;    // folder of the results; empty: one named by a digest of all inputs
  bool print_only = false;
  std::string progress = "auto";
  bool json = false;
  std::vector<std::string> by;  // what tables are to show in parts too
  bool all = false;             // everything in parts

  // The folder of the ensemble's members, empty for those built in; nothing: one world alone.
  std::optional<std::string> ensemble;

  ExperimentOptions();

  /// The groups of measures that tables show.
  std::vector<MeasureGroup> shown() const;
};

/// The options of these verbs other than those of `add_scenario_options`.
void add_experiment_options(CLI::App& verb, ExperimentOptions& options);

}  // namespace stepdown
