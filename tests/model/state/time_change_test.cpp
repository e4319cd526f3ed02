#include "model/state/time_change.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "model/random.h"
#include "model/time.h"

namespace stepdown {
namespace {

constexpr double twelfth = days_per_year / 12.0;

TEST(EvenTime, passes_as_days_do) {
  const TimeChange even;
  EXPECT_EQ(even.between(-3.0, 7.5), 10.5);
  EXPECT_EQ(even.after(4.0, 2.5), 6.5);
  EXPECT_EQ(even.speed(100.0), 1.0);
  EXPECT_EQ(TimeChange(0.0, {1.0, 1.0, 1.0}), TimeChange::none()) << "speeds of 1 change nothing";
}

TEST(ChangedTime, passes_at_the_speed_of_each_twelfth_of_a_year) {
  const TimeChange change(0.0, {2.0, 0.5});
  EXPECT_DOUBLE_EQ(change.between(0.0, twelfth), 2.0 * twelfth);
  EXPECT_DOUBLE_EQ(change.between(twelfth, 2 * twelfth), 0.5 * twelfth);
  EXPECT_DOUBLE_EQ(change.between(twelfth - 1.0, twelfth + 1.0), 2.5);
  EXPECT_EQ(change.speed(1.0), 2.0);
  EXPECT_EQ(change.speed(twelfth + 1.0), 0.5);
}

TEST(ChangedTime, passes_as_days_do_before_and_after_what_it_knows) {
  const TimeChange change(10.0, {3.0});
  EXPECT_EQ(change.between(-100.0, -50.0), 50.0);
  EXPECT_DOUBLE_EQ(change.between(10.0 + twelfth, 10.0 + twelfth + 7.0), 7.0);
  EXPECT_EQ(change.speed(9.0), 1.0);
  EXPECT_EQ(change.speed(10.0 + twelfth + 1.0), 1.0);
  EXPECT_DOUBLE_EQ(change.after(9.0, 1.0 + 3.0), 11.0);
}

TEST(ChangedTime, brings_back_the_day_that_it_was_measured_to) {
  const TimeChange change(-40.0, {0.87, 1.1, 0.2, 4.0, 1.0, 1.7});
  const Luck luck({3, 0});
  for (std::uint32_t i = 0; i < 2000; ++i) {
    const double from = -100.0 + 400.0 * luck.uniform(i, Decision{0}, 0);
    const double to = from + 300.0 * luck.uniform(i, Decision{0}, 1);
    EXPECT_NEAR(change.after(from, change.between(from, to)), to, 1e-9);
    EXPECT_GE(change.after(from, 0.0), from) << "nothing is ever due in the past";
    EXPECT_GE(change.after(from, 1e-300), from);
  }
}

TEST(TimeThatStands, lets_nothing_strike_until_it_runs_again) {
  const TimeChange change(0.0, {1.0, 0.0, 0.0, 1.0});
  EXPECT_EQ(change.between(twelfth, 3 * twelfth), 0.0);
  EXPECT_DOUBLE_EQ(change.after(twelfth - 1.0, 2.0), 3 * twelfth + 1.0);
  EXPECT_NEAR(change.after(2 * twelfth, 0.5), 3 * twelfth + 0.5, 1e-9);
}

}  // namespace
}  // namespace stepdown
