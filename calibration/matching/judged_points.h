#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "calibration/least_squares.h"

namespace stepdown {

/// What a function says of each point, asked in batches on so many threads.
std::vector<double> judged(const std::vector<Point>& points,
                           const std::function<std::vector<double>(const std::vector<Point>&)>& by,
                           int threads);

/// Evenly over a standard normal prior.
std::vector<Point> points_of_normal_prior(std::size_t points, std::size_t dimensions,
                                          std::uint64_t seed);

}  // namespace stepdown
