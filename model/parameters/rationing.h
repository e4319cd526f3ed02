#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// Thresholds that rise while a service is overrun and fall back when it is not (EV32, EV34).
struct RationingParameters {
  double community_raise = 0;
  double targeted_raise = 0;
  double child_in_need_raise = 0;
  double list_on = 0;
  double list_off = 0;
  double load_on = 0;
  double load_off = 0;
};

std::span<const Parameter> rationing_parameters();

}  // namespace stepdown
