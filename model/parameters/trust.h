#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// Trust in services, from 0 to 4, made and lost by what services do (EV35, EV45).
struct TrustParameters {
  double start = 0;
  double gain = 0;
  double loss_refused = 0;
  double loss_handover = 0;
  double effect = 0;
};

std::span<const Parameter> trust_parameters();

}  // namespace stepdown
