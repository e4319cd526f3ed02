#pragma once

#include <compare>
#include <limits>

namespace stepdown {

inline constexpr double days_per_year = 365.25;
inline constexpr double days_per_week = 7.0;

/// A span of simulated time.
class Duration {
 public:
  constexpr Duration() = default;
  static constexpr Duration days(double count) { return Duration(count); }
  static constexpr Duration weeks(double count) { return Duration(count * days_per_week); }
  static constexpr Duration years(double count) { return Duration(count * days_per_year); }
  /// Five working days are a week; public holidays are not modelled.
  static constexpr Duration working_days(double count) {
    return Duration(count * days_per_week / 5.0);
  }

  constexpr double in_days() const { return days_; }
  constexpr double in_years() const { return days_ / days_per_year; }
  constexpr auto operator<=>(const Duration&) const = default;
  constexpr Duration operator*(double factor) const { return Duration(days_ * factor); }
  constexpr Duration operator+(Duration other) const { return Duration(days_ + other.days_); }

 private:
  constexpr explicit Duration(double days) : days_(days) {}
  double days_ = 0.0;
};

/// A point in simulated time: days since day 0, which is 1 April of the start year; the warm-up
/// lies before it and is negative.
class Instant {
 public:
  constexpr Instant() = default;
  static constexpr Instant day(double count) { return Instant(count); }
  static constexpr Instant never() { return Instant(std::numeric_limits<double>::infinity()); }
  static constexpr Instant long_ago() { return Instant(-std::numeric_limits<double>::infinity()); }

  constexpr double in_days() const { return day_; }
  constexpr auto operator<=>(const Instant&) const = default;
  constexpr Instant operator+(Duration span) const { return Instant(day_ + span.in_days()); }
  constexpr Instant operator-(Duration span) const { return Instant(day_ - span.in_days()); }
  constexpr Duration operator-(Instant earlier) const {
    return Duration::days(day_ - earlier.day_);
  }

 private:
  constexpr explicit Instant(double day) : day_(day) {}
  double day_ = 0.0;
};

/// A rate written per year, as in files and docs, turned into one per day, as the engine runs.
constexpr double per_day(double per_year) { return per_year / days_per_year; }

}  // namespace stepdown
