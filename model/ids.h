#pragma once

#include <cstdint>
#include <limits>

namespace stepdown {

/// The place of a family's rows in the store of families; taken again after the family has left.
using FamilySlot = std::uint32_t;

/// A family's name for all time and under every policy: luck is keyed by it.
using FamilyId = std::uint32_t;

/// The place of a worker in a team.
using WorkerId = std::uint32_t;

inline constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

}  // namespace stepdown
