#pragma once

#include <cstddef>

namespace stepdown {

/// What the runs of one fit are spent on.
struct FitBudget {
  std::size_t correcting = 0;  // puts the emulator right
  std::size_t checking = 0;    // runs at the draws kept
  std::size_t left = 0;        // for approximate Bayesian computation
};

FitBudget divided(std::size_t budget, std::size_t draws);

/// The runs for each figure below which approximate Bayesian computation tells nothing.
bool are_enough_by_runs(const FitBudget& budget, std::size_t figures);
/// A budget with which there are enough.
std::size_t budget_by_runs(std::size_t figures, std::size_t draws);

}  // namespace stepdown
