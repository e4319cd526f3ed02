#pragma once

#include <optional>
#include <span>
#include <vector>

namespace stepdown {

/// What a scenario has cost beyond the baseline by the end of each full year, given the
/// differences month by month.
std::vector<double> cumulative_by_year(std::span<const double> monthly);

/// The first year, counted from 1, from whose end on the cumulative cost stays below the
/// baseline's; nothing if it is not below at the end of the horizon.
std::optional<int> payback_year(std::span<const double> monthly);

}  // namespace stepdown
