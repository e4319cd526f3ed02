#pragma once

#include <span>
#include <vector>

namespace stepdown {

/// A figure of a year, with the variance that counting alone gives it (0 where unknown), both on
/// the scale of its measure (measure_scale.h).
struct YearPoint {
  int year = 0;
  double value = 0;
  double sampling_variance = 0;
};

/// How much a figure of one year departs from its level, and how far the level moves in a year, as
/// variances on the scale of the figures.
struct LevelVariances {
  double noise = 0;
  double drift = 0;
  std::size_t changes = 0;  // of one year that were seen, 0 when the split is borrowed
};

/// A level that moves as a random walk, seen through noise: what is known of it after the last
/// year.
struct LocalLevel {
  double value = 0;
  double variance = 0;  // of the level
  double noise = 0;     // variance of a figure around it
  double drift = 0;     // variance of a year's movement
};

/// The variances of a panel of series by the method of moments: a change over one year has the
/// variance drift + 2 noise, one over two years 2 drift + 2 noise; both are taken from the median
/// absolute deviation, so that a year in which everything was counted anew moves nothing. A split
/// keeps the variance of a year's change and gives each part at least a tenth of it. With fewer
/// than 30 changes of either kind the panel says nothing, and `otherwise` is returned.
LevelVariances level_variances(std::span<const std::vector<YearPoint>> panel,
                               const LevelVariances& otherwise);

/// The filtered level in `year`, of which nothing is known before the first of the points. Their
/// years rise and are not after `year`; a year without a figure lets the level move unseen. The
/// noise of a point is that of the panel, or what counting gives it if that is more.
LocalLevel level_at(int year, std::span<const YearPoint> points, const LevelVariances& variances);

}  // namespace stepdown
