#pragma once

#include "cli/exit_code.h"
#include "cli/experiment.h"

namespace stepdown {

/// Makes the same comparison in every world of the ensemble that was asked for, each world a draw
/// of one results file, and prints what holds in all of them.
ExitCode compare_in_ensemble(const ExperimentOptions& options);

/// The same in every draw of values that fit an authority's own figures, with how much of the
/// uncertainty is luck and how much not knowing.
ExitCode compare_in_draws(const ExperimentOptions& options);

}  // namespace stepdown
