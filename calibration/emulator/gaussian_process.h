#pragma once

#include <cstddef>
#include <vector>

#include "calibration/emulator/table.h"

namespace stepdown {

/// How a smooth function varies: over which length along each coordinate, how widely, and how much
/// of what was seen is neither that nor the noise that was known.
struct Smoothness {
  std::vector<double> lengths;
  double sd = 1;
  double extra_noise_sd = 0;
};

/// Values of a function at points, each with a noise of known variance.
struct NoisyValues {
  Table points;
  std::vector<double> values;
  std::vector<double> noise_variances;
};

/// Means and variances of the function, not of noisy values of it.
struct Predicted {
  std::vector<double> means;
  std::vector<double> variances;
};

/// A smooth unknown function of a point: constant, slopes and squares along each coordinate, and
/// what departs from them as a Gaussian process with a squared exponential kernel that has a length
/// for each coordinate (Rasmussen and Williams 2006, chapters 2 and 5; noise that differs between
/// points: Ankenman, Nelson and Staum 2010).
class GaussianProcess {
 public:
  /// Of the smoothness that makes the values most likely, searched on `subset` of the points.
  static Smoothness most_likely_smoothness(const NoisyValues& seen, std::size_t subset);

  /// Conditioned on all that was seen; variances are as if only `subset` of it had been, which is
  /// wider and far quicker, times `variance_factor`.
  GaussianProcess(const NoisyValues& seen, Smoothness smoothness, std::size_t subset,
                  double variance_factor = 1);
  /// As one was that has been kept.
  GaussianProcess(Table points, Smoothness smoothness, std::vector<double> trend,
                  std::vector<double> weights, const std::vector<double>& noise_variances,
                  std::size_t subset, double variance_factor);

  std::vector<double> means(const Table& points) const;
  Predicted predict(const Table& points) const;

  const Table& points() const { return points_; }
  std::size_t subset() const { return subset_; }
  const Smoothness& smoothness() const { return smoothness_; }
  const std::vector<double>& trend() const { return trend_; }
  const std::vector<double>& weights() const { return weights_; }
  double variance_factor() const { return variance_factor_; }

 private:
  void scale_points();
  void condition_subset(const std::vector<double>& noise_variances);

  Table points_;
  Smoothness smoothness_;
  std::vector<double> scaled_points_;  // by their lengths, column after column
  std::vector<double> trend_;          // 1, then slopes, then squares
  std::vector<double> weights_;        // of the kernel at each point
  std::size_t subset_;
  double variance_factor_;
  std::vector<double> subset_factor_;  // lower triangle of the subset's covariance, by column
};

}  // namespace stepdown
