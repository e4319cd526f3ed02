#pragma once

#include <string>

#include "cli/exit_code.h"

namespace stepdown {

/// Prints how much of the plan in a folder has been run, by whichever shards, and what is missing.
/// Needs neither the scenarios nor the program that made the plan.
ExitCode show_status(const std::string& folder, bool json);

}  // namespace stepdown
