#include "analysis/sampling/scrambled_sobol.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <set>
#include <vector>

namespace stepdown {
namespace {

// The mean of sum exp(x_i) over the cube, and what so many points make of it.
double error_of_mean(std::size_t points, std::uint64_t key) {
  constexpr std::size_t dimensions = 5;
  const std::vector<double> cube = scrambled_sobol(points, dimensions, key);
  double sum = 0;
  for (const double x : cube) {
    sum += std::exp(x);
  }
  return sum / static_cast<double>(points) - dimensions * (std::exp(1.0) - 1);
}

double root_mean_square_error(std::size_t points) {
  constexpr std::uint64_t keys = 50;
  double sum = 0;
  for (std::uint64_t key = 0; key < keys; ++key) {
    sum += std::pow(error_of_mean(points, key), 2);
  }
  return std::sqrt(sum / static_cast<double>(keys));
}

TEST(ScrambledSobol, puts_one_point_into_each_cell_of_any_power_of_two) {
  constexpr std::size_t points = 256;
  constexpr std::size_t dimensions = 7;
  const std::vector<double> cube = scrambled_sobol(points, dimensions, 3);
  for (std::size_t d = 0; d < dimensions; ++d) {
    std::set<int> cells;
    for (std::size_t i = 0; i < points; ++i) {
      cells.insert(static_cast<int>(cube[i * dimensions + d] * points));
    }
    EXPECT_EQ(cells.size(), points) << "dimension " << d;
  }
}

TEST(ScrambledSobol, puts_one_point_into_each_box_of_two_dimensions) {
  const std::vector<double> cube = scrambled_sobol(64, 2, 9);
  std::set<std::pair<int, int>> boxes;
  for (std::size_t i = 0; i < 64; ++i) {
    boxes.insert({static_cast<int>(cube[2 * i] * 8), static_cast<int>(cube[2 * i + 1] * 8)});
  }
  EXPECT_EQ(boxes.size(), 64U);
}

TEST(ScrambledSobol, is_another_one_with_another_key_and_the_same_with_the_same) {
  EXPECT_EQ(scrambled_sobol(16, 3, 0), scrambled_sobol(16, 3, 0));
  EXPECT_NE(scrambled_sobol(16, 3, 0), scrambled_sobol(16, 3, 1));
}

TEST(ScrambledSobol, keeps_its_first_points_when_there_are_more) {
  const std::vector<double> few = scrambled_sobol(8, 4, 5);
  const std::vector<double> more = scrambled_sobol(32, 4, 5);
  EXPECT_TRUE(std::equal(few.begin(), few.end(), more.begin()));
}

// The coordinate of one point under many keys is uniform: of 2,000 the mean lies within 0.05 of a
// half, which is 7.7 standard errors.
TEST(ScrambledSobol, moves_the_point_at_the_origin_anywhere) {
  double sum = 0;
  for (std::uint64_t key = 0; key < 2000; ++key) {
    const double x = scrambled_sobol(1, 1, key).front();
    ASSERT_GT(x, 0);
    ASSERT_LT(x, 1);
    sum += x;
  }
  EXPECT_NEAR(sum / 2000, 0.5, 0.05);
}

// Keys are fixed, so these figures are too; plain random points would have 1.1e-2 and a slope of
// -0.5, and without the first point 3.3e-4 and -1.
TEST(ScrambledSobol, integrates_a_smooth_sum_with_an_error_that_falls_faster_than_the_points) {
  const double at_256 = root_mean_square_error(256);
  const double at_4096 = root_mean_square_error(4096);
  EXPECT_LE(at_4096, 1e-5);
  EXPECT_LE(std::log(at_4096 / at_256) / std::log(4096.0 / 256), -1.35);
}

}  // namespace
}  // namespace stepdown
