#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/events/event_calendar.h"

namespace stepdown {

/// A candidate for EventCalendar: a tournament of pairs, without branches, on times as integers of
/// the same order.
class BinaryTournament {
 public:
  using Next = EventCalendar::Next;

  explicit BinaryTournament(std::size_t slots)
      : leaves_(std::bit_ceil(slots + 2)),
        times_(leaves_, as_integer(Next{}.time)),
        winners_(leaves_, Winner{as_integer(Next{}.time), 0}) {}

  Next earliest() const { return {as_time(winners_[1].time), winners_[1].slot}; }

  double time_of(std::uint32_t slot) const { return as_time(times_[slot]); }

  void schedule(std::uint32_t slot, double time) {
    times_[slot] = as_integer(time);
    Winner winner{times_[slot], slot};
    keep_winner(winner, {times_[slot ^ 1U], slot ^ 1U}, slot & 1U);
    std::size_t node = (leaves_ + slot) / 2;
    winners_[node] = winner;
    for (; node > 1; node /= 2) {
      keep_winner(winner, winners_[node ^ 1U], node & 1U);
      winners_[node / 2] = winner;
    }
  }

 private:
  struct Winner {
    std::int64_t time;
    std::uint32_t slot;
  };

  static constexpr std::int64_t all_but_sign = 0x7fffffffffffffff;
  static std::int64_t as_integer(double time) {
    const auto bits = std::bit_cast<std::int64_t>(time + 0.0);
    return bits ^ ((bits >> 63) & all_but_sign);
  }
  static double as_time(std::int64_t bits) {
    return std::bit_cast<double>(bits ^ ((bits >> 63) & all_but_sign));
  }

  static void keep_winner(Winner& winner, const Winner& other, std::size_t other_is_first) {
    const std::int64_t at_most = other.time - static_cast<std::int64_t>(other_is_first);
    const std::int64_t kept = -static_cast<std::int64_t>(winner.time <= at_most);
    winner.time = (winner.time & kept) | (other.time & ~kept);
    const auto slot_kept = static_cast<std::uint32_t>(kept);
    winner.slot = (winner.slot & slot_kept) | (other.slot & ~slot_kept);
  }

  std::size_t leaves_;
  std::vector<std::int64_t> times_;
  std::vector<Winner> winners_;
};

}  // namespace stepdown
