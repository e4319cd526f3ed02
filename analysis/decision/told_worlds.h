#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/decision/decision_told.h"
#include "analysis/decision/objective.h"
#include "analysis/decision/scenario_discovery.h"
#include "analysis/decision/told_break_even.h"
#include "analysis/decision/value_of_information.h"
#include "analysis/study/varied.h"

namespace stepdown {

/// Worlds that may be true, and how far a policy differs in each: values of what is varied by
/// world, and the difference from the baseline, less being better. Worlds in which a run failed
/// are not among them. A policy that `is_ruled_out` may not be chosen, whatever the difference.
struct TriedWorlds {
  std::vector<Varied> varied;
  std::vector<std::vector<double>> values;  // a row for each of them
  std::vector<double> difference;
  std::size_t left_out = 0;
  std::size_t runs = 1;  // of each plan in each world
  bool is_ruled_out = false;
};

/// Where a policy loses, in plain words, or that it cannot be said.
DecisionTold told_discovery(const TriedWorlds& worlds, const Objective& objective,
                            const TwoPlans& plans);

/// What it is worth to know more before deciding: everything that is varied, and each alone.
DecisionTold told_worth(const TriedWorlds& worlds, const Objective& objective,
                        const TwoPlans& plans, std::uint64_t key);

}  // namespace stepdown
