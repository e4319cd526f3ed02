#include "calibration/local_level.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace stepdown {
namespace {

constexpr std::size_t fewest_changes = 30;
// Of some 1,500 changes the standard error of a part is about as large.
constexpr double smallest_share = 0.1;
// Of a normal distribution the standard deviation is so many median absolute deviations.
constexpr double sd_in_deviations = 1.4826;

double median_of(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  if (values.size() % 2 == 1) {
    return *middle;
  }
  return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

double robust_variance(std::vector<double> values) {
  const double middle = median_of(values);
  for (double& value : values) {
    value = std::abs(value - middle);
  }
  const double sd = sd_in_deviations * median_of(std::move(values));
  return sd * sd;
}

std::vector<double> changes_over(int years, std::span<const std::vector<YearPoint>> panel) {
  std::vector<double> changes;
  for (const std::vector<YearPoint>& series : panel) {
    for (const YearPoint& later : series) {
      const auto earlier = std::ranges::find(series, later.year - years, &YearPoint::year);
      if (earlier != series.end()) {
        changes.push_back(later.value - earlier->value);
      }
    }
  }
  return changes;
}

}  // namespace

LevelVariances level_variances(std::span<const std::vector<YearPoint>> panel,
                               const LevelVariances& otherwise) {
  std::vector<double> over_one = changes_over(1, panel);
  std::vector<double> over_two = changes_over(2, panel);
  if (std::min(over_one.size(), over_two.size()) < fewest_changes) {
    return otherwise;
  }
  const std::size_t changes = over_one.size();
  const double one = robust_variance(std::move(over_one));
  const double two = robust_variance(std::move(over_two));
  if (one <= 0) {
    return otherwise;
  }
  const double drift = std::clamp(two - one, smallest_share * one, (1 - smallest_share) * one);
  return {(one - drift) / 2, drift, changes};
}

LocalLevel level_at(int year, std::span<const YearPoint> points, const LevelVariances& variances) {
  if (points.empty() || points.back().year > year) {
    throw std::logic_error("a level needs figures, none of them later than itself");
  }
  LocalLevel level;
  level.drift = variances.drift;
  bool is_first = true;
  int at = points.front().year;
  for (const YearPoint& point : points) {
    const double noise = std::max(variances.noise, point.sampling_variance);
    const double before = level.variance + (point.year - at) * variances.drift;
    const double gain = is_first ? 1 : before / (before + noise);
    level.value += gain * (point.value - level.value);
    level.variance = is_first ? noise : before * (1 - gain);
    level.noise = noise;
    at = point.year;
    is_first = false;
  }
  level.variance += (year - at) * variances.drift;
  return level;
}

}  // namespace stepdown
