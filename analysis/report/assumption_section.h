#pragma once

#include <string>

#include "analysis/report/reported_results.h"

namespace stepdown {

/// What the answer rests on: how near the base is to the place's official figures, what the plans
/// change, the facts of the place, every uncertain number with its range and source, and the
/// evidence that these name.
std::string assumption_section(const ReportedResults& results);

}  // namespace stepdown
