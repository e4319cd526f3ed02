#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// What families know of help and how they see their own need (EV11, EV22, EV23, EV44, EV46).
struct AwarenessParameters {
  double families_know = 0;
  double campaign = 0;
  double campaign_effect = 0;
  double recognises = 0;
  double inherited_recognises = 0;
  double anti_stigma = 0;
  double anti_stigma_effect = 0;
};

std::span<const Parameter> awareness_parameters();

}  // namespace stepdown
