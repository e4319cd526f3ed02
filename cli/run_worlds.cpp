#include "cli/run_worlds.h"

namespace stepdown {

RunWorlds run_worlds(const Experiment& experiment, const WorldsToRun& worlds) {
  RunWorlds run{{}, {}, worlds.fitted_by};
  for (std::size_t draw = 0; draw < worlds.draws.size(); ++draw) {
    run.compared.push_back({worlds.draws[draw].name, *experiment.comparison(draw)});
  }
  if (!worlds.fitted_by.empty()) {
    run.splits = experiment.splits();
  }
  return run;
}

std::string in_words(const RunWorlds& run, const Scenario& first) {
  const std::string worlds = std::to_string(run.compared.size()) + " worlds";
  const std::string& place = first.place_title();
  return run.fitted_by.empty()
             ? worlds
             : worlds + " that fit " + (place.empty() ? "the authority" : place) + "'s own figures";
}

}  // namespace stepdown
