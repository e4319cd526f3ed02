#pragma once

#include <span>

#include "model/parameters/parameter.h"

namespace stepdown {

/// Whose families they are, how many, and how households form.
struct PopulationParameters {
  double children = 0;
  double share_one_child = 0;
  double share_two_children = 0;
  double share_three_children = 0;
  double birth_interval_years = 0;
  NumberList quintile_shares;
  double moves_away = 0;
};

std::span<const Parameter> population_parameters();

}  // namespace stepdown
