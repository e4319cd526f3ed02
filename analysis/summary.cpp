#include "analysis/summary.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>

#include <boost/math/distributions/students_t.hpp>

namespace stepdown {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

double mean_of(std::span<const double> values) {
  // The mean of equal values is that value, which a rounded sum may miss.
  if (std::ranges::all_of(values, [&](double value) { return value == values.front(); })) {
    return values.front();
  }
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double standard_deviation(std::span<const double> values, double mean) {
  const double squares = std::accumulate(
      values.begin(), values.end(), 0.0,
      [mean](double sum, double value) { return sum + (value - mean) * (value - mean); });
  return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

}  // namespace

double half_width_of_mean(double deviation, std::size_t runs, double confidence) {
  if (runs < 2) {
    return nothing;
  }
  const boost::math::students_t t(static_cast<double>(runs - 1));
  return boost::math::quantile(t, 0.5 + confidence / 2) * deviation /
         std::sqrt(static_cast<double>(runs));
}

double quantile(std::span<const double> sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

Summary summarise(std::span<const double> values) {
  std::vector<double> known;
  known.reserve(values.size());
  std::ranges::copy_if(values, std::back_inserter(known),
                       [](double value) { return !std::isnan(value); });
  Summary summary{known.size(), values.size() - known.size(), nothing, nothing, nothing, nothing,
                  nothing};
  if (known.empty()) {
    return summary;
  }
  summary.mean = mean_of(known);
  if (known.size() >= 2) {
    summary.deviation = standard_deviation(known, summary.mean);
    summary.half_width = half_width_of_mean(summary.deviation, known.size(), 0.95);
  }
  std::ranges::sort(known);
  summary.low = quantile(known, 0.05);
  summary.high = quantile(known, 0.95);
  return summary;
}

}  // namespace stepdown
