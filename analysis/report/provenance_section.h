#pragma once

#include <string>

#include "analysis/report/reported_results.h"

namespace stepdown {

/// How to make the same again: version, seed, command, the settings of every plan; and what can be
/// saved from the page.
std::string provenance_section(const ReportedResults& results);

}  // namespace stepdown
