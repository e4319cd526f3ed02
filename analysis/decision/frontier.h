#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace stepdown {

/// An option's cost and its outcome, run by run; less is better of both. Runs of the same number
/// have the same luck in every option; NaN where a run has none.
struct CostAndOutcome {
  std::vector<double> cost;
  std::vector<double> outcome;
};

/// An option that no other beats in both means, and how sure its place is beside its dearer
/// neighbour on the frontier: in how many of the runs of both it is the cheaper one with the worse
/// outcome.
struct OnFrontier {
  std::size_t option = 0;
  std::size_t runs_in_order = 0;
  std::size_t runs_of_both = 0;  // 0 for the dearest, which has no neighbour

  /// Whether the order holds in 80 of 100 runs.
  bool is_certain() const { return 5 * runs_in_order >= 4 * runs_of_both; }
};

/// The options that are not beaten, from the cheapest to the dearest.
std::vector<OnFrontier> frontier(std::span<const CostAndOutcome> options);

}  // namespace stepdown
