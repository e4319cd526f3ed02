#pragma once

#include <span>
#include <string>
#include <vector>

#include "scenarios/scenario.h"

namespace stepdown {

/// Why the runs of these scenarios cannot be compared, in sentences; empty if they can. A
/// difference means something only in one place over one horizon: facts and calendar must be the
/// same.
std::vector<std::string> reasons_not_to_compare(std::span<const Scenario> scenarios);

}  // namespace stepdown
