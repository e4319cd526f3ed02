#pragma once

#include <string>

#include "cli/exit_code.h"
#include "cli/experiment.h"

namespace stepdown {

/// Makes the same comparison in every world of an ensemble (that of a folder, or the one built into
/// the program where `folder` is empty) and prints what holds in all of them.
ExitCode compare_in_ensemble(const ExperimentOptions& options, const std::string& folder);

}  // namespace stepdown
