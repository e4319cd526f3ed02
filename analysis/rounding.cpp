#include "analysis/rounding.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace stepdown {
namespace {

constexpr int digits_of_exact_numbers = 4;

// A width below this share of the number is the noise of adding floating-point numbers.
constexpr double noise = 1e-9;

int power_of_ten_in(double positive) { return static_cast<int>(std::floor(std::log10(positive))); }

std::string with_commas(std::string number) {
  const std::size_t point = std::min(number.find('.'), number.size());
  const std::size_t first_digit = number.starts_with('-') ? 1 : 0;
  for (std::size_t place = point; place > first_digit + 3;) {
    place -= 3;
    number.insert(place, ",");
  }
  return number;
}

// "1.500" is as exact as "1.5" where the number is known exactly.
void drop_closing_zeros(std::string& number) {
  if (number.find('.') == std::string::npos) {
    return;
  }
  number.erase(number.find_last_not_of('0') + 1);
  if (number.back() == '.') {
    number.pop_back();
  }
}

}  // namespace

double grain_of(double width) {
  if (!std::isfinite(width) || width <= 0) {
    return 0;
  }
  return std::pow(10.0, power_of_ten_in(width) - 1);
}

std::string rounded(double value, double grain) {
  if (std::isnan(value)) {
    return "-";
  }
  if (std::isinf(value)) {
    return value > 0 ? "infinite" : "-infinite";
  }
  const bool exact = grain <= noise * std::abs(value);
  if (exact) {
    grain = value == 0
                ? 1
                : std::pow(10.0, power_of_ten_in(std::abs(value)) + 1 - digits_of_exact_numbers);
    grain = std::min(grain, 1.0);
  }
  double multiple = std::round(value / grain) * grain;
  multiple = multiple == 0 ? 0 : multiple;  // no "-0"
  const int decimals = std::max(0, -static_cast<int>(std::lround(std::log10(grain))));
  char text[400];
  std::snprintf(text, sizeof text, "%.*f", decimals, multiple);
  std::string number(text);
  if (exact) {
    drop_closing_zeros(number);
  }
  return with_commas(std::move(number));
}

}  // namespace stepdown
