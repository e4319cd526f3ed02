#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// Whether a family takes what is offered (EV35, EV43-EV45).
struct ConsentParameters {
  double early_help = 0;
  double child_in_need = 0;
  double not_recognising = 0;
  double recontact = 0;
  double recontact_weeks = 0;
  double easy_access = 0;
  double easy_access_effect = 0;
  double easy_access_place = 0;
};

std::span<const Parameter> consent_parameters();

}  // namespace stepdown
