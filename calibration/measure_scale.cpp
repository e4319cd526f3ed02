#include "calibration/measure_scale.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace stepdown {
namespace {

constexpr double all = 100;
constexpr double held_off = 0.25;
constexpr double least_count = 0.1;

double share(double percentage) {
  return (std::clamp(percentage, 0.0, all) + held_off) / (all + 2 * held_off);
}

}  // namespace

MeasureScale MeasureScale::of(const Measure& measure) {
  const bool is_share =
      measure.unit == "%" && measure.name.find("_per_100_") == std::string_view::npos;
  return MeasureScale(is_share ? Kind::logit : Kind::logarithm);
}

double MeasureScale::on(double value) const {
  if (kind_ == Kind::logarithm) {
    return std::log(std::max(value, least_count));
  }
  const double p = share(value);
  return std::log(p / (1 - p));
}

double MeasureScale::from(double place) const {
  if (kind_ == Kind::logarithm) {
    return std::exp(place);
  }
  const double p = 1 / (1 + std::exp(-place));
  return std::clamp(p * (all + 2 * held_off) - held_off, 0.0, all);
}

double MeasureScale::unit_at(double value) const {
  if (kind_ == Kind::logarithm) {
    return std::max(value, least_count);
  }
  const double p = share(value);
  return (all + 2 * held_off) * p * (1 - p);
}

}  // namespace stepdown
