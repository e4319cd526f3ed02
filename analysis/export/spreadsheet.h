#pragma once

#include <string>
#include <vector>

#include "analysis/export/joined_results.h"
#include "analysis/export/workbook.h"

namespace stepdown {

/// The sheets of a comparison, in their order: cover, contents and notes, and then a table each:
/// differences from the baseline, values, reporting years, official figures, settings, worlds of an
/// ensemble, and the codebook. `baseline` is one of the scenarios.
std::vector<Sheet> sheets_of(const JoinedResults& results, const std::string& baseline);

}  // namespace stepdown
