#include "calibration/abc/distance.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <utility>

namespace stepdown {
namespace {

// Of a normal distribution the median absolute deviation is 0.6745 standard deviations and the mean
// one 0.7979.
constexpr double median_to_mean_deviation = 0.67448975019608171 / 0.79788456080286536;

double median_of(std::vector<double>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  if (values.size() % 2 == 1) {
    return *middle;
  }
  return std::midpoint(*std::max_element(values.begin(), middle), *middle);
}

double scale_of(std::vector<double> values) {
  const double centre = median_of(values);
  double sum = 0;
  for (double& value : values) {
    value = std::abs(value - centre);
    sum += value;
  }
  if (const double deviation = median_of(values); deviation > 0) {
    return deviation;
  }
  const double mean = sum / static_cast<double>(values.size());
  return mean > 0 ? median_to_mean_deviation * mean : std::numeric_limits<double>::infinity();
}

}  // namespace

std::vector<double> scales_of(const std::vector<const std::vector<double>*>& simulated) {
  std::vector<double> scales;
  if (simulated.empty()) {
    return scales;
  }
  for (std::size_t s = 0; s < simulated.front()->size(); ++s) {
    std::vector<double> values;
    values.reserve(simulated.size());
    for (const std::vector<double>* each : simulated) {
      values.push_back((*each)[s]);
    }
    scales.push_back(scale_of(std::move(values)));
  }
  return scales;
}

double distance_between(const std::vector<double>& simulated, const std::vector<double>& observed,
                        const std::vector<double>& scales) {
  double sum = 0;
  for (std::size_t s = 0; s < observed.size(); ++s) {
    const double away = (simulated[s] - observed[s]) / scales[s];
    sum += away * away;
  }
  return std::sqrt(sum);
}

}  // namespace stepdown
