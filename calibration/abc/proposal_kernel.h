#pragma once

#include <cstddef>
#include <vector>

#include "calibration/abc/point_luck.h"
#include "calibration/abc/population.h"

namespace stepdown {

/// Where the next generation looks: a point of the last one, taken by its weight, and a normal step
/// away from it whose covariance is that of the last generation times `widening` (2 after Beaumont
/// et al. 2009 and Filippi et al. 2013).
class ProposalKernel {
 public:
  ProposalKernel(const WeightedPoints& around, double widening);

  Point draw(const PointLuck& luck) const;
  /// The logarithm of the density with which `draw` proposes the point, whichever point it set out
  /// from.
  double log_density(const Point& point) const;

 private:
  std::vector<double> whitened(const Point& point) const;

  std::size_t width_;
  std::vector<Point> points_;
  std::vector<double> weights_up_to_;
  std::vector<double> log_weights_;
  std::vector<double> root_;      // of the covariance: lower triangle, column by column
  std::vector<double> whitened_;  // the points in units of a step, one after another
  double log_factor_ = 0;
};

}  // namespace stepdown
