#include "calibration/abc/proposal_kernel.h"

#include <gmock/gmock.h>

#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

namespace stepdown {
namespace {

double normal_density(double away, double variance) {
  return std::exp(-away * away / (2 * variance)) / std::sqrt(2 * std::numbers::pi * variance);
}

// Mean 1, variance (0.25 * 9 + 0.75 * 1) / (1 - 0.625) = 8: a step has variance 16.
const WeightedPoints two_points{{{-2}, {2}}, {0.25, 0.75}};

TEST(ProposalKernel, is_a_mixture_of_steps_with_twice_the_covariance) {
  const ProposalKernel kernel(two_points, 1);
  for (const double x : {-9.0, -2.0, 0.0, 1.5, 30.0}) {
    const double density = 0.25 * normal_density(x + 2, 16) + 0.75 * normal_density(x - 2, 16);
    EXPECT_NEAR(kernel.log_density({x}), std::log(density), 1e-12) << x;
  }
}

TEST(ProposalKernel, with_less_locality_sets_out_from_points_nearer_to_their_mean) {
  const ProposalKernel kernel(two_points, 0.25);
  for (const double x : {-9.0, 0.0, 30.0}) {
    const double density = 0.25 * normal_density(x + 0.5, 10) + 0.75 * normal_density(x - 1.5, 10);
    EXPECT_NEAR(kernel.log_density({x}), std::log(density), 1e-12) << x;
  }
}

TEST(ProposalKernel, is_as_local_as_serves_in_so_many_dimensions) {
  EXPECT_EQ(usual_locality(1), 1);
  EXPECT_EQ(usual_locality(4), 1);
  EXPECT_EQ(usual_locality(10), 0.4);
}

TEST(ProposalKernel, has_a_density_that_far_points_cannot_break) {
  const ProposalKernel kernel(two_points, 1);
  EXPECT_TRUE(std::isfinite(kernel.log_density({1e6})));
  EXPECT_LT(kernel.log_density({1e6}), -1e9);
}

// The density of what is drawn: of 40,000 draws as many fall into each cell of a grid as the
// density says, within 6 standard errors, for numbers that go together.
TEST(ProposalKernel, draws_what_its_density_says) {
  const WeightedPoints around{{{0, 0}, {2, 1}, {4, 5}, {-1, 0}}, {0.4, 0.3, 0.2, 0.1}};
  const ProposalKernel kernel(around, 0.5);
  constexpr std::uint32_t draws = 40000;
  constexpr int cells = 6;
  constexpr double cell = 2.5;
  constexpr double low = -6;
  std::array<std::array<int, cells>, cells> seen{};
  for (std::uint32_t i = 0; i < draws; ++i) {
    const Point point = kernel.draw(PointLuck(3, 1, i));
    const auto column = static_cast<int>(std::floor((point[0] - low) / cell));
    const auto row = static_cast<int>(std::floor((point[1] - low) / cell));
    if (column >= 0 && column < cells && row >= 0 && row < cells) {
      ++seen[static_cast<std::size_t>(column)][static_cast<std::size_t>(row)];
    }
  }
  for (std::size_t column = 0; column < cells; ++column) {
    for (std::size_t row = 0; row < cells; ++row) {
      double share = 0;
      constexpr int steps = 25;
      for (int a = 0; a < steps; ++a) {
        for (int b = 0; b < steps; ++b) {
          const double x = low + cell * (static_cast<double>(column) + (a + 0.5) / steps);
          const double y = low + cell * (static_cast<double>(row) + (b + 0.5) / steps);
          share += std::exp(kernel.log_density({x, y})) * cell * cell / (steps * steps);
        }
      }
      EXPECT_NEAR(seen[column][row], draws * share, 6 * std::sqrt(draws * share) + 6)
          << column << ' ' << row;
    }
  }
}

TEST(ProposalKernel, takes_points_on_a_line_in_one_place_or_of_one_weight) {
  const WeightedPoints line{{{0, 0}, {1, 2}, {2, 4}}, {0.2, 0.3, 0.5}};
  const WeightedPoints place{{{1, 2}, {1, 2}}, {0.5, 0.5}};
  const WeightedPoints still{{{1, 2}, {3, 2}}, {0.5, 0.5}};
  const WeightedPoints one_weight{{{1, 2}, {3, 7}}, {0.0, 1.0}};
  for (const WeightedPoints& points : {line, place, still, one_weight}) {
    const ProposalKernel kernel(points, 1);
    for (std::uint32_t i = 0; i < 50; ++i) {
      const Point drawn = kernel.draw(PointLuck(1, 0, i));
      EXPECT_TRUE(std::isfinite(drawn[0]) && std::isfinite(drawn[1]));
      EXPECT_FALSE(std::isnan(kernel.log_density(drawn)));
    }
  }
}

TEST(ProposalKernel, says_what_is_wrong_with_points_it_cannot_set_out_from) {
  EXPECT_THROW(ProposalKernel({}, 1), std::invalid_argument);
  EXPECT_THROW(ProposalKernel({{{1}, {2}}, {1.0}}, 1), std::invalid_argument);
  const double infinite = std::numeric_limits<double>::infinity();
  EXPECT_THROW(ProposalKernel({{{1}, {infinite}}, {0.5, 0.5}}, 1), std::invalid_argument);
}

}  // namespace
}  // namespace stepdown
