#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// How well need is judged: a judged level is the true level plus an error (EV17, EV18, EV58).
struct JudgementParameters {
  double error_sd = 0;
  double home_visit_factor = 0;
  double concern_weight = 0;
  double shared_share = 0;
  double structured_tools = 0;
  double structured_tools_effect = 0;
  double structured_tools_time = 0;
  double disguise_share = 0;
  double disguise_levels = 0;
  double disguise_seen = 0;
};

std::span<const Parameter> judgement_parameters();

}  // namespace stepdown
