#include "calibration/abc/population.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "calibration/abc/point_luck.h"

namespace stepdown {

double effective_sample_size(const std::vector<double>& weights) {
  const double squares = std::inner_product(weights.begin(), weights.end(), weights.begin(), 0.0);
  return squares > 0 ? 1 / squares : 0;
}

double weighted_quantile(const std::vector<double>& values, const std::vector<double>& weights,
                         double share) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return values[i]; });
  double below = 0;
  for (const std::size_t i : order) {
    below += weights[i];
    if (below >= share) {
      return values[i];
    }
  }
  return values.empty() ? std::numeric_limits<double>::quiet_NaN() : values[order.back()];
}

std::vector<double> from_log_weights(std::vector<double> log_weights) {
  if (log_weights.empty()) {
    return log_weights;
  }
  const double largest = *std::ranges::max_element(log_weights);
  double sum = 0;
  for (double& weight : log_weights) {
    weight = std::isfinite(largest) ? std::exp(weight - largest) : 1;
    sum += weight;
  }
  for (double& weight : log_weights) {
    weight /= sum;
  }
  return log_weights;
}

std::vector<Point> equal_draws(const WeightedPoints& from, std::size_t count, std::uint64_t seed) {
  std::vector<Point> draws;
  if (from.points.empty()) {
    return draws;
  }
  draws.reserve(count);
  const double start = PointLuck(seed, std::numeric_limits<std::uint32_t>::max(), 0).uniform(0);
  std::size_t at = 0;
  double up_to = from.weights.front();
  for (std::size_t i = 0; i < count; ++i) {
    const double mark = (static_cast<double>(i) + start) / static_cast<double>(count);
    while (up_to < mark && at + 1 < from.points.size()) {
      up_to += from.weights[++at];
    }
    draws.push_back(from.points[at]);
  }
  return draws;
}

}  // namespace stepdown
