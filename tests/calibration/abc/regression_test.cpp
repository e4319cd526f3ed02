#include "calibration/abc/regression.h"

#include <gmock/gmock.h>

#include <cmath>

#include "calibration/abc/point_luck.h"
#include "tests/fixtures/normal_problem.h"

namespace stepdown {
namespace {

// Points that follow their two summaries exactly: x = 3 + 2 s, y = 1 - t.
Population on_a_plane() {
  Population population;
  for (int i = -3; i <= 3; ++i) {
    for (int k = -3; k <= 3; ++k) {
      population.points.push_back({3.0 + 2 * i, 1.0 - k});
      population.summaries.push_back({1.0 * i, 1.0 * k});
      population.distances.push_back(std::hypot(i - 0.5, k - 0.25));
      population.weights.push_back(1 / 49.0);
    }
  }
  population.tolerance = 5;
  return population;
}

TEST(Regression, moves_points_to_where_the_observed_summaries_put_them) {
  const Adjusted moved = adjusted(on_a_plane(), {0.5, 0.25});
  EXPECT_TRUE(moved.is_moved);
  for (const Point& point : moved.points) {
    EXPECT_NEAR(point[0], 4, 1e-6);
    EXPECT_NEAR(point[1], 0.75, 1e-6);
  }
}

TEST(Regression, weighs_by_the_particles_and_by_how_near_they_came) {
  Population population = on_a_plane();
  population.weights[10] *= 3;
  const Adjusted moved = adjusted(population, {0.5, 0.25});
  const auto nearness = [&](std::size_t i) {
    return population.weights[i] * (1 - std::pow(population.distances[i] / 5, 2));
  };
  EXPECT_NEAR(moved.weights[10] / moved.weights[20], nearness(10) / nearness(20), 1e-12);
  double sum = 0;
  for (const double weight : moved.weights) {
    sum += weight;
  }
  EXPECT_NEAR(sum, 1, 1e-12);
}

// A residual of one point is its own and the others keep theirs: the spread is left.
TEST(Regression, leaves_residuals_their_length) {
  constexpr std::size_t points = 60;
  constexpr std::size_t summaries = 8;
  double variance = 0;
  constexpr std::uint32_t times = 400;
  for (std::uint32_t time = 0; time < times; ++time) {
    Population population;
    for (std::uint32_t i = 0; i < points; ++i) {
      const PointLuck luck(11, time, i);
      population.summaries.emplace_back();
      double sum = 0;
      for (std::uint32_t s = 0; s < summaries; ++s) {
        population.summaries.back().push_back(luck.normal(s));
        sum += luck.normal(s);
      }
      population.points.push_back({sum + luck.normal(100)});
      population.weights.push_back(1.0 / points);
      population.distances.push_back(luck.uniform(0));
    }
    population.tolerance = 1;
    const Adjusted moved = adjusted(population, std::vector<double>(summaries, 0.0));
    ASSERT_TRUE(moved.is_moved);
    variance += std::pow(spread_of(moved, 0).sd, 2) / times;
  }
  // Without the lengthening 9 of some 50 points would be used up, and it would be 0.81. Its
  // standard error is sqrt(2 / 50 / 400) = 0.01.
  EXPECT_NEAR(variance, 1, 0.06);
}

TEST(Regression, bears_summaries_that_say_the_same_or_nothing) {
  Population population = on_a_plane();
  for (auto& summaries : population.summaries) {
    summaries.push_back(summaries[0]);
    summaries.push_back(7);
  }
  for (const Point& point : adjusted(population, {0.5, 0.25, 0.5, 9}).points) {
    EXPECT_NEAR(point[0], 4, 1e-5);
    EXPECT_NEAR(point[1], 0.75, 1e-5);
  }
}

TEST(Regression, leaves_too_few_points_where_they_are) {
  Population population = on_a_plane();
  population.weights.assign(49, 0.0);
  population.weights[0] = population.weights[8] = population.weights[16] = 1 / 3.0;
  const Adjusted left = adjusted(population, {0.5, 0.25});
  EXPECT_FALSE(left.is_moved);
  EXPECT_EQ(left.points, population.points);
  EXPECT_FALSE(adjusted({}, {1}).is_moved);
}

TEST(Regression, takes_points_that_all_came_as_near_as_can_be) {
  Population population = on_a_plane();
  population.distances.assign(49, 0.0);
  population.tolerance = 0;
  EXPECT_NEAR(adjusted(population, {0.5, 0.25}).points[0][0], 4, 1e-6);
}

}  // namespace
}  // namespace stepdown
