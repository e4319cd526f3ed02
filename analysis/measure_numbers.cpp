#include "analysis/measure_numbers.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/rounding.h"

namespace stepdown {
namespace {

// A smaller part of the typical number means nothing to anybody.
constexpr double finest_share = 2e-3;

}  // namespace

MeasureNumbers::MeasureNumbers(double typical)
    : in_millions_(std::abs(typical) >= 1e6), finest_(std::abs(typical) * finest_share) {}

std::string MeasureNumbers::text(double value, double width) const {
  const double unit = in_millions_ ? 1e6 : 1;
  const std::string number =
      rounded(value / unit, grain_of((width > 0 ? std::max(width, finest_) : width) / unit));
  return in_millions_ && !std::isnan(value) && value != 0 ? number + 'm' : number;
}

std::string MeasureNumbers::mean(const Summary& summary) const {
  return text(summary.mean, 2 * summary.half_width);
}

std::string MeasureNumbers::half_width(const Summary& summary) const {
  return std::isnan(summary.half_width) ? "" : text(summary.half_width, 2 * summary.half_width);
}

std::string MeasureNumbers::range(const Summary& summary) const {
  const double width = summary.high - summary.low;
  return std::isnan(width) ? "-" : text(summary.low, width) + " to " + text(summary.high, width);
}

std::string with_sign_of_unit(std::string number, std::string_view unit) {
  return unit == "%" && number != "-" ? std::move(number) + '%' : number;
}

}  // namespace stepdown
