#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "model/parameters/parameter.h"

namespace stepdown {

/// Textbook systems that the same engine runs: the authority itself, one service with Poisson
/// arrivals of new families, or the life of need alone.
enum class Laboratory : std::uint8_t { off, queue, need_only };

inline constexpr std::array<std::string_view, 3> laboratory_names = {"off", "queue", "need_only"};

/// The textbook system's own numbers; places are workers who hold one child each.
struct LaboratoryParameters {
  Laboratory system{};
  double arrival_rate = 0;
  double service_rate = 0;
  int places = 0;
  double abandon_rate = 0;
  int families = 0;
  double occupancy_at_years = 0;
};

std::span<const Parameter> laboratory_parameters();

}  // namespace stepdown
