#pragma once

#include <string>

#include "analysis/report/reported_results.h"

namespace stepdown {

/// Where children go from year to year between the tiers of help, in slices of time, and the
/// matrix of all moves. A tier can be left and come back to, so that one picture of all flows would
/// go in circles.
std::string flow_section(const ReportedResults& results);

}  // namespace stepdown
