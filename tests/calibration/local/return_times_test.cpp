#include "calibration/local/return_times.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

#include "model/outcomes/survival.h"

namespace stepdown {
namespace {

TEST(ReturnTimes, are_a_plain_share_when_everybody_is_followed) {
  ReturnTimes times;
  for (int i = 0; i < 100; ++i) {
    if (i < 22) {
      times.add_back(i * 10);
    } else {
      times.add_lost(700);
    }
  }
  const auto back = times.within_days(365);
  ASSERT_TRUE(back);
  EXPECT_NEAR(back->share, 0.22, 1e-12);
  EXPECT_EQ(back->back, 22);
  EXPECT_EQ(back->followed, 78);
  // Of a binomial share of this size about 8 points either way.
  EXPECT_NEAR(back->low, 0.15, 0.02);
  EXPECT_NEAR(back->high, 0.32, 0.02);
}

TEST(ReturnTimes, agree_with_the_estimate_of_the_model_on_the_same_spells) {
  std::mt19937 luck(7);
  std::vector<Spell> spells;
  ReturnTimes times;
  for (int i = 0; i < 2000; ++i) {
    const int returns = std::uniform_int_distribution(0, 1500)(luck);
    const int last_seen = std::uniform_int_distribution(0, 730)(luck);
    const bool is_back = returns <= last_seen;
    spells.push_back({static_cast<double>(is_back ? returns : last_seen), is_back});
    is_back ? times.add_back(returns) : times.add_lost(last_seen);
  }
  for (const int day : {30, 91, 182, 365, 700}) {
    EXPECT_NEAR(times.within_days(day)->share, share_returned(spells, day), 1e-12) << day;
  }
}

TEST(ReturnTimes, say_nothing_beyond_the_last_who_is_followed) {
  ReturnTimes times;
  times.add_back(10);
  times.add_lost(100);
  EXPECT_TRUE(times.within_days(100));
  EXPECT_FALSE(times.within_days(101));
  EXPECT_FALSE(times.within_months(24));
  EXPECT_FALSE(ReturnTimes().within_days(0));
}

TEST(ReturnTimes, know_how_unsure_a_share_of_nobody_is) {
  ReturnTimes times;
  for (int i = 0; i < 20; ++i) {
    times.add_lost(400);
  }
  const auto back = times.within_months(12);
  EXPECT_EQ(back->share, 0);
  EXPECT_NEAR(back->high, 1 - std::pow(0.025, 0.05), 1e-12);
}

TEST(ReturnTimes, have_a_range_that_covers_the_truth_about_95_times_in_100) {
  std::mt19937 luck(11);
  int covered = 0;
  constexpr int trials = 400;
  for (int trial = 0; trial < trials; ++trial) {
    ReturnTimes times;
    for (int i = 0; i < 150; ++i) {
      const double returns = std::exponential_distribution(-std::log(0.75) / 365.5)(luck);
      const int last_seen = std::uniform_int_distribution(100, 700)(luck);
      returns <= last_seen ? times.add_back(static_cast<int>(returns)) : times.add_lost(last_seen);
    }
    const auto back = times.within_days(365);
    covered += back->low <= 0.25 && 0.25 <= back->high ? 1 : 0;
  }
  EXPECT_GE(covered, trials * 92 / 100);
  EXPECT_LE(covered, trials * 98 / 100);
}

}  // namespace
}  // namespace stepdown
