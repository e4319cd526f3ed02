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

/// Which draws of a posterior to run in.
struct DrawsOptions {
  std::string file;    // empty: none
  long long use = 0;   // how many of them, evenly spaced; 0: all, up to 100
  long long draw = 0;  // the number of one alone; 0: several
};

/// Whether anything was said of draws.
bool asks_for_draws(const DrawsOptions& draws);

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
  DrawsOptions draws;
  bool runs_given = false;         // rather than as many as the verb takes where nobody says
  std::vector<std::string> until;  // how near means are to be known; `runs` is then the most

  ExperimentOptions();

  /// The groups of measures that tables show.
  std::vector<MeasureGroup> shown() const;
};

/// The same for an ensemble or a file of draws: fewer runs in each world, if nobody said how many.
ExperimentOptions with_runs_in_each_world(ExperimentOptions options);

/// The same where a precision is asked for: more runs at most, if nobody said how many.
ExperimentOptions with_runs_until(ExperimentOptions options);

/// `--until`, on the verbs that can stop by themselves.
void add_until_option(CLI::App& verb, ExperimentOptions& options);

/// The options of these verbs other than those of `add_scenario_options`.
void add_experiment_options(CLI::App& verb, ExperimentOptions& options);

}  // namespace stepdown
