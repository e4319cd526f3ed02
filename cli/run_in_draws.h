#pragma once

#include "cli/exit_code.h"
#include "cli/experiment.h"
#include "cli/posterior_worlds.h"

namespace stepdown {

/// Prints what happens under each scenario in draws that fit an authority's own figures: how much
/// of the uncertainty is luck and how much not knowing, and the official figures beside.
ExitCode show_run_in_draws(const Experiment& experiment, const ExperimentOptions& options,
                           const WorldsToRun& worlds);

}  // namespace stepdown
