#include "calibration/free_parameter.h"

#include <gtest/gtest.h>

#include "model/parameters/registry.h"

namespace stepdown {
namespace {

TEST(FreeParameter, has_a_place_on_a_line_without_ends_for_each_value_between_its_bounds) {
  const FreeParameter free{find_parameter("need.easing"), {0.5, 4}};
  for (const double value : {0.51, 1.0, 2.25, 3.9}) {
    EXPECT_NEAR(free.from_the_line(free.on_the_line(value)), value, 1e-12);
  }
  EXPECT_DOUBLE_EQ(free.on_the_line(2.25), 0);
  EXPECT_LT(free.on_the_line(1), free.on_the_line(1.1));
}

TEST(FreeParameter, never_leaves_its_bounds) {
  const FreeParameter free{find_parameter("need.easing"), {0.5, 4}};
  for (const double place : {-1e6, -800.0, 0.0, 800.0, 1e6}) {
    EXPECT_GE(free.from_the_line(place), 0.5);
    EXPECT_LE(free.from_the_line(place), 4);
  }
  EXPECT_NEAR(free.from_the_line(free.on_the_line(0.5)), 0.5, 1e-6);
}

TEST(FreeParameter, moves_by_factors_far_below_its_upper_bound) {
  const FreeParameter free{find_parameter("need.easing"), {0, 1000}};
  const double moved = free.from_the_line(free.on_the_line(0.03) + 0.5);
  EXPECT_NEAR(moved / 0.03, 1.6487, 1e-3);
}

TEST(InFourDigits, keeps_what_a_person_can_read) {
  EXPECT_EQ(in_four_digits(0.0123456), 0.01235);
  EXPECT_EQ(in_four_digits(1.2), 1.2);
  EXPECT_EQ(in_four_digits(145.9876), 146.0);
  EXPECT_EQ(in_four_digits(123456), 123500);
  EXPECT_EQ(in_four_digits(-0.33333), -0.3333);
  EXPECT_EQ(in_four_digits(0), 0);
}

}  // namespace
}  // namespace stepdown
