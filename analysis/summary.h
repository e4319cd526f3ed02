#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace stepdown {

/// What the runs say of one number: its mean with the half-width of a 95% t interval, and the *90%
/// range*, 5th to 95th percentile over runs. NaN where nothing can be said: everything without a
/// run, deviation and half-width with fewer than two.
struct Summary {
  std::size_t runs = 0;     // that have a value
  std::size_t missing = 0;  // that have none: a share of nobody, a failed run
  double mean;
  double deviation;  // standard deviation over runs
  double half_width;
  double low;
  double high;

  double mean_low() const { return mean - half_width; }
  double mean_high() const { return mean + half_width; }
};

/// Of values of which NaN means none.
Summary summarise(std::span<const double> values);

/// Half-width of the t interval of a mean over `runs` runs with this standard deviation.
double half_width_of_mean(double deviation, std::size_t runs, double confidence);

/// Of sorted values without NaN, at least one; between two of them linear (Hyndman and Fan's
/// definition 7).
double quantile(std::span<const double> sorted, double share);

}  // namespace stepdown
