#pragma once

#include <span>

namespace stepdown {

/// A number with the 95% interval that independent blocks of the same work give it; NaN where
/// nothing can be said, the half-width with fewer than two blocks.
struct Estimate {
  double value;
  double half_width;

  double low() const { return value - half_width; }
  double high() const { return value + half_width; }
};

/// Nothing can be said.
Estimate no_estimate();

/// The mean over blocks, with a t interval; blocks that are NaN are left out.
Estimate mean_of_blocks(std::span<const double> blocks);

/// The mean of the one over the mean of the other, block by block, with a t interval of the ratio
/// to first order (Cochran 1977, section 6.4). Blocks in which either is NaN are left out.
Estimate ratio_of_blocks(std::span<const double> numerators, std::span<const double> denominators);

}  // namespace stepdown
