#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "model/time.h"

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

  bool is_even() const { return total_.empty(); }

  /// What the clocks show on a day: the day itself if time passes evenly.
  double shown_on(double day) const { return total_.empty() ? day : clock_at(day); }
  /// The day, not before `from`, on which they show that.
  double day_when(double shown, double from) const {
    return total_.empty() ? shown : std::max(from, day_at(shown));
  }

  /// Clock time between two days, `to` not before `from`.
  double between(double from, double to) const { return shown_on(to) - shown_on(from); }
  /// The day on which so much clock time has passed since `from`.
  double after(double from, double clock_time) const {
    return day_when(shown_on(from) + clock_time, from);
  }

  /// The speed on a day.
  double speed(double day) const;

  bool operator==(const TimeChange&) const = default;

 private:
  static constexpr double twelfth = days_per_year / 12.0;
  static constexpr double twelfths_a_day = 1.0 / twelfth;  // a division waits much longer

  double clock_at(double day) const {
    const double twelfths = (day - begin_) * twelfths_a_day;
    if (!(twelfths > 0.0)) {
      return day;
    }
    if (!(twelfths < static_cast<double>(speeds_.size()))) {
      return total_.back() + day - begin_ - static_cast<double>(speeds_.size()) * twelfth;
    }
    const auto row = static_cast<std::size_t>(twelfths);
    return total_[row] + (day - begin_ - static_cast<double>(row) * twelfth) * speeds_[row];
  }

  double day_at(double clock_time) const {
    if (clock_time <= total_.front()) {
      return clock_time;
    }
    if (clock_time >= total_.back()) {
      return clock_time - total_.back() + begin_ + static_cast<double>(speeds_.size()) * twelfth;
    }
    // The clock is never far from the calendar: the row is sought from where it would be without
    // any change of speed.
    auto row = std::min(static_cast<std::size_t>((clock_time - begin_) * twelfths_a_day),
                        speeds_.size() - 1);
    while (total_[row] > clock_time) {
      --row;
    }
    while (total_[row + 1] <= clock_time) {
      ++row;
    }
    return begin_ + static_cast<double>(row) * twelfth + (clock_time - total_[row]) / speeds_[row];
  }

  double begin_ = 0.0;
  std::vector<double> speeds_;
  std::vector<double> total_;  // clock time at the beginning of each twelfth, and at the end
};

}  // namespace stepdown
