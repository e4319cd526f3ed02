#pragma once

#include <string>
#include <string_view>

#include "analysis/summary.h"

namespace stepdown {

/// How the numbers of one measure are written in a table: as exact as their intervals allow, those
/// of a measure in the millions as "44.5m".
class MeasureNumbers {
 public:
  /// `typical` is a number of the measure's usual size.
  explicit MeasureNumbers(double typical);

  /// As exact as an interval of this width allows.
  std::string text(double value, double width) const;
  std::string mean(const Summary& summary) const;
  /// Half of the mean's 95% interval; empty with fewer than two runs.
  std::string half_width(const Summary& summary) const;
  /// "12 to 40", the 90% range; "-" without runs.
  std::string range(const Summary& summary) const;

 private:
  bool in_millions_;
  double finest_;
};

/// "22.4%": the number with its unit where that is a sign.
std::string with_sign_of_unit(std::string number, std::string_view unit);

}  // namespace stepdown
