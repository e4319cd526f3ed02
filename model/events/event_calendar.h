#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace stepdown {

/// The next event of each slot (a family, a service timer) and which of them is the earliest: by
/// exact time, of equal times the lower slot, whatever was scheduled when. Times are days and may
/// be negative; +infinity is "no event". A copy is independent. Not a number as a time, or a slot
/// that is not there, breaks the contract.
///
/// A tournament among the times of all slots, sixteen to a group. The alternatives it was chosen
/// over, and the measurement, are in bench/event_calendar_bench.cpp.
class EventCalendar {
 public:
  struct Next {
    double time = std::numeric_limits<double>::infinity();
    std::uint32_t slot = 0;
  };

  explicit EventCalendar(std::size_t slots = 0) { resize(slots); }

  /// New slots have no event; slots that stay keep theirs. Growth by one costs little on average.
  void resize(std::size_t slots);

  /// The number of slots, with and without an event.
  std::size_t size() const { return size_; }
  /// Memory of all slots and of the tournament among them.
  std::size_t bytes() const {
    return groups_.size() * sizeof(Group) + winners_.size() * sizeof(Winners);
  }

  /// Replaces what the slot had; +infinity withdraws it.
  void schedule(std::uint32_t slot, double time);

  /// +infinity if the slot has no event.
  double time_of(std::uint32_t slot) const {
    return groups_[slot / group_width].times[slot % group_width];
  }

  /// Leaves it in the calendar; with no event at all the time is +infinity and the slot means
  /// nothing.
  Next earliest() const { return earliest_; }

  /// A slot whose event probably follows the earliest one: worth having in the cache. At worst a
  /// slot that is not next, or one of no event.
  std::uint32_t likely_second() const;

 private:
  static constexpr std::uint32_t group_width = 16;
  static constexpr std::size_t most_levels = 32 / 4;

  // Two cache lines, and no group shares one with another.
  struct alignas(64) Group {
    std::array<double, group_width> times;
  };
  struct alignas(64) Winners {
    std::array<std::uint32_t, group_width> slots;
  };

  std::uint32_t leaf_groups() const { return level_begin_[1]; }
  void grow_to_hold(std::size_t slots);
  void set_winner_of(std::uint32_t level, std::uint32_t index);

  // Level by level: first the times of the slots, then of the winner of each group of the level
  // below, up to a level of one group. `winners_` has the slots of the same winners; the level of
  // the slots themselves needs none.
  std::vector<Group> groups_;
  std::vector<Winners> winners_;
  std::array<std::uint32_t, most_levels + 1> level_begin_{};
  std::uint32_t levels_ = 0;
  std::size_t size_ = 0;
  Next earliest_;
};

}  // namespace stepdown
