#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// Being looked after: how long, and how it ends.
struct CareParameters {
  double exit_first_year = 0;
  double exit_later = 0;
  double return_home_share = 0;
  double siblings_in_care = 0;
};

std::span<const Parameter> care_parameters();

}  // namespace stepdown
