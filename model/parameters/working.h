#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// How help is given: on symptoms or causes, by whom, with how much time (EV50-EV61).
struct WorkingParameters {
  double root_cause_share = 0;
  double usual_root_cause_share = 0;
  double whole_family = 0;
  double whole_family_effect = 0;
  double whole_family_place = 0;
  double relation_weeks = 0;
  double relation_new = 0;
  double consistent_worker = 0;
  double fatigue = 0;
  double lead_professional = 0;
  double peer_support = 0;
  double peer_support_effect = 0;
  double administration = 0;
  double usual_administration = 0;
  double time_effect = 0;
  double mismatch = 0;
};

std::span<const Parameter> working_parameters();

}  // namespace stepdown
