#include "analysis/sensitivity/estimate.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace stepdown {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

TEST(Estimate, HasTheTIntervalOfTheMeanOverBlocks) {
  const Estimate estimate = mean_of_blocks(std::vector{1.0, 2.0, 3.0});
  EXPECT_DOUBLE_EQ(estimate.value, 2);
  // 4.302653 is the 97.5% point of t with two degrees of freedom.
  EXPECT_NEAR(estimate.half_width, 4.302653 / std::sqrt(3.0), 1e-6);
}

TEST(Estimate, OfARatioIsExactWhereEveryBlockHasTheSameRatio) {
  const Estimate ratio = ratio_of_blocks(std::vector{1.0, 2.0, 4.0}, std::vector{2.0, 4.0, 8.0});
  EXPECT_DOUBLE_EQ(ratio.value, 0.5);
  EXPECT_NEAR(ratio.half_width, 0, 1e-15);
}

TEST(Estimate, LeavesOutBlocksWithoutAValue) {
  const Estimate ratio =
      ratio_of_blocks(std::vector{1.0, nothing, 3.0}, std::vector{2.0, 4.0, 6.0});
  EXPECT_DOUBLE_EQ(ratio.value, 0.5);
}

TEST(Estimate, SaysNothingOfNothing) {
  EXPECT_TRUE(std::isnan(ratio_of_blocks(std::vector{0.0}, std::vector{0.0}).value));
  EXPECT_TRUE(std::isnan(mean_of_blocks(std::vector{nothing}).value));
  EXPECT_TRUE(std::isnan(mean_of_blocks(std::vector{1.0}).half_width)) << "one block, no interval";
}

}  // namespace
}  // namespace stepdown
