#include "analysis/worlds_apart.h"

#include <gtest/gtest.h>

#include <vector>

namespace stepdown {
namespace {

Summary world(double mean, double deviation, std::size_t runs) {
  Summary summary{};
  summary.runs = runs;
  summary.mean = mean;
  summary.deviation = deviation;
  return summary;
}

// F with 2 and 12 degrees of freedom is above 3.885 in one sample of twenty; three means d apart
// with five runs each and deviation 1 have F = 5 d^2.
TEST(WorldsApart, is_judged_by_the_spread_within_worlds) {
  const auto apart = [](double d) {
    const std::vector worlds{world(-d, 1, 5), world(0, 1, 5), world(d, 1, 5)};
    return are_further_apart_than_luck(worlds);
  };
  EXPECT_FALSE(apart(0.88));
  EXPECT_TRUE(apart(0.8825));
}

// Six runs against eight: F = 6 * 8 / 14 d^2 with 1 and 12 degrees of freedom, against 4.747.
TEST(WorldsApart, weighs_worlds_by_their_runs) {
  const auto apart = [](double d) {
    const std::vector worlds{world(0, 1, 6), world(d, 1, 8)};
    return are_further_apart_than_luck(worlds);
  };
  EXPECT_FALSE(apart(1.175));
  EXPECT_TRUE(apart(1.178));
}

TEST(WorldsApart, takes_two_worlds_and_two_runs_in_one) {
  EXPECT_FALSE(are_further_apart_than_luck({}));
  EXPECT_FALSE(are_further_apart_than_luck(std::vector{world(3, 1, 9)}));
  EXPECT_FALSE(are_further_apart_than_luck(std::vector{world(0, 0, 1), world(9, 0, 1)}));
  EXPECT_TRUE(are_further_apart_than_luck(std::vector{world(0, 0.1, 9), world(9, 0, 1)}));
}

TEST(WorldsApart, is_any_difference_where_there_is_no_luck) {
  EXPECT_FALSE(are_further_apart_than_luck(std::vector{world(2, 0, 9), world(2, 0, 9)}));
  EXPECT_TRUE(are_further_apart_than_luck(std::vector{world(2, 0, 9), world(2.1, 0, 9)}));
}

}  // namespace
}  // namespace stepdown
