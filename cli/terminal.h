#pragma once

#include <string>

#include "scenarios/scenario_error.h"

namespace stepdown {

/// Whether stderr is looked at by a person on a terminal, one that can change a line in place.
bool stderr_is_a_terminal();

/// How errors are shown: in colour on a terminal unless NO_COLOR is set; `wish` is "auto", "always"
/// or "never" as after `--color`.
Colour colour_of_errors(const std::string& wish);

}  // namespace stepdown
