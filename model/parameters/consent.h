#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// Whether a family takes what is offered (EV35, EV43-EV45).
struct ConsentParameters {
  double early_help = 0;
  double child_in_need = 0;
};

std::span<const Parameter> consent_parameters();

}  // namespace stepdown
