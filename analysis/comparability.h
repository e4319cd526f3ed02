#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/outcome_file.h"
#include "scenarios/scenario.h"

namespace stepdown {

/// Why the runs of these scenarios cannot be compared, in sentences; empty if they can. A
/// difference means something only in one place over one horizon: facts and calendar must be the
/// same.
std::vector<std::string> reasons_not_to_compare(std::span<const Scenario> scenarios);

/// Why the runs of two results files cannot stand side by side, in sentences; empty if they can:
/// place, horizon, luck, worlds and program must be the same, and what has one name must be one.
std::vector<std::string> reasons_not_to_compare(const OutcomeFile& a, const OutcomeFile& b);

}  // namespace stepdown
