#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// What living in a deprived area does to need, to being noticed and to being judged: three dials,
/// each of which may be off (EV9, EV77).
struct DeprivationParameters {
  double need = 0;
  double noticing = 0;
  double judgement = 0;
};

std::span<const Parameter> deprivation_parameters();

}  // namespace stepdown
