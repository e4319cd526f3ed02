#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace stepdown {

/// A number for each slot and the least of them: of equal numbers that of the lower slot, whatever
/// was set when. Numbers may be negative; +infinity is "none". A copy is independent. Not a number,
/// or a slot that is not there, breaks the contract.
///
/// A tournament, sixteen to a group.
class Tournament {
 public:
  struct Least {
    double number = std::numeric_limits<double>::infinity();
    std::uint32_t slot = 0;
  };

  explicit Tournament(std::size_t slots = 0) { resize(slots); }

  /// New slots have none; slots that stay keep theirs. Growth by one costs little on average.
  void resize(std::size_t slots);

  /// Slots, with and without a number.
  std::size_t size() const { return size_; }
  /// Replaces what the slot had; +infinity takes it away.
  void set(std::uint32_t slot, double number);

  /// +infinity if the slot has none.
  double number_of(std::uint32_t slot) const {
    return groups_[slot / group_width].numbers[slot % group_width];
  }

  /// With no number at all it is +infinity and the slot means nothing.
  Least least() const { return least_; }

 private:
  static constexpr std::uint32_t group_width = 16;
  static constexpr std::size_t most_levels = 32 / 4;

  // Two cache lines, and no group shares one with another.
  struct alignas(64) Group {
    std::array<double, group_width> numbers;
  };
  struct alignas(64) Winners {
    std::array<std::uint32_t, group_width> slots;
  };

  std::uint32_t leaf_groups() const { return level_begin_[1]; }
  void grow_to_hold(std::size_t slots);
  void set_winner_of(std::uint32_t level, std::uint32_t index);

  // Level by level: first the numbers of the slots, then of the winner of each group of the level
  // below, up to a level of one group. `winners_` has the slots of the same winners; the level of
  // the slots themselves needs none.
  std::vector<Group> groups_;
  std::vector<Winners> winners_;
  std::array<std::uint32_t, most_levels + 1> level_begin_{};
  std::uint32_t levels_ = 0;
  std::size_t size_ = 0;
  Least least_;
};

}  // namespace stepdown
