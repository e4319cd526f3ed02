#pragma once

#include <array>
#include <cstdint>

#include "model/ids.h"
#include "model/state/clocks.h"
#include "model/state/neglect_level.h"
#include "model/state/whole_day.h"

namespace stepdown {

inline constexpr int most_children = 4;

/// A set of a family's children, one bit each in order of birth.
using ChildSet = std::uint8_t;

constexpr int count_of(ChildSet children) { return __builtin_popcount(children); }

/// Age of the youngest child at home: what kind of childhood the family is in.
enum class FamilyStage : std::uint8_t { under_5, from_5_to_10, over_10 };

inline constexpr std::size_t family_stages = 3;
inline constexpr std::size_t area_fifths = 5;

/// Where a family stands in the population as to a trait that a share of families has: it has the
/// trait if its rank lies under the share, so that a lever on the share acts on all at once.
using Rank = std::uint8_t;

constexpr bool lies_under(Rank rank, double share) { return (rank + 0.5) / 256.0 < share; }

/// How many ranks lie under the share: those from 0 on.
constexpr int ranks_under(double share) {
  int ranks = 0;
  while (ranks < 256 && lies_under(static_cast<Rank>(ranks), share)) {
    ++ranks;
  }
  return ranks;
}

/// What every event of a family touches, in one row: its clocks, its need and what acts on it.
struct alignas(64) Family {
  FamilyClocks clocks;
  /// Against the average family of the population.
  float vulnerability = 1.0F;
  float visibility = 1.0F;
  /// What vulnerability, area, age, help and a fragile spell make of the rates of need together.
  float worsening_factor = 1.0F;
  float easing_factor = 1.0F;
  float concern_factor = 1.0F;
  FamilyId id = nobody;
  std::uint32_t record = nobody;     // place in the store of records; nobody: services know nothing
  std::uint32_t open_case = nobody;  // place in the store of cases
  std::array<std::uint16_t, family_clocks> clock_draws{};
  std::array<WholeDay, most_children> born;
  WholeDay moves_away;
  WholeDay first_at_level_three;
  WholeDay first_at_level_four;
  NeglectLevel level = NeglectLevel::one;
  NeglectLevel worst_level = NeglectLevel::one;  // ever
  AcuteConcern concern = AcuteConcern::none;
  ChildSet at_home = 0;  // children who have been born, are not yet 18 and live with the family
  std::uint8_t capacity : 2 = 0;
  std::uint8_t own_capacity : 2 = 0;
  std::uint8_t trust : 3 = 2;
  bool parents_neglected : 1 = false;
  std::uint8_t area : 3 = 0;  // fifth by deprivation, the least deprived 0
  FamilyStage stage : 2 = FamilyStage::under_5;
  bool has_under_5 : 1 = false;
  bool has_over_5 : 1 = false;
  bool classes : 1 = false;    // reached by universal parenting classes
  bool helped : 1 = false;     // receives help above universal services
  bool statutory : 1 = false;  // has an open statutory case
  bool fragile : 1 = false;    // in the spell after all help has ended
  bool moved_in : 1 = false;
  bool watched : 1 = false;  // noticed at another rate since help ended: see the record's attention
  Rank knowing = 255;        // of help
  Rank recognising = 255;    // the need
  Rank disguising = 255;
};

static_assert(sizeof(Family) == 128, "an event should touch two cache lines of its family");

}  // namespace stepdown
