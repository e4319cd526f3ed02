#pragma once

#include <string>

#include "analysis/report/reported_results.h"

namespace stepdown {

/// How much of the uncertainty is luck, which an authority will have too, and how much is not
/// knowing which of the worlds is true. Nothing where one world was run.
std::string luck_section(const ReportedResults& results);

}  // namespace stepdown
