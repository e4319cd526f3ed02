#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "calibration/free_parameter.h"

namespace stepdown {

/// How the base is fitted and its ensemble made, as calibration/base_fit.toml says.
struct FitPlan {
  std::vector<std::string> settings;  // of the world in which points are tried, as after --set
  std::uint32_t runs = 2;             // for each point
  int iterations = 12;
  double step = 0.15;    // of a slope, on the line without ends
  double pull_sd = 1.0;  // how weakly the values are held to those they start from
  std::vector<FreeParameter> fitted;

  double misfit_factor = 1.5;  // a member may be so much further off than the base,
  double misfit_enough = 0;    // and for each figure this is near enough whatever the base is
  int member_iterations = 10;
  std::vector<FreeParameter> drawn;  // what a member draws from its range before it is fitted
};

/// Throws ScenarioErrors with all that is wrong.
FitPlan read_fit_plan(const std::string& path, const std::string& text);

}  // namespace stepdown
