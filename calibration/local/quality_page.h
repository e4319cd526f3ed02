#pragma once

#include <string>
#include <vector>

#include "calibration/local/local_figures.h"
#include "calibration/local/local_import.h"
#include "calibration/local/local_tables.h"

namespace stepdown {

/// One HTML page on local records: what was read and rejected and why, which months they cover,
/// what they show, how soon children were referred again, and what was not told. It holds counts
/// and nothing that is small.
std::string quality_page(const LocalImport& import, const std::vector<LocalMeasure>& measures,
                         const std::vector<ReturnRow>& returns, const SmallNumbers& small);

}  // namespace stepdown
