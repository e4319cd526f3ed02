#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// When the decisions of a policy file begin.
struct PolicyParameters {
  double from_month = 0;
};

std::span<const Parameter> policy_parameters();

}  // namespace stepdown
