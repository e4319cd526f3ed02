#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// The life of need: how neglect worsens and eases by itself, and how crises come and go.
struct NeedParameters {
  double worsening = 0;
  double worsening_by_level = 0;
  double easing = 0;
  double easing_by_level = 0;
  double vulnerability_shape = 0;
  double own_capacity = 0;
  double capacity_slows_worsening = 0;
  double capacity_speeds_easing = 0;
  double capacity_fades = 0;
  double concern_arrival = 0;
  double concern_by_level = 0;
  double concern_vulnerability = 0;
  double concern_serious_share = 0;
  double concern_resolution = 0;
  double concern_raises_level = 0;
  double fragile_factor = 0;
  double fragile_weeks = 0;
  double inherited_share = 0;
  double inherited_factor = 0;
  double under_5_factor = 0;
  double over_10_factor = 0;
  double school_change = 0;
  double universal_parenting = 0;
  double universal_parenting_effect = 0;
};

std::span<const Parameter> need_parameters();

}  // namespace stepdown
