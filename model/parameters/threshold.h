#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// Judged need at which a door opens; raising one rations what lies behind it (EV32-EV34).
struct ThresholdParameters {
  double community_early_help = 0;
  double targeted_early_help = 0;
  double referral = 0;
  double front_door = 0;
  double child_in_need = 0;
  double enquiry = 0;
  double conference = 0;
  double plan = 0;
  double good_review = 0;
};

std::span<const Parameter> threshold_parameters();

}  // namespace stepdown
