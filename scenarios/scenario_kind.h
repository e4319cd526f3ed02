#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace stepdown {

/// What a scenario file is for, as its `kind` says: the world, the facts of one authority, a
/// difference of decisions, a textbook system to prove the engine on, or another world that fits
/// as well as the base.
enum class ScenarioKind : std::uint8_t { base, place, policy, laboratory, member };

inline constexpr std::array all_scenario_kinds = {ScenarioKind::base, ScenarioKind::place,
                                                  ScenarioKind::policy, ScenarioKind::laboratory,
                                                  ScenarioKind::member};

/// "base", "place", "policy", "laboratory", "member"
std::string_view name_of(ScenarioKind kind);

}  // namespace stepdown
