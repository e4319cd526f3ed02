#include "calibration/abc/population.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace stepdown {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;

constexpr double none = -std::numeric_limits<double>::infinity();

TEST(EffectiveSampleSize, counts_equal_weights_and_hardly_counts_light_ones) {
  EXPECT_DOUBLE_EQ(effective_sample_size({0.25, 0.25, 0.25, 0.25}), 4);
  EXPECT_DOUBLE_EQ(effective_sample_size({1, 0, 0}), 1);
  EXPECT_DOUBLE_EQ(effective_sample_size({}), 0);
}

TEST(WeightedQuantile, is_the_least_value_with_so_much_weight_at_or_below_it) {
  const std::vector<double> values{30, 10, 20};
  const std::vector<double> weights{0.5, 0.25, 0.25};
  EXPECT_EQ(weighted_quantile(values, weights, 0.25), 10);
  EXPECT_EQ(weighted_quantile(values, weights, 0.26), 20);
  EXPECT_EQ(weighted_quantile(values, weights, 0.5), 20);
  EXPECT_EQ(weighted_quantile(values, weights, 0.51), 30);
  EXPECT_EQ(weighted_quantile(values, weights, 1), 30);
}

TEST(LogWeights, become_shares_however_small_they_are) {
  EXPECT_THAT(from_log_weights({-2000, -2000 + std::log(3.0), none}),
              ElementsAre(DoubleNear(0.25, 1e-12), DoubleNear(0.75, 1e-12), 0.0));
  EXPECT_THAT(from_log_weights({none, none}), ElementsAre(0.5, 0.5));
}

TEST(EqualDraws, take_each_point_as_often_as_its_weight_says) {
  const WeightedPoints from{{{1}, {2}, {3}, {4}}, {0.5, 0.3, 0.0, 0.2}};
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const std::vector<Point> draws = equal_draws(from, 10, seed);
    EXPECT_EQ(std::ranges::count(draws, Point{1}), 5) << seed;
    EXPECT_EQ(std::ranges::count(draws, Point{2}), 3) << seed;
    EXPECT_EQ(std::ranges::count(draws, Point{4}), 2) << seed;
  }
}

TEST(EqualDraws, depend_on_the_seed_where_weights_are_no_whole_number_of_draws) {
  const WeightedPoints from{{{1}, {2}}, {0.25, 0.75}};
  int first = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    first += equal_draws(from, 1, seed).front() == Point{1} ? 1 : 0;
  }
  // 100 expected; 6 standard deviations.
  EXPECT_NEAR(first, 100, 6 * std::sqrt(75.0));
}

TEST(EqualDraws, of_weights_that_fall_short_of_one_by_rounding_end_with_the_last_point) {
  const WeightedPoints from{{{1}, {2}}, {0.5, 0.4}};
  EXPECT_EQ(equal_draws(from, 100, 1).back(), Point{2});
  EXPECT_TRUE(equal_draws({}, 5, 1).empty());
}

}  // namespace
}  // namespace stepdown
