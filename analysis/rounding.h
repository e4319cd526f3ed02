#pragma once

#include <string>

namespace stepdown {

/// The step to which numbers with an interval of this width are rounded: the power of ten that
/// leaves the width two digits, so that nothing is written finer than it is known. 0 for a width
/// of 0 or none: the number is exact, or nothing is known of its width.
double grain_of(double width);

/// The number to the nearest multiple of `grain`, with commas between thousands ("12,340",
/// "-0.25"); to four digits where `grain` is 0 or
/// nothing beside the number. "-" for a number that does not exist.
std::string rounded(double value, double grain);

}  // namespace stepdown
