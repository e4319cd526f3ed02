#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace stepdown {

/// Reasons why a family's state changes at a rate; at equal times they happen in this order.
enum class FamilyClock : std::uint8_t {
  worsens,
  eases,
  concern_arrives,
  concern_ends,
  noticed,
  capacity_grows,
  capacity_fades,
  drops_out,
  leaves_early,
  leaves_care,
};

/// Changes whose time is known beforehand; at equal times they follow the clocks, in this order.
enum class FamilyTimer : std::uint8_t { household, case_step, fragile_spell_ends };

inline constexpr std::size_t family_clocks = 10;
inline constexpr std::size_t family_timers = 3;

/// A family's persistent unit-exponential clocks and its timers (Anderson 2007, modified next
/// reaction method). A clock spends what is left of its exponential at the current rate. A change
/// of rate rescales the time that is left; a rate that stays the same changes no bit, so that a
/// policy without effect leaves every later time exactly as it was.
class Clocks {
 public:
  Clocks() { at_.fill(never); }

  /// Sets the rate (per day) from `now` on; `draw` is asked for a unit exponential when the clock
  /// has none left from before.
  template <typename Draw>
  void set_rate(FamilyClock clock, double now, double rate, Draw&& draw) {
    const auto i = static_cast<std::size_t>(clock);
    const double before = rate_or_left_[i];
    if (rate == before || (rate <= 0.0 && before <= 0.0)) {
      return;
    }
    // A clock that is due this very instant must not look like one that needs a new draw.
    const double left = before > 0.0   ? std::max((at_[i] - now) * before, smallest_left)
                        : before < 0.0 ? -before
                                       : draw();
    if (rate > 0.0) {
      at_[i] = now + left / rate;
      rate_or_left_[i] = rate;
    } else {
      at_[i] = never;
      rate_or_left_[i] = -left;
    }
  }

  /// The clock has struck: its exponential is spent, and it stands until a rate is set.
  void spend(FamilyClock clock) {
    const auto i = static_cast<std::size_t>(clock);
    at_[i] = never;
    rate_or_left_[i] = 0.0;
  }

  double rate(FamilyClock clock) const {
    return std::max(rate_or_left_[static_cast<std::size_t>(clock)], 0.0);
  }

  void set_timer(FamilyTimer timer, double day) {
    at_[family_clocks + static_cast<std::size_t>(timer)] = day;
  }
  double timer(FamilyTimer timer) const {
    return at_[family_clocks + static_cast<std::size_t>(timer)];
  }

  /// The day of the next change.
  double next_day() const {
    // Four chains side by side, which is four times as fast as one.
    std::array<double, 4> least{at_[0], at_[1], at_[2], at_[3]};
    std::size_t i = least.size();
    for (; i + least.size() <= at_.size(); i += least.size()) {
      for (std::size_t chain = 0; chain < least.size(); ++chain) {
        least[chain] = std::min(least[chain], at_[i + chain]);
      }
    }
    for (; i < at_.size(); ++i) {
      least[0] = std::min(least[0], at_[i]);
    }
    return std::min(std::min(least[0], least[1]), std::min(least[2], least[3]));
  }

  /// What changes on that day, the next: its place in the family's timetable, clocks before timers.
  std::size_t place_due(double day) const {
    unsigned due = 0;
    for (std::size_t i = 0; i < at_.size(); ++i) {
      due |= static_cast<unsigned>(at_[i] == day) << i;
    }
    return static_cast<std::size_t>(std::countr_zero(due));
  }

 private:
  static constexpr double never = std::numeric_limits<double>::infinity();
  static constexpr double smallest_left = std::numeric_limits<double>::min();

  std::array<double, family_clocks + family_timers> at_;
  /// The rate of a running clock; minus what is left of the exponential of a standing one; 0 when
  /// the next start needs a new draw.
  std::array<double, family_clocks> rate_or_left_{};
};

}  // namespace stepdown
