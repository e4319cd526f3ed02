#include "model/state/tally.h"

#include <gtest/gtest.h>

namespace stepdown {
namespace {

TEST(Tally, integrates_its_count_over_time) {
  Tally tally;
  tally.change(10.0, +3);
  tally.change(12.0, -2);
  tally.settle(20.0);
  EXPECT_EQ(tally.count(), 1);
  EXPECT_EQ(tally.integral(), 3 * 2.0 + 1 * 8.0);
}

TEST(Tally, counts_nothing_before_the_first_change_however_early_that_is) {
  Tally tally;
  tally.change(-7305.0, +2);
  tally.settle(-7304.0);
  EXPECT_EQ(tally.integral(), 2.0);
}

TEST(Tally, says_its_integral_up_to_the_last_settling) {
  Tally tally;
  tally.change(0.0, +5);
  EXPECT_EQ(tally.integral(), 0.0);
  tally.settle(4.0);
  EXPECT_EQ(tally.integral(), 20.0);
  tally.settle(4.0);
  EXPECT_EQ(tally.integral(), 20.0);
}

TEST(Tally, may_change_several_times_in_one_instant) {
  Tally tally;
  tally.change(1.0, +4);
  tally.change(1.0, -4);
  tally.change(3.0, +1);
  tally.settle(4.0);
  EXPECT_EQ(tally.integral(), 1.0);
}

}  // namespace
}  // namespace stepdown
