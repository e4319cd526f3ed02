#include "model/outcomes/nearest_rank.h"

#include <gtest/gtest.h>

#include <cmath>

namespace stepdown {
namespace {

TEST(NearestRank, is_the_least_value_that_a_share_of_them_does_not_exceed) {
  const std::vector<double> values = {9, 1, 8, 2, 7, 3, 6, 4, 5, 10};
  EXPECT_EQ(nearest_rank(values, 0.5), 5.0);
  EXPECT_EQ(nearest_rank(values, 0.9), 9.0);
  EXPECT_EQ(nearest_rank(values, 0.91), 10.0);
  EXPECT_EQ(nearest_rank(values, 1.0), 10.0);
  EXPECT_EQ(nearest_rank(values, 0.0), 1.0);
  EXPECT_EQ(nearest_rank({3}, 0.5), 3.0);
}

TEST(NearestRank, of_nothing_is_no_number) { EXPECT_TRUE(std::isnan(nearest_rank({}, 0.5))); }

}  // namespace
}  // namespace stepdown
