#pragma once

#include <array>

#include "model/parameters/model_parameters.h"
#include "model/services/team.h"
#include "model/state/neglect_level.h"

namespace stepdown {

/// The parameters with what the event loop would otherwise work out anew at every event: rates by
/// level, lasting capacity and acute concern, per day.
struct Rules {
  explicit Rules(const ModelParameters& parameters);

  ModelParameters p;
  static constexpr int capacities = 4;
  std::array<std::array<double, capacities>, neglect_levels> worsening;
  std::array<std::array<double, capacities>, neglect_levels> easing;
  std::array<double, neglect_levels> concern_arrival;
  double concern_resolution;
  double capacity_fades;
  std::array<std::array<double, 3>, neglect_levels> noticing;  // by level and grade of concern
  double error_sd_seen_from_outside;
  double error_sd_in_the_home;
  std::array<int, 3> posts;  // community workers, key workers, social workers
  std::array<Places, 3> caps;

  bool is_laboratory(Laboratory system) const { return p.laboratory.system == system; }
};

}  // namespace stepdown
