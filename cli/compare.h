#pragma once

#include <vector>

#include "cli/exit_code.h"
#include "cli/experiment.h"
#include "scenarios/scenario.h"

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown compare BASE SCENARIO...`: answers and paired differences from the first scenario.
void add_compare(CLI::App& app, Request& request);

/// Prints what differs from the first scenario in runs of one world, as `compare` does.
ExitCode compare_scenarios(const Experiment& experiment, const ExperimentOptions& options,
                           const std::vector<Scenario>& scenarios);

/// Runs the scenarios and prints what differs from the first, as `compare` does; `verb` is what was
/// typed.
ExitCode compare_scenarios(const std::string& verb, const ExperimentOptions& options,
                           const std::vector<Scenario>& scenarios);

}  // namespace stepdown
