#pragma once

#include <vector>

#include "analysis/export/joined_results.h"
#include "analysis/export/workbook.h"

namespace stepdown {

/// What the scenarios are: a table of their settings, and of an ensemble one of what differs from
/// world to world.
std::vector<Sheet> setting_sheets(const JoinedResults& results);

}  // namespace stepdown
