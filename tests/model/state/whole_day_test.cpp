#include "model/state/whole_day.h"

#include <gtest/gtest.h>

#include <limits>

namespace stepdown {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

TEST(WholeDay, that_is_not_set_never_comes) {
  EXPECT_FALSE(WholeDay().is_set());
  EXPECT_EQ(WholeDay().in_days(), never);
}

TEST(WholeDay, is_the_day_on_which_an_instant_lies) {
  for (const double day : {-24'000.0, -1.0, 0.0, 17.0, 40'000.0}) {
    EXPECT_EQ(WholeDay::of(day).in_days(), day);
    EXPECT_EQ(WholeDay::of(day + 0.999).in_days(), day);
  }
  EXPECT_EQ(WholeDay::of(-0.5).in_days(), -1.0);
}

TEST(WholeDay, too_far_ahead_never_comes) {
  for (const double day : {40'535.0, 40'536.0, 66'000.0, 1e9, never}) {
    EXPECT_EQ(WholeDay::of(day).in_days(), never) << day;
  }
  EXPECT_EQ(WholeDay::of(40'534.5).in_days(), 40'534.0);
}

TEST(WholeDay, too_long_ago_was_the_first_of_all) {
  EXPECT_EQ(WholeDay::of(-25'001.0).in_days(), -25'000.0);
  EXPECT_EQ(WholeDay::of(-1e9).in_days(), -25'000.0);
}

}  // namespace
}  // namespace stepdown
