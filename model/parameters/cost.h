#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// What help costs the authority.
struct CostParameters {
  double social_worker = 0;
  double key_worker = 0;
  double community_worker = 0;
  double looked_after_child = 0;
};

std::span<const Parameter> cost_parameters();

}  // namespace stepdown
