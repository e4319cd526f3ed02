#pragma once

#include <string>

#include "analysis/report/reported_results.h"

namespace stepdown {

/// The same by fifth of areas, from the least to the most deprived: always there, because an
/// average can hide who gains and who waits.
std::string fifth_section(const ReportedResults& results);

/// "Severe need is lower in all five fifths of areas under Tapered support".
std::string message_of_fifths(const Comparison& comparison);

}  // namespace stepdown
