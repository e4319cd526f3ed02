#pragma once

#include "model/parameters/parameter.h"

namespace stepdown {

/// A number of the base that a fit may move between two bounds.
struct FreeParameter {
  const Parameter* parameter = nullptr;
  Bounds bounds{0, 1};

  /// The value on a line without ends, by the logit of its place between the bounds. Near a bound
  /// far below the other it moves by factors, in the middle by steps.
  double on_the_line(double value) const;
  /// To four digits, as fitted values are kept: what is tried is what would be written.
  double from_the_line(double place) const;
};

/// To four digits, as fitted values are kept.
double in_four_digits(double value);

}  // namespace stepdown
