#pragma once

#include <string>

#include "analysis/report/reported_results.h"

namespace stepdown {

/// How the answer was made, item by item of STRESS-DES, the checklist for reports of discrete-event
/// simulations (Monks and others, Journal of Simulation 13, 2019).
std::string method_section(const ReportedResults& results);

}  // namespace stepdown
