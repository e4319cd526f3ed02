#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "model/state/time_change.h"

namespace stepdown {

/// Persistent unit-exponential clocks and timers of one entity (Anderson 2007, modified next
/// reaction method). A clock spends what is left of its exponential at the current rate. A change
/// of rate rescales the time that is left; a rate that stays the same changes no bit, so that a
/// policy without effect leaves every later time exactly as it was. Rates have single precision:
/// they are estimates, times are not.
template <typename Clock, std::size_t clocks, typename Timer, std::size_t timers>
class ClockSet {
 public:
  ClockSet() { at_.fill(never); }

  /// Sets the rate (per day) from `now` on; `draw` is asked for a unit exponential when the clock
  /// has none left from before.
  template <typename Draw>
  void set_rate(Clock clock, double now, double per_day, Draw&& draw,
                const TimeChange& change = TimeChange::none()) {
    const std::size_t i = row(clock);
    const auto rate = static_cast<float>(per_day);
    const float before = rate_or_left_[i];
    if (rate == before || (rate <= 0.0F && before <= 0.0F)) {
      return;
    }
    if (before > 0.0F && rate > 0.0F && change.is_even()) {
      at_[i] = now + left_until(at_[i], now, before) / static_cast<double>(rate);
      rate_or_left_[i] = rate;
      return;
    }
    change_rate(i, now, rate, draw, change);
  }

  /// The clock has struck: its exponential is spent, and it stands until a rate is set.
  void spend(Clock clock) {
    at_[row(clock)] = never;
    rate_or_left_[row(clock)] = 0.0F;
  }

  double rate(Clock clock) const {
    return static_cast<double>(std::max(rate_or_left_[row(clock)], 0.0F));
  }

  /// How time passes for a running clock changes at `now` from `old` to `next`; its rate stays.
  void change_time(Clock clock, double now, const TimeChange& old, const TimeChange& next) {
    if (const std::size_t i = row(clock); rate_or_left_[i] > 0.0F) {
      at_[i] = next.after(now, old.between(now, at_[i]));
    }
  }

  void set_timer(Timer timer, double day) { at_[clocks + static_cast<std::size_t>(timer)] = day; }
  double timer(Timer timer) const { return at_[clocks + static_cast<std::size_t>(timer)]; }

  /// The day of the next change.
  double next_day() const {
    double least = at_[0];
    for (std::size_t i = 1; i < at_.size(); ++i) {
      least = std::min(least, at_[i]);
    }
    return least;
  }

  /// What changes on that day, the next: its place in the timetable, clocks before timers.
  std::size_t place_due(double day) const {
    unsigned due = 0;
    for (std::size_t i = 0; i < at_.size(); ++i) {
      due |= static_cast<unsigned>(at_[i] == day) << i;
    }
    return static_cast<std::size_t>(std::countr_zero(due));
  }

 private:
  static constexpr double never = std::numeric_limits<double>::infinity();
  static constexpr double smallest_left = std::numeric_limits<float>::min();

  static constexpr std::size_t row(Clock clock) { return static_cast<std::size_t>(clock); }

  /// What is left of an exponential that is spent at this rate until then. A clock that is due this
  /// very instant must not look like one that needs a new draw.
  static double left_until(double at, double now, float rate) {
    return std::max((at - now) * static_cast<double>(rate), smallest_left);
  }

  /// What is rarer than that a running clock runs at another rate is kept out of its way.
  template <typename Draw>
  [[gnu::noinline]] void change_rate(std::size_t i, double now, float rate, Draw& draw,
                                     const TimeChange& change) {
    const float before = rate_or_left_[i];
    const double shown = change.shown_on(now);
    const double left = before > 0.0F   ? left_until(change.shown_on(at_[i]), shown, before)
                        : before < 0.0F ? -static_cast<double>(before)
                                        : draw();
    if (rate > 0.0F) {
      at_[i] = change.day_when(shown + left / static_cast<double>(rate), now);
      rate_or_left_[i] = rate;
    } else {
      at_[i] = never;
      rate_or_left_[i] = -static_cast<float>(left);
    }
  }

  std::array<double, clocks + timers> at_;
  /// The rate of a running clock; minus what is left of the exponential of a standing one; 0 when
  /// the next start needs a new draw.
  std::array<float, clocks> rate_or_left_{};
};

/// Reasons why a family's need changes or is seen, at a rate; at equal times in this order.
enum class FamilyClock : std::uint8_t { worsens, eases, concern, noticed };

/// Changes of a family whose time is known beforehand; they follow the clocks, in this order.
enum class FamilyTimer : std::uint8_t { household, services };

inline constexpr std::size_t family_clocks = 4;
inline constexpr std::size_t family_timers = 2;

using FamilyClocks = ClockSet<FamilyClock, family_clocks, FamilyTimer, family_timers>;

}  // namespace stepdown
