#pragma once

#include <functional>

#include "calibration/abc/point_luck.h"
#include "calibration/least_squares.h"

namespace stepdown {

/// What is believed of a point before anything is compared: how to draw one, and the logarithm of
/// the density at one, minus infinity where there can be none. The density may lack a constant
/// factor. Called from several threads at once.
struct Prior {
  std::function<Point(const PointLuck&)> draw;
  std::function<double(const Point&)> log_density;
};

/// Independent normal numbers.
Prior normal_prior(Point means, Point sds);

}  // namespace stepdown
