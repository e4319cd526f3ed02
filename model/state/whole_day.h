#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace stepdown {

/// A date to the day in two bytes: births, and firsts in a family's life.
class WholeDay {
 public:
  constexpr WholeDay() = default;
  /// The day on which an instant lies; what is too far away to matter is the first day of all, or
  /// not set.
  static WholeDay of(double day) {
    const double count = std::floor(day) - first;
    return count < never ? WholeDay(static_cast<std::uint16_t>(std::max(count, 0.0))) : WholeDay();
  }

  constexpr bool is_set() const { return count_ != never; }
  /// Infinity if not set.
  constexpr double in_days() const {
    return is_set() ? static_cast<double>(count_) + first : std::numeric_limits<double>::infinity();
  }

 private:
  static constexpr double first = -25'000.0;
  static constexpr std::uint16_t never = std::numeric_limits<std::uint16_t>::max();

  constexpr explicit WholeDay(std::uint16_t count) : count_(count) {}
  std::uint16_t count_ = never;
};

}  // namespace stepdown
