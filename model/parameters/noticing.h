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
  double school = 0;
  double early_years = 0;
  double health = 0;
  double police = 0;
  double housing_voluntary = 0;
  double the_public = 0;
  double family_itself = 0;
  double month_size = 0;
  double information_sharing = 0;
  double information_sharing_effect = 0;
  double portal = 0;
  double portal_effect = 0;
  double home_visits = 0;
  double home_visits_effect = 0;
  double schools_act = 0;
  double referrer_mismatch = 0;
  double published_criteria = 0;
  double repeat_contacts = 0;
  double repeat_weeks = 0;
};

std::span<const Parameter> noticing_parameters();

}  // namespace stepdown
