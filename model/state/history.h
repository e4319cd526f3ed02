#pragma once

#include <array>
#include <cstdint>
#include <limits>

#include "model/decision.h"
#include "model/state/family.h"

namespace stepdown {

/// One child of a family: birth, and what services remember about it.
struct Child {
  double born = std::numeric_limits<double>::infinity();
  double last_referral = -std::numeric_limits<double>::infinity();
  std::uint8_t plans = 0;  // child protection plans that have started
};

/// What a family's past says, for measures and for services that remember.
struct History {
  static constexpr double not_yet = std::numeric_limits<double>::infinity();

  std::array<Child, most_children> children;
  double first_at_level_three = not_yet;
  double first_at_level_four = not_yet;
  double first_help = not_yet;
  /// How many times each decision has been drawn for this family.
  std::array<std::uint16_t, counted_decisions> draws{};
};

}  // namespace stepdown
