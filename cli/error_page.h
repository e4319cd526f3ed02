#pragma once

#include <string>

#include "scenarios/fault_words.h"

namespace stepdown {

/// What a fault is, why, how it is mended, and a message of it; several lines for a terminal.
std::string error_in_words(const FaultWords& fault);
std::string error_json(const FaultWords& fault);

/// docs/errors.md: every code there is.
std::string errors_markdown();
std::string errors_json();

}  // namespace stepdown
