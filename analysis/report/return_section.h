#pragma once

#include <string>

#include "analysis/report/reported_results.h"

namespace stepdown {

/// How many come back to services after their case was closed, by months since and by how it was
/// closed, with the families who are still followed below the axis.
std::string return_section(const ReportedResults& results);

}  // namespace stepdown
