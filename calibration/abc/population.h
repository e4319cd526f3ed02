#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "calibration/least_squares.h"

namespace stepdown {

/// Points that stand for a distribution, each with its share of it; the shares come to 1.
struct WeightedPoints {
  std::vector<Point> points;
  std::vector<double> weights;
};

/// What one generation kept: the points whose summaries came near enough to what was observed.
struct Population : WeightedPoints {
  std::vector<std::vector<double>> summaries;  // by point
  std::vector<double> distances;               // by point
  std::vector<double> scales;   // by summary: what counts as 1 in a distance; infinite if left out
  double tolerance = 0;         // no distance is larger
  std::size_t simulations = 0;  // spent up to and with this generation
};

/// How many points of equal weight would tell as much: 1 / sum of squared weights.
double effective_sample_size(const std::vector<double>& weights);

/// The least value below or at which the share of the weights lies.
double weighted_quantile(const std::vector<double>& values, const std::vector<double>& weights,
                         double share);

/// Weights that come to 1, from their logarithms with any constant added. Where all are minus
/// infinity, equal ones.
std::vector<double> from_log_weights(std::vector<double> log_weights);

/// Points of equal weight, by systematic resampling: the first point taken depends on the seed, and
/// then every equal step along the weights takes one.
std::vector<Point> equal_draws(const WeightedPoints& from, std::size_t count, std::uint64_t seed);

}  // namespace stepdown
