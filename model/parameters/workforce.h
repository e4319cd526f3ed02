#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// Who does the work: posts of each team.
struct WorkforceParameters {
  int social_workers = 0;
  double key_workers_per_10000 = 0;
  double community_workers_per_10000 = 0;
  double early_help_posts = 0;
  double social_work_posts = 0;
  int additional_social_workers = 0;
  int additional_key_workers = 0;
  int additional_community_workers = 0;
  double front_door_per_10000 = 0;
  int additional_front_door = 0;
  int volunteers = 0;
  double volunteer_effect = 0;
  int partner_leads = 0;
  double partner_effect = 0;
  double turnover = 0;
  double early_help_turnover = 0;
  double retention = 0;
  double recruitment_weeks = 0;
  double early_help_recruitment_weeks = 0;
  double agency_cover = 0;
  double agency_weeks = 0;
  double absence = 0;
  double absence_weeks = 0;
  double newly_qualified_share = 0;
  double newly_qualified_cap = 0;
  double ramp_up_weeks = 0;
  double handover_loss = 0;
  double reserved_share = 0;
};

std::span<const Parameter> workforce_parameters();

}  // namespace stepdown
