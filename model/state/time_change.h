#pragma once

#include <algorithm>
#include <vector>

namespace stepdown {

/// How fast the clocks of one process run over calendar time: seasons, shocks and trends. Constant
/// within twelfths of a year; the integral is inverted exactly, so nothing is stepped or thinned.
class TimeChange {
 public:
  /// Time passes evenly.
  TimeChange() = default;
  static const TimeChange& none() {
    static const TimeChange even;
    return even;
  }

  /// `speeds` for successive twelfths of a year from `begin` (day); outside them the speed is 1.
  TimeChange(double begin, std::vector<double> speeds);

  /// Clock time between two days, `to` not before `from`.
  double between(double from, double to) const {
    return total_.empty() ? to - from : clock_at(to) - clock_at(from);
  }

  /// The day on which so much clock time has passed since `from`.
  double after(double from, double clock_time) const {
    return total_.empty() ? from + clock_time : std::max(from, day_at(clock_at(from) + clock_time));
  }

  /// The speed on a day.
  double speed(double day) const;

  bool operator==(const TimeChange&) const = default;

 private:
  double clock_at(double day) const;
  double day_at(double clock_time) const;

  double begin_ = 0.0;
  std::vector<double> speeds_;
  std::vector<double> total_;  // clock time at the beginning of each twelfth, and at the end
};

}  // namespace stepdown
