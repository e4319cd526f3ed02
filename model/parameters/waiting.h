#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// Waiting for help that is not statutory (EV36).
struct WaitingParameters {
  double community_drop_out = 0;
  double targeted_drop_out = 0;
};

std::span<const Parameter> waiting_parameters();

}  // namespace stepdown
