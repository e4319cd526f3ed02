#pragma once

#include <vector>

#include "calibration/abc/population.h"

namespace stepdown {

/// A population moved to where it would be had each point's summaries been those observed, and
/// whether it was moved: too few points for so many summaries are left as they are.
struct Adjusted : WeightedPoints {
  bool is_moved = false;
};

/// Adjusts by a local-linear regression of the points on their summaries (Beaumont, Zhang and
/// Balding 2002): each point becomes what the regression says for the observed summaries, and its
/// own residual. Nearer points count for more, by Epanechnikov's kernel over the tolerance. A
/// residual that the point's own pull on the regression made smaller is given back its length, so
/// that few points and many summaries do not make the spread too narrow.
Adjusted adjusted(const Population& population, const std::vector<double>& observed);

}  // namespace stepdown
