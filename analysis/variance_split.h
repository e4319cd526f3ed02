#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace stepdown {

/// Why a number is uncertain: by luck, which differs from run to run in one and the same world, or
/// because nobody knows which of several worlds is true. Both are variances of one run's number;
/// NaN where too little was run to tell.
struct VarianceSplit {
  std::size_t draws = 0;
  std::size_t runs = 0;  // in each draw, of those that have a value in every draw
  double mean;
  double luck;
  double not_knowing;

  /// Whether both could be told.
  bool is_known() const;
  /// What part of the whole variance is not knowing: 0 to 1; NaN where nothing varies.
  double share_of_not_knowing() const;
  /// How wide a range each alone would make in which nine of ten runs lie, if it were normal.
  double width_of_luck() const;
  double width_of_not_knowing() const;
};

/// Splits the variance of values, draw by run, of which NaN means none: a crossed layout with
/// random effects of draws, of runs, and of both together, each estimated without bias. Runs of one
/// number may have the same luck in every draw or not: what they have in common does not count as
/// knowledge. A part that comes out negative, as it may by chance where it is next to nothing, is
/// told as none.
VarianceSplit variance_split(std::span<const std::vector<double>> by_draw);

}  // namespace stepdown
