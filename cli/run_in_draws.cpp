#include "cli/run_in_draws.h"

#include <iostream>
#include <string>
#include <vector>

#include "analysis/honest_use.h"
#include "analysis/text_layout.h"
#include "analysis/worlds_table.h"
#include "cli/run_worlds.h"
#include "cli/worlds_json.h"

namespace stepdown {
namespace {

constexpr const char* how_to_read =
    "luck: how wide the range is in which nine of ten runs of one world lie; not knowing: the same "
    "from world to world; share not known: the part of the variance that more runs will not "
    "reduce.";

void print(const Experiment& experiment, const ExperimentOptions& options, const RunWorlds& run,
           const std::vector<Scenario>& scenarios) {
  const HorizonParameters& horizon = scenarios.front().from_day_0().horizon;
  std::cout << scenarios.front().place_title() << ", " << horizon.years << " years from 1 April "
            << horizon.start_year << '\n'
            << in_words(run, scenarios.front()) << ", " << options.runs << " runs in each, seed "
            << options.seed << '\n'
            << honest_use_first_sentence()
            << " (`stepdown --version` says what this may be used for)\n";
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    std::cout << '\n'
              << scenarios[s].title() << " (" << scenarios[s].name() << ")\n"
              << worlds_table(run.compared, run.splits, s, options.shown());
    const std::string official = official_worlds_table(run.compared, s, scenarios[s].observed());
    if (!official.empty()) {
      std::cout << "\nOfficial figures beside the means of the worlds over the horizon\n"
                << official;
    }
  }
  std::cout << '\n' << wrapped(how_to_read);
  experiment.print_files(std::cout);
}

}  // namespace

ExitCode show_run_in_draws(const Experiment& experiment, const ExperimentOptions& options,
                           const WorldsToRun& worlds) {
  if (!experiment.is_complete()) {
    return experiment.conclude();
  }
  const RunWorlds run = run_worlds(experiment, worlds);
  const std::vector<Scenario>& scenarios = worlds.draws.front().scenarios;
  if (options.json) {
    std::cout << run_worlds_json(run, options, scenarios.front());
  } else {
    print(experiment, options, run, scenarios);
  }
  return experiment.conclude();
}

}  // namespace stepdown
