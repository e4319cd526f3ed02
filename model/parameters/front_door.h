#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// What happens between a referral and a decision, and how long it takes.
struct FrontDoorParameters {
  double assessment_quarter = 0;
  double assessment_median = 0;
  double assessment_three_quarters = 0;
  double assessment_longest = 0;
  double enquiry_days = 0;
  double conference_days = 0;
  double decision_days = 0;
  double assessment_in_time = 0;
  double overload_slows = 0;
  double early_help_weeks = 0;
  double single_entry = 0;
  double single_entry_effect = 0;
  double early_help_after_assessment = 0;
  double neglect_recorded_from = 0;
};

std::span<const Parameter> front_door_parameters();

}  // namespace stepdown
