#pragma once

#include <array>
#include <cstdint>

#include "model/ids.h"
#include "model/state/clocks.h"
#include "model/state/neglect_level.h"

namespace stepdown {

inline constexpr int most_children = 4;

/// A set of a family's children, one bit each in order of birth.
using ChildSet = std::uint8_t;

constexpr int count_of(ChildSet children) { return __builtin_popcount(children); }

/// What every event of a family touches, in one row: its clocks, its need and what acts on it.
struct alignas(64) Family {
  Clocks clocks;
  double vulnerability = 1.0;
  double visibility = 1.0;
  /// Factors on the rates of need from help and from the fragile spell; exactly 1 without either.
  double worsening_factor = 1.0;
  double easing_factor = 1.0;
  double concern_factor = 1.0;
  FamilyId id = nobody;
  NeglectLevel level = NeglectLevel::one;
  NeglectLevel worst_level = NeglectLevel::one;  // ever
  AcuteConcern concern = AcuteConcern::none;
  std::uint8_t capacity = 0;
  std::uint8_t own_capacity = 0;
  ChildSet at_home = 0;    // children who have been born and are not yet 18
  bool helped = false;     // receives help above universal services
  bool statutory = false;  // has an open statutory case; both repeat the case, to save its row
  std::array<std::uint16_t, family_clocks> clock_draws{};
};

static_assert(sizeof(Family) == 256, "an event should touch four cache lines of its family");

}  // namespace stepdown
