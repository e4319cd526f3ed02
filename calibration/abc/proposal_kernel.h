#pragma once

#include <cstddef>
#include <vector>

#include "calibration/abc/point_luck.h"
#include "calibration/abc/population.h"

namespace stepdown {

/// Where the next generation looks: a point of the last one, taken by its weight, and a normal step
/// away from it. In few dimensions the covariance of a step is twice that of the last generation
/// (Beaumont et al. 2009, Filippi et al. 2013). In many, such proposals would be too wide by a
/// power of their number and nearly all weight would come to lie on few points; so the points are
/// first pulled together towards their mean (West 1993). `locality` s from 1 down to 0 leaves to
/// the points that share of their covariance and gives (1 + s) times all of it to the step.
class ProposalKernel {
 public:
  ProposalKernel(const WeightedPoints& around, double locality);

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

/// What serves best with a thousand points or more, as was found by trial: min(1, 4 / dimensions).
double usual_locality(std::size_t dimensions);

}  // namespace stepdown
