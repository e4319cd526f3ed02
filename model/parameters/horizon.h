#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// When day 0 is, how long the past before it and the future after it are.
struct HorizonParameters {
  int start_year = 0;
  double warm_up_years = 0;
  int years = 0;
};

std::span<const Parameter> horizon_parameters();

}  // namespace stepdown
