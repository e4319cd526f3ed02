#include "calibration/matching/history_matching.h"

#include <gtest/gtest.h>

#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>

#include "calibration/matching/judged_points.h"
#include "tests/fixtures/emulated_formula.h"

namespace stepdown {
namespace {

double length_of(const Point& point) {
  double squares = 0;
  for (const double each : point) {
    squares += each * each;
  }
  return std::sqrt(squares);
}

/// How far a point lies from the middle: what is left is a ball.
std::vector<double> from_the_middle(const std::vector<Point>& points) {
  std::vector<double> made;
  for (const Point& point : points) {
    made.push_back(length_of(point));
  }
  return made;
}

/// How far out a point lies in one direction: what is left is a half-space.
std::vector<double> below_six(const std::vector<Point>& points) {
  std::vector<double> made;
  for (const Point& point : points) {
    made.push_back(6 - point[0]);
  }
  return made;
}

double ball_share(std::size_t dimensions, double radius) {
  return cdf(boost::math::chi_squared(static_cast<double>(dimensions)), radius * radius);
}

// Of a level of share s the share that is found has a relative spread of about
// sqrt((1 - s) / s / 1000), 5.5% for a quarter, and neighbours in a chain are alike, which makes
// twice that; over k levels it grows with sqrt(k). Five such spreads are allowed.
double allowed(double share, std::size_t levels) {
  return 5 * 0.11 * std::sqrt(static_cast<double>(levels)) * share;
}

TEST(HistoryMatching, finds_how_much_of_the_prior_is_left_where_that_is_known) {
  for (const std::size_t dimensions : {2U, 6U}) {
    for (const double radius : {2.0, 0.5}) {
      const SpaceLeft left =
          match_history(dimensions, from_the_middle, {.seed = 1, .cutoff = radius});
      const double share = ball_share(dimensions, radius);
      EXPECT_FALSE(left.is_empty);
      EXPECT_NEAR(left.share, share, allowed(share, left.levels.size()))
          << dimensions << " dimensions, radius " << radius;
    }
  }
}

TEST(HistoryMatching, reaches_what_hardly_any_point_of_the_prior_reaches) {
  // Beyond 4 standard deviations: one point in 31,574.
  const SpaceLeft left = match_history(5, below_six, {.seed = 2, .cutoff = 2});
  EXPECT_NEAR(left.share, 3.167e-5, allowed(3.167e-5, left.levels.size()));
  EXPECT_GT(left.levels.size(), 5U);
}

TEST(HistoryMatching, spreads_its_points_over_what_is_left_as_the_prior_does) {
  const SpaceLeft left = match_history(6, from_the_middle, {.seed = 3, .cutoff = 1});
  ASSERT_EQ(left.points.size(), 1000U);
  double mean_length = 0;
  for (std::size_t i = 0; i < left.points.size(); ++i) {
    EXPECT_LE(left.implausibilities[i], 1);
    EXPECT_DOUBLE_EQ(left.implausibilities[i], length_of(left.points[i]));
    mean_length += left.implausibilities[i] / 1000;
  }
  // In six dimensions lengths have the density r^5 exp(-r^2 / 2): within 1 their mean is 0.8474.
  EXPECT_NEAR(mean_length, 0.8474, 0.03);
  for (std::size_t k = 0; k < 6; ++k) {
    double mean = 0;
    for (const Point& point : left.points) {
      mean += point[k] / 1000;
    }
    EXPECT_NEAR(mean, 0, 0.1);
  }
}

TEST(HistoryMatching, finds_both_parts_where_two_are_left) {
  const auto two_parts = [](const std::vector<Point>& points) {
    std::vector<double> made;
    for (const Point& point : points) {
      made.push_back(std::abs(std::abs(point[0]) - 1.5));
    }
    return made;
  };
  const SpaceLeft left = match_history(4, two_parts, {.seed = 4, .cutoff = 0.3});
  int upper = 0;
  for (const Point& point : left.points) {
    upper += point[0] > 0 ? 1 : 0;
  }
  EXPECT_NEAR(upper, 500, 150);
}

TEST(HistoryMatching, tells_of_each_level_and_multiplies_their_shares) {
  const SpaceLeft left = match_history(6, from_the_middle, {.seed = 1, .cutoff = 0.7});
  double share = 1;
  for (std::size_t i = 0; i < left.levels.size(); ++i) {
    share *= left.levels[i].share;
    EXPECT_GT(left.levels[i].moved, 0.05);
    if (i > 0) {
      EXPECT_LT(left.levels[i].implausibility, left.levels[i - 1].implausibility);
    }
  }
  EXPECT_DOUBLE_EQ(left.share, share);
  EXPECT_EQ(left.levels.back().implausibility, 0.7);
}

TEST(HistoryMatching, leaves_the_prior_as_it_is_where_nothing_is_implausible) {
  const auto nothing = [](const std::vector<Point>& points) {
    return std::vector<double>(points.size(), 0.0);
  };
  const SpaceLeft left = match_history(3, nothing, {.seed = 1});
  EXPECT_EQ(left.share, 1);
  EXPECT_EQ(left.levels.size(), 1U);
}

TEST(HistoryMatching, says_so_when_nothing_is_left) {
  const auto far_off = [](const std::vector<Point>& points) {
    std::vector<double> made;
    for (const Point& point : points) {
      made.push_back(4 + length_of(point));
    }
    return made;
  };
  const SpaceLeft left = match_history(2, far_off, {.seed = 1, .points = 200, .most_levels = 10});
  EXPECT_TRUE(left.is_empty);
  EXPECT_EQ(left.levels.size(), 10U);
  // The least implausible points there are.
  EXPECT_LT(left.implausibilities.front(), 4.2);
}

TEST(HistoryMatching, does_not_depend_on_threads) {
  const auto matched = [](int threads) {
    return match_history(5, from_the_middle,
                         {.seed = 9, .points = 300, .cutoff = 1, .threads = threads});
  };
  const SpaceLeft one = matched(1);
  for (const int threads : {2, 8}) {
    const SpaceLeft other = matched(threads);
    EXPECT_EQ(bits_of_points(other.points), bits_of_points(one.points)) << threads;
    EXPECT_EQ(other.share, one.share);
  }
  EXPECT_NE(bits_of_points(match_history(5, from_the_middle, {.seed = 10, .points = 300}).points),
            bits_of_points(one.points));
}

TEST(JudgedPoints, asks_for_every_point_once_and_keeps_their_order) {
  std::vector<Point> points;
  for (int i = 0; i < 200; ++i) {
    points.push_back({static_cast<double>(i)});
  }
  const std::vector<double> made = judged(points, from_the_middle, 4);
  for (std::size_t i = 0; i < made.size(); ++i) {
    EXPECT_EQ(made[i], static_cast<double>(i));
  }
  EXPECT_TRUE(judged({}, from_the_middle, 4).empty());
}

}  // namespace
}  // namespace stepdown
