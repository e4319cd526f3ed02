#pragma once

#include <string>

#include "cli/experiment_options.h"
#include "cli/run_worlds.h"
#include "scenarios/scenario.h"

namespace stepdown {

/// What `compare` prints of several worlds, as JSON text. A number that does not exist is null.
std::string compare_worlds_json(const RunWorlds& run, const ExperimentOptions& options);

/// What `run` prints of them: values of each scenario with luck and not knowing apart, the mean in
/// each world, and the official figures of the place. `first` is the first scenario.
std::string run_worlds_json(const RunWorlds& run, const ExperimentOptions& options,
                            const Scenario& first);

}  // namespace stepdown
