#pragma once

#include <optional>

#include "scenarios/scenario_error.h"

namespace stepdown {

/// A message of that fault, made by the program itself from a small mistake; nothing for faults
/// that a file or a line alone cannot bring about, such as a full disk.
std::optional<Problem> example_of(Fault fault);

}  // namespace stepdown
