#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "calibration/least_squares.h"

namespace stepdown {

/// How far off points are that are given together, in standard deviations; called from several
/// threads at once.
using Implausibility = std::function<std::vector<double>(const std::vector<Point>&)>;

/// How closely the space that is left is looked for. The result depends on all but the threads.
struct MatchingPlan {
  std::uint64_t seed = 1;
  std::size_t points = 1000;
  double cutoff = 3;      // three standard deviations (Pukelsheim 1994)
  double keep = 0.25;     // of the points, from one level to the next
  std::size_t moves = 8;  // of each point, at each level
  std::size_t most_levels = 40;
  int threads = 1;
};

/// One step inwards: below which implausibility, and which share of the step before that is.
struct MatchingLevel {
  double implausibility = 0;
  double share = 0;
  double moved = 0;  // proposed moves that stayed within
};

/// Points spread over what is left of the prior, and how much of it that is.
struct SpaceLeft {
  std::vector<Point> points;
  std::vector<double> implausibilities;
  std::vector<MatchingLevel> levels;
  double share = 1;       // of the prior
  bool is_empty = false;  // nothing came below the cutoff: these are the least implausible points
};

/// The part of a standard normal prior that is not implausible, approached level after level, each
/// leaving the more plausible part of the one before and spreading over it by moves that leave the
/// prior as it is (subset simulation: Au and Beck 2001; moves: Neal 1999). The product of the
/// levels' shares is the share of the prior that is left.
SpaceLeft match_history(std::size_t dimensions, const Implausibility& implausibility,
                        const MatchingPlan& plan);

}  // namespace stepdown
