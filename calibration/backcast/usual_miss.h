#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "calibration/backcast/backcast.h"

namespace stepdown {

/// How far fits usually stay from the level of one figure, on its measure's scale: 1.4826 times the
/// median distance over authorities, which is a standard deviation if they are normal.
struct UsualMiss {
  std::string measure;
  std::size_t authorities = 0;
  double distance = 0;
};

/// What `local_fit.toml` states as discrepancies: each authority is fitted as if the model could be
/// as near as a figure's error allows. In the order of the emulator's measures; those that no
/// authority has a target for are left out.
std::vector<UsualMiss> usual_misses(std::span<const BackcastCase> cases, const Emulator& emulator,
                                    const LocalFitPlan& plan, const std::atomic<bool>& stop,
                                    const std::function<void(std::size_t done)>& told);

}  // namespace stepdown
