#include "analysis/sensitivity/estimate.h"

#include <cmath>
#include <limits>
#include <vector>

#include "analysis/summary.h"
#include "model/contract.h"

namespace stepdown {
namespace {

constexpr double confidence = 0.95;

}  // namespace

Estimate no_estimate() {
  constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
  return {nothing, nothing};
}

Estimate mean_of_blocks(std::span<const double> blocks) {
  const Summary summary = summarise(blocks);
  return {summary.mean, summary.half_width};
}

Estimate ratio_of_blocks(std::span<const double> numerators, std::span<const double> denominators) {
  expects(numerators.size() == denominators.size(), "a ratio is of the same blocks");
  double above = 0;
  double below = 0;
  double blocks = 0;
  for (std::size_t i = 0; i < numerators.size(); ++i) {
    if (std::isfinite(numerators[i]) && std::isfinite(denominators[i])) {
      above += numerators[i];
      below += denominators[i];
      ++blocks;
    }
  }
  if (blocks == 0 || below == 0) {
    return no_estimate();
  }
  const double ratio = above / below;
  const double mean_below = below / blocks;
  std::vector<double> residuals;
  for (std::size_t i = 0; i < numerators.size(); ++i) {
    if (std::isfinite(numerators[i]) && std::isfinite(denominators[i])) {
      residuals.push_back((numerators[i] - ratio * denominators[i]) / mean_below);
    }
  }
  const Summary summary = summarise(residuals);
  return {ratio, half_width_of_mean(summary.deviation, residuals.size(), confidence)};
}

}  // namespace stepdown
