#include "model/events/tournament.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "model/contract.h"

namespace stepdown {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

// Four lanes at once; a processor without such registers gets the same results from narrower ones.
using Quad [[gnu::vector_size(32)]] = double;
using QuadBits [[gnu::vector_size(32)]] = long long;

void load(Quad& quad, const double* from) { std::memcpy(&quad, from, sizeof quad); }

struct Rival {
  double number;
  std::uint32_t lane;
};

// The least of sixteen but for one lane, and the first lane that has it. Passing over that lane
// makes the rivals of all levels independent of the number being set, so that the processor can
// work on every level at once; a call in the middle would keep it from doing so.
[[gnu::always_inline]] inline Rival least_rival(const double* numbers, std::uint32_t but_lane) {
  const long long but = but_lane;
  const QuadBits lanes{0, 1, 2, 3};
  const Quad nobody = Quad{} + never;
  Quad a, b, c, d;
  load(a, numbers);
  load(b, numbers + 4);
  load(c, numbers + 8);
  load(d, numbers + 12);
  a = lanes == but ? nobody : a;
  b = lanes + 4 == but ? nobody : b;
  c = lanes + 8 == but ? nobody : c;
  d = lanes + 12 == but ? nobody : d;

  Quad least = a < b ? a : b;
  const Quad least_of_last = c < d ? c : d;
  least = least < least_of_last ? least : least_of_last;
  const Quad halves_swapped = __builtin_shufflevector(least, least, 2, 3, 0, 1);
  least = least < halves_swapped ? least : halves_swapped;
  const Quad pairs_swapped = __builtin_shufflevector(least, least, 1, 0, 3, 2);
  least = least < pairs_swapped ? least : pairs_swapped;

  const QuadBits bit{1, 2, 4, 8};
  QuadBits have_it = ((a == least) & bit) | ((b == least) & (bit << 4)) |
                     ((c == least) & (bit << 8)) | ((d == least) & (bit << 12));
  have_it |= __builtin_shufflevector(have_it, have_it, 2, 3, 0, 1);
  const auto lane_bits = static_cast<std::uint64_t>(have_it[0] | have_it[1]);
  return {least[0], static_cast<std::uint32_t>(std::countr_zero(lane_bits))};
}

// Of equal numbers the lower lane, which holds the lower slots. Without a branch, because who wins
// cannot be foreseen.
void keep_winner(Tournament::Least& challenger, std::uint32_t lane, Rival rival,
                 std::uint32_t rival_slot) {
  const bool stays = (challenger.number < rival.number) |
                     ((challenger.number == rival.number) & (lane < rival.lane));
  const std::uint32_t kept = 0U - static_cast<std::uint32_t>(stays);
  challenger.slot = (challenger.slot & kept) | (rival_slot & ~kept);
  challenger.number = challenger.number < rival.number ? challenger.number : rival.number;
}

}  // namespace

void Tournament::set(std::uint32_t slot, double number) {
  expects(slot < size_ && number == number, "a known slot is given a number");
  std::uint32_t lane = slot % group_width;
  std::uint32_t index = slot / group_width;
  // A store of a number might be one of where the numbers stand, for all that the compiler knows.
  Group* const groups = groups_.data();
  Winners* const winners = winners_.data();
  const std::uint32_t leaves = leaf_groups();
  const std::uint32_t levels = levels_;
  auto& numbers_of_slots = groups[index].numbers;
  if (numbers_of_slots[lane] == number) {
    return;  // so that whoever is not sure may ask once more
  }
  const Rival neighbour = least_rival(numbers_of_slots.data(), lane);
  numbers_of_slots[lane] = number;
  Least winner{number, slot};
  keep_winner(winner, lane, neighbour, index * group_width + neighbour.lane);

  for (std::uint32_t level = 1; level < levels; ++level) {
    lane = index % group_width;
    index /= group_width;
    auto& numbers = groups[level_begin_[level] + index].numbers;
    auto& slots = winners[level_begin_[level] - leaves + index].slots;
    if (numbers[lane] == winner.number && slots[lane] == winner.slot) {
      return;
    }
    const Rival rival = least_rival(numbers.data(), lane);
    const std::uint32_t rival_slot = slots[rival.lane];
    numbers[lane] = winner.number;
    slots[lane] = winner.slot;
    keep_winner(winner, lane, rival, rival_slot);
  }
  least_ = winner;
}

void Tournament::resize(std::size_t slots) {
  for (std::size_t slot = slots; slot < size_; ++slot) {
    set(static_cast<std::uint32_t>(slot), never);
  }
  const std::size_t room = std::size_t{leaf_groups()} * group_width;
  if (slots > room) {
    grow_to_hold(size_ == 0 ? slots : std::max(slots, room + room / 2));
  }
  size_ = slots;
}

void Tournament::grow_to_hold(std::size_t slots) {
  expects(slots <= std::numeric_limits<std::uint32_t>::max(), "slots are numbered in 32 bits");
  const auto old_leaves = groups_.begin();
  std::vector<Group> leaves(old_leaves, old_leaves + leaf_groups());

  level_begin_ = {};
  levels_ = 0;
  for (std::size_t groups = slots; levels_ == 0 || groups > 1; ++levels_) {
    groups = (groups + group_width - 1) / group_width;
    level_begin_[levels_ + 1] = level_begin_[levels_] + static_cast<std::uint32_t>(groups);
  }
  Group empty;
  empty.numbers.fill(never);
  groups_.assign(level_begin_[levels_], empty);
  winners_.assign(level_begin_[levels_] - leaf_groups(), Winners{});
  std::copy(leaves.begin(), leaves.end(), groups_.begin());

  for (std::uint32_t level = 0; level < levels_; ++level) {
    for (std::uint32_t i = level_begin_[level]; i < level_begin_[level + 1]; ++i) {
      set_winner_of(level, i - level_begin_[level]);
    }
  }
}

void Tournament::set_winner_of(std::uint32_t level, std::uint32_t index) {
  const std::uint32_t group = level_begin_[level] + index;
  const auto& numbers = groups_[group].numbers;
  const auto lane = static_cast<std::uint32_t>(std::min_element(numbers.begin(), numbers.end()) -
                                               numbers.begin());
  const Least winner{numbers[lane], level == 0 ? index * group_width + lane
                                               : winners_[group - leaf_groups()].slots[lane]};
  if (level + 1 == levels_) {
    least_ = winner;
    return;
  }
  const std::uint32_t above = level_begin_[level + 1] + index / group_width;
  groups_[above].numbers[index % group_width] = winner.number;
  winners_[above - leaf_groups()].slots[index % group_width] = winner.slot;
}

}  // namespace stepdown
