#pragma once

#include <string>

#include "analysis/report/reported_results.h"

namespace stepdown {

/// Need, waiting lists, caseload and cases without a worker over the years: the middle of the
/// runs, the bands where most lie, a dozen single runs, and the peak of each run, which the bands
/// hide.
std::string time_section(const ReportedResults& results);

}  // namespace stepdown
