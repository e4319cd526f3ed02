#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "model/parameters/parameter.h"

namespace stepdown {

/// Who is next on a waiting list.
enum class Discipline : std::uint8_t { first_come, by_level, by_level_with_ageing };

inline constexpr std::array<std::string_view, 3> discipline_names = {"first_come", "by_level",
                                                                     "by_level_with_ageing"};

/// Waiting for help that is not statutory (EV36).
struct WaitingParameters {
  double community_drop_out = 0;
  double targeted_drop_out = 0;
  Discipline discipline{};
  double ageing = 0;
  double retriage_weeks = 0;
  double interim_support = 0;
  double interim_place = 0;
  double interim_holds = 0;
};

std::span<const Parameter> waiting_parameters();

}  // namespace stepdown
