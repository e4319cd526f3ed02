#pragma once

#include <vector>

namespace stepdown {

/// What counts as 1 for each summary in a distance: its median absolute deviation over all that was
/// simulated (Prangle 2017). Where half of the simulations agree to the bit, the mean absolute
/// deviation takes its place, made equal to it for a normal distribution; a summary that never
/// moves tells nothing and gets an infinite scale.
std::vector<double> scales_of(const std::vector<const std::vector<double>*>& simulated);

/// Euclidean, each difference in the unit of its scale.
double distance_between(const std::vector<double>& simulated, const std::vector<double>& observed,
                        const std::vector<double>& scales);

}  // namespace stepdown
