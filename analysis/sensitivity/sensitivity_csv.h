#pragma once

#include <cstdint>
#include <string>

#include "analysis/sensitivity/sensitivity_results.h"

namespace stepdown {

/// Whether a table has the shares month by month, which are most of its lines.
enum class Months : std::uint8_t { told, left_out };

/// Every number that a study found, one a line: measure, scenario, baseline of a difference, month
/// (empty over the horizon), factor (`luck`, or two with an `x` between them), index, value, and
/// its 95% interval; numbers so that reading gives them back exactly.
std::string sensitivity_csv(const SensitivityResults& results, Months months = Months::told);

}  // namespace stepdown
