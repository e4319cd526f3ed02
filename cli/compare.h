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

/// Runs the scenarios and prints what differs from the first, as `compare` does; `verb` is what was
/// typed.
ExitCode compare_scenarios(const std::string& verb, const ExperimentOptions& options,
                           const std::vector<Scenario>& scenarios);

}  // namespace stepdown
