#include "calibration/abc/prior.h"

#include <gmock/gmock.h>

#include <cmath>
#include <set>
#include <stdexcept>

namespace stepdown {
namespace {

// 20,000 draws: 6 standard errors of the mean, and of the standard deviation.
TEST(NormalPrior, draws_with_its_means_and_standard_deviations) {
  const Prior prior = normal_prior({3, -1}, {2, 0.5});
  constexpr std::uint32_t draws = 20000;
  Point sum(2, 0.0);
  Point squares(2, 0.0);
  for (std::uint32_t i = 0; i < draws; ++i) {
    const Point point = prior.draw(PointLuck(5, 0, i));
    for (std::size_t k = 0; k < 2; ++k) {
      sum[k] += point[k] / draws;
      squares[k] += point[k] * point[k] / draws;
    }
  }
  EXPECT_NEAR(sum[0], 3, 2 * 6 / std::sqrt(draws));
  EXPECT_NEAR(sum[1], -1, 0.5 * 6 / std::sqrt(draws));
  EXPECT_NEAR(std::sqrt(squares[0] - sum[0] * sum[0]), 2, 2 * 6 / std::sqrt(2.0 * draws));
  EXPECT_NEAR(std::sqrt(squares[1] - sum[1] * sum[1]), 0.5, 0.5 * 6 / std::sqrt(2.0 * draws));
}

TEST(NormalPrior, has_a_density_that_falls_with_the_square_of_the_way_from_the_mean) {
  const Prior prior = normal_prior({3, -1}, {2, 0.5});
  EXPECT_DOUBLE_EQ(prior.log_density({5, -1}) - prior.log_density({3, -1}), -0.5);
  EXPECT_DOUBLE_EQ(prior.log_density({3, 0}) - prior.log_density({3, -1}), -2);
}

TEST(NormalPrior, refuses_a_width_that_is_none) {
  EXPECT_THROW(normal_prior({0}, {0}), std::invalid_argument);
  EXPECT_THROW(normal_prior({0}, {std::nan("")}), std::invalid_argument);
  EXPECT_THROW(normal_prior({0, 1}, {1}), std::invalid_argument);
}

TEST(PointLuck, is_the_same_for_the_same_place_and_another_for_any_other) {
  EXPECT_EQ(PointLuck(1, 2, 3).normal(4), PointLuck(1, 2, 3).normal(4));
  const std::set<double> draws{PointLuck(1, 2, 3).uniform(4), PointLuck(9, 2, 3).uniform(4),
                               PointLuck(1, 9, 3).uniform(4), PointLuck(1, 2, 9).uniform(4),
                               PointLuck(1, 2, 3).uniform(9)};
  EXPECT_EQ(draws.size(), 5U);
  EXPECT_NE(PointLuck(1, 2, 3).of_simulation(), PointLuck(1, 2, 4).of_simulation());
}

}  // namespace
}  // namespace stepdown
