#pragma once

#include <string>
#include <vector>

#include "analysis/export/joined_results.h"
#include "analysis/export/workbook.h"

namespace stepdown {

/// Differences from the baseline, values of the horizon, values of reporting years, and simulated
/// beside official figures: a table each.
std::vector<Sheet> comparison_sheets(const JoinedResults& results, const std::string& baseline);

}  // namespace stepdown
