#include "calibration/free_parameter.h"

#include <algorithm>
#include <cmath>

namespace stepdown {
namespace {

// A bound itself has no place on the line; this near to it, it has one.
constexpr double nearest_share = 1e-9;

}  // namespace

double FreeParameter::on_the_line(double value) const {
  const double share = std::clamp((value - bounds.low) / (bounds.high - bounds.low), nearest_share,
                                  1 - nearest_share);
  return std::log(share / (1 - share));
}

double FreeParameter::from_the_line(double place) const {
  const double share = 1 / (1 + std::exp(-place));
  const double value = in_four_digits(bounds.low + share * (bounds.high - bounds.low));
  return std::clamp(value, bounds.low, bounds.high);
}

double in_four_digits(double value) {
  if (value == 0) {
    return 0;
  }
  const double digits = 3 - std::floor(std::log10(std::abs(value)));
  // Divided by a whole power of ten where there is one: 0.1 has no exact neighbours to multiply by.
  return digits >= 0 ? std::round(value * std::pow(10, digits)) / std::pow(10, digits)
                     : std::round(value / std::pow(10, -digits)) * std::pow(10, -digits);
}

}  // namespace stepdown
