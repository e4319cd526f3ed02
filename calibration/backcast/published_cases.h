#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "calibration/backcast/backcast.h"
#include "calibration/dfe/dfe_panel.h"

namespace stepdown {

/// Cases of the Department's published figures: of authorities with at least 500 referrals in the
/// last year known, with figures in each of the years after, so many of them as are asked for,
/// drawn by the seed. Facts are those of the last year known; nothing later is looked at but the
/// figures to be told.
std::vector<BackcastCase> published_cases(const DfePanel& panel, const ModelParameters& base,
                                          int last_year, int years_after, std::size_t count,
                                          std::uint64_t seed);

/// How many authorities there are to draw from.
std::size_t authorities_to_draw(const DfePanel& panel, int last_year, int years_after);

}  // namespace stepdown
