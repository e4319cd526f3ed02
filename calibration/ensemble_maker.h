#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "calibration/fit_plan.h"
#include "calibration/trial_world.h"

namespace stepdown {

/// Where the worlds of an ensemble come from and go to. Every draw is kept in `draws`, so that a
/// search that was stopped goes on where it was; those near enough are `members`.
struct EnsembleOrder {
  std::size_t members_wanted = 24;
  std::uint64_t seed = 1;
  std::string origin;  // stamp of base, targets and plan: draws of another origin are made anew
  std::filesystem::path draws;
  std::filesystem::path members;
};

/// How many members there are in the end, of how many draws.
struct EnsembleMade {
  std::size_t members = 0;
  int draws = 0;
};

/// Draws and fits worlds one after another until enough of them are nearly as near to the figures
/// as the base, or twice as many were drawn as were wanted. Members are numbered in the order of
/// their draws; members of an earlier ensemble beyond the last are removed.
EnsembleMade make_ensemble(const TrialWorld& base, const FitPlan& plan, const EnsembleOrder& order,
                           const std::function<void(const std::string&)>& told);

}  // namespace stepdown
