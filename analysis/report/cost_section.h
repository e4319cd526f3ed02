#pragma once

#include <string>

#include "analysis/report/reported_results.h"

namespace stepdown {

/// What each plan costs against what it does to severe need, run by run.
std::string cost_section(const ReportedResults& results);

}  // namespace stepdown
