#pragma once

#include <cstdint>

namespace stepdown {

/// Level of neglect of a family, that of its worst-cared-for child (EV1): 1 thriving, needs met;
/// 2 needs mostly met; 3 some needs unmet; 4 adults' needs come first; 5 significant risk of harm.
enum class NeglectLevel : std::uint8_t { one = 1, two, three, four, five };

inline constexpr int neglect_levels = 5;

constexpr NeglectLevel level_at(std::size_t row) { return static_cast<NeglectLevel>(row + 1); }
constexpr int number(NeglectLevel level) { return static_cast<int>(level); }
constexpr int row_of(NeglectLevel level) { return static_cast<int>(level) - 1; }
constexpr NeglectLevel worse(NeglectLevel level) {
  return level == NeglectLevel::five ? level : static_cast<NeglectLevel>(number(level) + 1);
}
constexpr NeglectLevel better(NeglectLevel level) {
  return level == NeglectLevel::one ? level : static_cast<NeglectLevel>(number(level) - 1);
}

/// An acute concern beside neglect, such as domestic abuse or a parent's crisis (EV8, EV12).
enum class AcuteConcern : std::uint8_t { none, moderate, serious };

constexpr int grade(AcuteConcern concern) { return static_cast<int>(concern); }

}  // namespace stepdown
