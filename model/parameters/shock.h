#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// What changes from outside the authority.
enum class Shock : std::size_t { cost_of_living, crises, publicity, arrivals, partner_cuts };

inline constexpr std::size_t shocks = 5;

/// One shock or trend: it starts, rises evenly to its size, and ends.
struct ShockParameters {
  double size = 0;
  double from_month = 0;
  double rise_months = 0;
  double lasts_months = 0;
};

/// Social workers who leave all at once.
struct ExodusParameters {
  double share = 0;
  double at_month = 0;
};

std::span<const Parameter> shock_parameters();

}  // namespace stepdown
