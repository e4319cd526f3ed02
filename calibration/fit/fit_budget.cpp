#include "calibration/fit/fit_budget.h"

#include <algorithm>

namespace stepdown {
namespace {

// Runs that put the emulator right, at most so many and at most this share of the budget; the rest
// checks the draws, or is for approximate Bayesian computation.
constexpr std::size_t most_to_correct = 300;
constexpr double share_to_correct = 0.6;
constexpr std::size_t least_runs_for_each_figure = 40;

}  // namespace

FitBudget divided(std::size_t budget, std::size_t draws) {
  FitBudget made;
  made.correcting = std::min(
      most_to_correct, static_cast<std::size_t>(share_to_correct * static_cast<double>(budget)));
  made.checking = std::min(draws, budget - made.correcting);
  made.left = budget - made.correcting - made.checking;
  return made;
}

bool are_enough_by_runs(const FitBudget& budget, std::size_t figures) {
  return budget.left >= least_runs_for_each_figure * figures;
}

std::size_t budget_by_runs(std::size_t figures, std::size_t draws) {
  return most_to_correct + draws + least_runs_for_each_figure * figures;
}

}  // namespace stepdown
