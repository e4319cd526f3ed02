#include "calibration/least_squares.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

namespace stepdown {
namespace {

using Residuals = std::vector<double>;

/// A problem whose residuals are known at one point at a time.
LeastSquaresProblem problem_of(const std::function<Residuals(const Point&)>& residuals,
                               Point start) {
  return {[residuals](const std::vector<Point>& points) {
            std::vector<Residuals> all;
            for (const Point& point : points) {
              all.push_back(residuals(point));
            }
            return all;
          },
          std::move(start)};
}

Residuals straight_lines(const Point& x) {
  return {x[0] + 2 * x[1] - 4, 3 * x[0] - x[1] - 5, x[0] - x[1] - 2};
}

Residuals banana(const Point& x) { return {10 * (x[1] - x[0] * x[0]), 1 - x[0]}; }

const LeastSquaresPlan fine{.iterations = 200, .step = 1e-7, .least_gain = 1e-14};

TEST(LeastSquares, solves_linear_equations_that_contradict_each_other) {
  // The normal equations are 11 x - 2 y = 21 and -2 x + 6 y = 1.
  const LeastSquaresState found = least_squares(problem_of(straight_lines, {10, -7}), fine);
  EXPECT_NEAR(found.point[0], 128.0 / 62, 1e-5);
  EXPECT_NEAR(found.point[1], 53.0 / 62, 1e-5);
}

TEST(LeastSquares, finds_the_least_misfit_where_none_is_zero) {
  const auto residuals = [](const Point& x) { return Residuals{x[0] - 1, x[0] - 4, x[0] - 10}; };
  const LeastSquaresState found = least_squares(problem_of(residuals, {0}), fine);
  EXPECT_NEAR(found.point[0], 5, 1e-5);
  EXPECT_NEAR(found.misfit, 16 + 1 + 25, 1e-9);
}

TEST(LeastSquares, follows_a_curved_valley) {
  const LeastSquaresState found = least_squares(problem_of(banana, {-1.2, 1}), fine);
  EXPECT_NEAR(found.point[0], 1, 1e-4);
  EXPECT_NEAR(found.point[1], 1, 1e-4);
}

TEST(LeastSquares, is_held_by_the_pull_between_start_and_optimum) {
  // (x - 8)^2 + (x / 2)^2 with a pull to 0 of width 2: least at 8 / 1.25.
  const auto residuals = [](const Point& x) { return Residuals{x[0] - 8}; };
  LeastSquaresProblem problem = problem_of(residuals, {0});
  problem.pull_sd = 2;
  const LeastSquaresState found = least_squares(problem, fine);
  EXPECT_NEAR(found.point[0], 6.4, 1e-5);
  EXPECT_NEAR(found.objective, 1.6 * 1.6 + 3.2 * 3.2, 1e-8);
}

TEST(LeastSquares, stays_where_numbers_that_do_not_matter_started) {
  const auto residuals = [](const Point& x) { return Residuals{x[0] - 3}; };
  LeastSquaresProblem problem = problem_of(residuals, {0, 0.7});
  problem.pull_sd = 100;
  const LeastSquaresState found = least_squares(problem, fine);
  EXPECT_NEAR(found.point[1], 0.7, 1e-9);
}

TEST(LeastSquares, comes_down_in_spite_of_noise) {
  // Ripples far smaller than the way, as of simulated residuals; the step is wide enough for them.
  const auto residuals = [](const Point& x) {
    return Residuals{x[0] - 2 + 0.01 * std::sin(900 * x[0]),
                     x[1] + 1 + 0.01 * std::sin(700 * x[1])};
  };
  LeastSquaresPlan wide = fine;
  wide.step = 0.3;
  const LeastSquaresState found = least_squares(problem_of(residuals, {9, 9}), wide);
  EXPECT_NEAR(found.point[0], 2, 0.05);
  EXPECT_NEAR(found.point[1], -1, 0.05);
}

TEST(SlopesAtStart, have_a_column_for_each_number) {
  const Columns slopes = slopes_at_start(problem_of(straight_lines, {10, -7}), 0.5);
  ASSERT_EQ(slopes.size(), 2U);
  EXPECT_THAT(slopes[0], ::testing::ElementsAre(1, 3, 1));
  EXPECT_THAT(slopes[1], ::testing::ElementsAre(2, -1, -1));
}

TEST(LeastSquares, corrects_slopes_that_are_known_and_measures_none) {
  std::vector<std::size_t> asked;
  LeastSquaresProblem problem = problem_of(straight_lines, {10, -7});
  LeastSquaresPlan plan = fine;
  // Known from somewhere else, and not quite right here.
  plan.slopes = {{1.3, 2.6, 0.8}, {2.2, -1.2, -0.9}};
  problem.residuals_at = [&asked, inner = problem.residuals_at](const std::vector<Point>& points) {
    asked.push_back(points.size());
    return inner(points);
  };
  const LeastSquaresState found = least_squares(problem, plan);
  EXPECT_NEAR(found.point[0], 128.0 / 62, 1e-3);
  EXPECT_NEAR(found.point[1], 53.0 / 62, 1e-3);
  EXPECT_EQ(std::ranges::count(asked, 2U), 0);
}

TEST(LeastSquares, asks_for_all_slopes_at_once) {
  std::vector<std::size_t> asked;
  LeastSquaresProblem problem = problem_of(straight_lines, {10, -7});
  problem.residuals_at = [&asked, inner = problem.residuals_at](const std::vector<Point>& points) {
    asked.push_back(points.size());
    return inner(points);
  };
  least_squares(problem, {.iterations = 1});
  EXPECT_THAT(asked, ::testing::ElementsAre(1, 2, ::testing::Gt(1)));
}

TEST(LeastSquares, tries_no_move_too_short_to_show) {
  std::vector<double> tried;
  const auto residuals = [&tried](const Point& x) {
    tried.push_back(x[0]);
    return Residuals{x[0] - 1};
  };
  LeastSquaresPlan plan{.iterations = 5, .step = 0.5, .least_move = 0.1};
  least_squares(problem_of(residuals, {1.001}), plan);
  for (const double place : tried) {
    EXPECT_TRUE(place == 1.001 || std::abs(place - 1.001) >= 0.1) << place;
  }
}

TEST(LeastSquares, tells_of_ever_better_points) {
  std::vector<double> objectives;
  least_squares(problem_of(banana, {-1.2, 1}), fine,
                [&](const LeastSquaresState& state) { objectives.push_back(state.objective); });
  ASSERT_GT(objectives.size(), 2U);
  for (std::size_t i = 1; i < objectives.size(); ++i) {
    EXPECT_LT(objectives[i], objectives[i - 1]);
  }
}

TEST(LeastSquares, ends_where_it_began_when_nothing_gains) {
  const auto residuals = [](const Point& x) { return Residuals{x[0] - 1}; };
  const LeastSquaresState found = least_squares(problem_of(residuals, {1}), fine);
  EXPECT_EQ(found.iteration, 0);
  EXPECT_EQ(found.point, Point{1});
}

}  // namespace
}  // namespace stepdown
