#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/sensitivity/estimate.h"
#include "analysis/sensitivity/sobol_design.h"

namespace stepdown {

/// How much of the spread of an outcome one factor accounts for: `first` alone, `total` together
/// with everything it acts with. Shares of the whole spread, luck included, and beside them shares
/// of what the settings decide: the indices of the outcome's mean, as textbooks define them.
struct FactorShare {
  Estimate first;
  Estimate total;
  Estimate first_of_settings;
  Estimate total_of_settings;
};

/// What two factors do together beyond what each does alone, as a share of the whole spread.
struct PairShare {
  std::size_t one;
  std::size_t other;
  Estimate share;
};

/// What moves one outcome of a stochastic model, and how much of its spread is luck.
struct SobolIndices {
  double mean;
  double variance;  // of single runs, over settings and luck
  Estimate luck;    // share of the variance that settings do not decide; none without replicates
  std::vector<FactorShare> factors;
  std::vector<PairShare> pairs;      // only where the plan asks for them
  std::vector<std::size_t> missing;  // values that do not exist, for each scramble
  std::size_t values = 0;            // in all, those missing too
  std::size_t all_missing() const;
};

/// Of values at each evaluation of a plan, replicate after replicate, NaN where there is none. With
/// one replicate the outcome is taken to have no luck in it. With more every product is taken over
/// two replicates, so that luck has mean 0 in it: VT = E[(A1 - AB1)(A2 - AB2)] / 2 after Jansen
/// (1999), V = E[B1 (AB2 - A2)] after Saltelli and others (2010), and what settings decide is the
/// covariance of the two. A value that does not exist leaves out the products it stands in.
SobolIndices sobol_indices(const SobolPlan& plan, std::span<const double> values,
                           std::size_t replicates);

}  // namespace stepdown
