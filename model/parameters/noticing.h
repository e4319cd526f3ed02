#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// How need comes to the notice of somebody who can act, and of whom (EV17-EV25).
struct NoticingParameters {
  double rate = 0;
  double by_level = 0;
  double concern_factor = 0;
  double incident_moderate = 0;
  double incident_serious = 0;
  double visibility_shape = 0;
  double place_factor = 0;
  double siblings_included = 0;
};

std::span<const Parameter> noticing_parameters();

}  // namespace stepdown
