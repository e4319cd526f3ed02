#pragma once

#include "analysis/report/html.h"
#include "analysis/report/reported_results.h"

namespace stepdown {

/// The settings in which the plans differ, as scenario files write them; empty for equal plans.
HtmlTable plan_difference_table(const ReportedResults& results);

}  // namespace stepdown
