#pragma once

#include <cstdint>
#include <vector>

#include "calibration/free_parameter.h"
#include "calibration/least_squares.h"
#include "calibration/targets.h"
#include "scenarios/ensemble.h"

namespace stepdown {

/// With which luck, how often and on how many threads points are tried: always the same luck, so
/// that two points differ by what they are.
struct TrialLuck {
  std::uint64_t seed = 1;
  std::uint32_t runs = 2;
  int threads = 1;
};

/// A world some of whose numbers are free: says what the targets' measures come to under any values
/// of them.
class TrialWorld {
 public:
  TrialWorld(const ModelParameters& world, std::vector<FreeParameter> free,
             std::vector<Target> targets, TrialLuck luck, DayZeroMaker make_world = model_worlds());

  const ModelParameters& world() const { return world_; }
  const std::vector<FreeParameter>& free() const { return free_; }
  const std::vector<Target>& targets() const { return targets_; }

  /// Another world with other free numbers, tried against the same targets with the same luck.
  TrialWorld changed(const ModelParameters& world, std::vector<FreeParameter> free) const;

  /// Where the world's own values stand.
  Point start() const;
  /// The free numbers that cannot be moved, since their own value lies on a bound or beyond it.
  std::vector<std::string> stuck() const;
  ModelParameters at(const Point& point) const;
  /// For each point the mean over runs of each target's measure; NaN where no run has it.
  std::vector<std::vector<double>> means(const std::vector<Point>& points) const;
  /// The distances of these means, weighed.
  std::vector<double> residuals(const std::vector<double>& means) const;
  /// The problem of coming near the targets, which must not outlive this world.
  LeastSquaresProblem problem(double pull_sd) const;

 private:
  ModelParameters world_;
  std::vector<FreeParameter> free_;
  std::vector<Target> targets_;
  TrialLuck luck_;
  DayZeroMaker make_world_;
};

}  // namespace stepdown
