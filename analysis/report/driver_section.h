#pragma once

#include <string>

#include "analysis/report/reported_results.h"

namespace stepdown {

/// Which of the uncertain numbers the answer hangs on. Where one world was run, that cannot be
/// seen, and the section says how to see it.
std::string driver_section(const ReportedResults& results);

}  // namespace stepdown
