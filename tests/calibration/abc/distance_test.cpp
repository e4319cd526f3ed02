#include "calibration/abc/distance.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

namespace stepdown {
namespace {

using ::testing::DoubleEq;
using ::testing::ElementsAre;

constexpr double infinite = std::numeric_limits<double>::infinity();

std::vector<double> scales(const std::vector<std::vector<double>>& simulated) {
  std::vector<const std::vector<double>*> all;
  for (const auto& each : simulated) {
    all.push_back(&each);
  }
  return scales_of(all);
}

TEST(Scales, are_the_median_absolute_deviations_of_the_summaries) {
  // Deviations 2, 1, 0, 1, 95 from 3, and ten times as much.
  EXPECT_THAT(scales({{1, 10}, {2, 20}, {3, 30}, {4, 40}, {98, 980}}), ElementsAre(1, 10));
  // An even number: median 2.5, deviations 1.5, 0.5, 0.5, 1.5.
  EXPECT_THAT(scales({{1}, {2}, {3}, {4}}), ElementsAre(1));
}

TEST(Scales, fall_back_on_the_mean_deviation_where_half_of_all_agree) {
  EXPECT_THAT(scales({{5}, {5}, {5}, {5}, {9}}),
              ElementsAre(DoubleEq(0.8 * 0.67448975019608171 / 0.79788456080286536)));
}

TEST(Scales, leave_out_what_never_moves) {
  const std::vector<double> found = scales({{5, 1}, {5, 2}, {5, 3}});
  EXPECT_THAT(found, ElementsAre(infinite, 1));
  EXPECT_EQ(distance_between({5, 2}, {7, 2}, found), 0);
}

TEST(Distance, is_euclidean_in_units_of_the_scales) {
  EXPECT_DOUBLE_EQ(distance_between({4, 30}, {1, 70}, {1, 10}), 5);
}

}  // namespace
}  // namespace stepdown
