#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// What help costs the authority.
struct CostParameters {
  double social_worker = 0;
  double key_worker = 0;
  double community_worker = 0;
  double looked_after_child = 0;
  double front_door_worker = 0;
  double agency_factor = 0;
  double volunteer = 0;
  double partner_worker = 0;
  double family_group_conference = 0;
  double campaign = 0;
  double universal_parenting = 0;
  double home_visits = 0;
  double peer_support = 0;
  double recruitment = 0;
  double discount_rate = 0;
};

std::span<const Parameter> cost_parameters();

}  // namespace stepdown
