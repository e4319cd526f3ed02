#pragma once

#include <string>

#include "analysis/report/reported_results.h"

namespace stepdown {

/// What changes: a picture of the differences that decide, and every measure's paired difference
/// for each plan.
std::string difference_section(const ReportedResults& results);

}  // namespace stepdown
