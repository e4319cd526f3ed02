#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "calibration/least_squares.h"

namespace stepdown {

/// The logarithms of how likely points make what was observed, of points that are given together;
/// called from several threads at once.
using LogLikelihood = std::function<std::vector<double>(const std::vector<Point>&)>;

/// How a likelihood is let in. The result depends on all but the threads.
struct TemperedPlan {
  std::uint64_t seed = 1;
  std::size_t points = 1000;
  std::size_t moves = 8;        // of each point, at each temperature
  std::size_t last_moves = 30;  // more at the end: points that were one have to part
  double keep = 0.5;            // of the points' worth, from one temperature to the next
  std::size_t most_steps = 60;
  int threads = 1;
};

/// One step: how much of the likelihood counts, and which share of the moves was taken.
struct TemperedStep {
  double power = 0;
  double moved = 0;
};

struct TemperedSample {
  std::vector<Point> points;  // of equal weight
  std::vector<TemperedStep> steps;
  bool is_whole = false;  // the whole of the likelihood counts
};

/// Points spread by a standard normal prior times a likelihood that can be computed: the likelihood
/// is let in step by step, each step resampling the points and moving them (sequential Monte Carlo:
/// Del Moral, Doucet and Jasra 2006; moves that leave the normal distribution of the points as it
/// is and are accepted by what is left: Cotter, Roberts, Stuart and White 2013). Unlike proposals
/// that are weighed against the prior, this holds in tens of dimensions.
TemperedSample sample_tempered(std::size_t dimensions, const LogLikelihood& log_likelihood,
                               const TemperedPlan& plan);

}  // namespace stepdown
