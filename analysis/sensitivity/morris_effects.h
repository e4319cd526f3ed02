#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/sensitivity/estimate.h"
#include "analysis/sensitivity/morris_design.h"

namespace stepdown {

/// What moving one input over its whole range does to an outcome, going by steps of two thirds:
/// `mean` on average (Morris's mu), `size` without regard to its direction (mu*, Campolongo and
/// others 2007), `unevenness` how much it depends on where one stands (sigma). With replicates luck
/// is taken out of the last, `by_luck` is the size that luck alone would show, and `luck` the share
/// of the squared effects that luck accounts for.
struct MorrisEffect {
  Estimate size;
  Estimate mean;
  Estimate unevenness;
  double by_luck;  // NaN without replicates, as the next
  double luck;
  std::size_t missing = 0;  // steps of which one end has no value in some replicate

  /// That its size cannot be told from what luck shows.
  bool is_lost_in_luck() const { return size.low() <= by_luck; }
};

/// Of values at each evaluation, replicate after replicate, NaN where there is none. Effects are
/// means over replicates; scrambles are the independent blocks of the intervals.
std::vector<MorrisEffect> morris_effects(const MorrisDesign& design, std::span<const double> values,
                                         std::size_t replicates);

}  // namespace stepdown
