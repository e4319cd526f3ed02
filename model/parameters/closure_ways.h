#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// What goes with closing in every service (EV66, EV71).
struct ClosureWaysParameters {
  double hand_back = 0;
  double hand_back_effect = 0;
  double minimum_weeks_after_plan = 0;
};

std::span<const Parameter> closure_ways_parameters();

}  // namespace stepdown
