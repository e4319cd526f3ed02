#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// Who does the work: posts of each team.
struct WorkforceParameters {
  int social_workers = 0;
  double key_workers_per_10000 = 0;
  double community_workers_per_10000 = 0;
  int additional_social_workers = 0;
  int additional_key_workers = 0;
  int additional_community_workers = 0;
};

std::span<const Parameter> workforce_parameters();

}  // namespace stepdown
