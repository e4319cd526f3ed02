#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace stepdown {

/// What a scenario file is for, as its `kind` says: the world, the facts of one authority, a
/// difference of decisions, a textbook system to prove the engine on, another world that fits as
/// well as the base, or a world fitted to the figures of one authority.
enum class ScenarioKind : std::uint8_t { base, place, policy, laboratory, member, fit };

inline constexpr std::array all_scenario_kinds = {ScenarioKind::base,   ScenarioKind::place,
                                                  ScenarioKind::policy, ScenarioKind::laboratory,
                                                  ScenarioKind::member, ScenarioKind::fit};

/// "base", "place", "policy", "laboratory", "member", "fit"
std::string_view name_of(ScenarioKind kind);

/// Whether files of that kind stand between base and place and are given by an option that is
/// called as the kind.
constexpr bool stands_between(ScenarioKind kind) {
  return kind == ScenarioKind::member || kind == ScenarioKind::fit;
}

/// Whether files of that kind extend nothing and are no scenarios by themselves.
constexpr bool stands_alone(ScenarioKind kind) {
  return kind == ScenarioKind::place || stands_between(kind);
}

}  // namespace stepdown
