#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "calibration/abc/population.h"
#include "calibration/abc/prior.h"

namespace stepdown {

/// How a sampler searches and when it ends. The result depends on all but the threads.
struct AbcPlan {
  std::uint64_t seed = 1;
  std::size_t particles = 1000;
  /// The next tolerance is the distance within which this share of the weights lies.
  double keep = 0.5;
  /// Of the first generation, which keeps its nearest; 0 for particles / keep.
  std::size_t first_simulations = 0;
  /// How far proposals stay with single points of the last generation (ProposalKernel); 0 for what
  /// is usual in so many dimensions.
  double locality = 0;
  /// What counts as 1 in a distance, by summary; empty to learn it in every generation.
  std::vector<double> scales;
  /// Points to propose around in the first generation, instead of drawing them from the prior.
  std::optional<WeightedPoints> start;

  /// In simulations; each call of the simulation costs `simulations_each`.
  std::size_t budget = std::numeric_limits<std::size_t>::max();
  std::size_t simulations_each = 1;
  std::size_t most_generations = std::numeric_limits<std::uint32_t>::max();
  /// Accepted by simulated, over a whole generation.
  double least_acceptance = 0.005;
  /// By which share a tolerance has to be below the largest distance before.
  double least_fall = 0.005;
  double tolerance_enough = 0;

  int threads = 1;
};

/// How many simulations the first generation makes.
std::size_t first_simulations_of(const AbcPlan& plan);

/// std::invalid_argument, which says what is wrong and what is allowed, for a plan or observed
/// values that cannot be meant.
void check(const AbcPlan& plan, const std::vector<double>& observed);

/// One line for the `inputs` of a journal that tells prior, observed values and all of the plan
/// that moves a proposal; what the simulation follows from is the caller's to add. Budget and the
/// other ends are left out: a search may go on with more.
std::string stamp_of_search(const Prior& prior, const std::vector<double>& observed,
                            const AbcPlan& plan);

}  // namespace stepdown
