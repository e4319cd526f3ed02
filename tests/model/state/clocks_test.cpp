#include "model/state/clocks.h"

#include <gtest/gtest.h>

#include <vector>

namespace stepdown {
namespace {

constexpr auto clock_of_need = FamilyClock::worsens;

/// Hands out the exponentials it was given and counts them.
struct Exponentials {
  std::vector<double> values;
  std::size_t taken = 0;
  double operator()() { return values.at(taken++); }
};

constexpr auto must_not_draw = []() -> double {
  ADD_FAILURE() << "an exponential is drawn that is not needed";
  return 1.0;
};

TEST(Clocks, strike_when_the_exponential_is_spent_at_the_rate) {
  FamilyClocks clocks;
  clocks.set_rate(clock_of_need, 10.0, 0.5, Exponentials{{2.0}});
  EXPECT_EQ(clocks.next_day(), 14.0);
  EXPECT_EQ(clocks.place_due(14.0), static_cast<std::size_t>(clock_of_need));
}

TEST(Clocks, rescale_the_time_that_is_left_when_the_rate_changes) {
  FamilyClocks clocks;
  clocks.set_rate(clock_of_need, 0.0, 0.5, Exponentials{{2.0}});
  clocks.set_rate(clock_of_need, 1.0, 1.0, must_not_draw);
  EXPECT_EQ(clocks.next_day(), 2.5);
  clocks.set_rate(clock_of_need, 2.0, 0.125, must_not_draw);
  EXPECT_EQ(clocks.next_day(), 6.0);
}

TEST(Clocks, spend_exactly_their_exponential_over_many_changes_of_rate) {
  FamilyClocks clocks;
  const double drawn = 3.7;
  clocks.set_rate(clock_of_need, 0.0, 0.01, Exponentials{{drawn}});
  double spent = 0.0;
  double now = 0.0;
  for (int change = 1; change < 60; ++change) {
    const double before = clocks.rate(clock_of_need);
    const double next = now + 0.7 + 0.1 * (change % 7);
    spent += before * (next - now);
    now = next;
    clocks.set_rate(clock_of_need, now, 0.01 + 0.013 * (change % 5), must_not_draw);
  }
  spent += clocks.rate(clock_of_need) * (clocks.next_day() - now);
  EXPECT_GT(clocks.next_day(), now);
  EXPECT_NEAR(spent / drawn, 1.0, 1e-13);
}

TEST(Clocks, keep_every_bit_when_the_rate_stays_the_same) {
  FamilyClocks clocks;
  clocks.set_rate(clock_of_need, 0.1, 1.0 / 3.0, Exponentials{{0.7}});
  const double day = clocks.next_day();
  for (double now = 0.2; now < day; now += 0.01) {
    clocks.set_rate(clock_of_need, now, 1.0 / 3.0, must_not_draw);
    ASSERT_EQ(clocks.next_day(), day);
  }
}

TEST(Clocks, that_stand_keep_what_is_left_for_their_next_start) {
  FamilyClocks clocks;
  clocks.set_rate(clock_of_need, 0.0, 0.5, Exponentials{{2.0}});
  clocks.set_rate(clock_of_need, 3.0, 0.0, must_not_draw);
  EXPECT_EQ(clocks.next_day(), std::numeric_limits<double>::infinity());
  EXPECT_EQ(clocks.rate(clock_of_need), 0.0);
  clocks.set_rate(clock_of_need, 50.0, 0.0, must_not_draw);
  clocks.set_rate(clock_of_need, 100.0, 0.25, must_not_draw);
  EXPECT_EQ(clocks.next_day(), 102.0);
}

TEST(Clocks, that_were_spent_draw_anew_once_they_run_again) {
  FamilyClocks clocks;
  Exponentials exponentials{{2.0, 3.0}};
  clocks.set_rate(clock_of_need, 0.0, 1.0, exponentials);
  clocks.spend(clock_of_need);
  EXPECT_EQ(clocks.next_day(), std::numeric_limits<double>::infinity());
  clocks.set_rate(clock_of_need, 2.0, 0.0, must_not_draw);
  clocks.set_rate(clock_of_need, 2.0, 1.0, exponentials);
  EXPECT_EQ(clocks.next_day(), 5.0);
}

TEST(Clocks, that_never_ran_draw_nothing) {
  FamilyClocks clocks;
  clocks.set_rate(clock_of_need, 0.0, 0.0, must_not_draw);
  EXPECT_EQ(clocks.next_day(), std::numeric_limits<double>::infinity());
}

TEST(Clocks, that_are_due_this_instant_stay_due_when_the_rate_changes) {
  FamilyClocks clocks;
  clocks.set_rate(clock_of_need, 0.0, 0.5, Exponentials{{2.0}});
  clocks.set_rate(clock_of_need, 4.0, 0.25, must_not_draw);
  EXPECT_EQ(clocks.next_day(), 4.0);
  clocks.set_rate(clock_of_need, 4.0, 0.0, must_not_draw);
  clocks.set_rate(clock_of_need, 9.0, 0.5, must_not_draw);
  EXPECT_EQ(clocks.next_day(), 9.0);
}

TEST(Clocks, do_not_touch_each_other) {
  FamilyClocks clocks;
  clocks.set_rate(FamilyClock::worsens, 0.0, 1.0, Exponentials{{9.0}});
  clocks.set_rate(FamilyClock::eases, 0.0, 1.0, Exponentials{{5.0}});
  clocks.spend(FamilyClock::eases);
  EXPECT_EQ(clocks.next_day(), 9.0);
  EXPECT_EQ(clocks.rate(FamilyClock::worsens), 1.0);
}

TEST(Timetable, finds_the_earliest_of_every_clock_and_timer) {
  for (std::size_t place = 0; place < family_clocks + family_timers; ++place) {
    FamilyClocks clocks;
    for (std::size_t other = 0; other < family_clocks + family_timers; ++other) {
      const double day = other == place ? 3.0 : 4.0;
      if (other < family_clocks) {
        clocks.set_rate(static_cast<FamilyClock>(other), 0.0, 1.0, Exponentials{{day}});
      } else {
        clocks.set_timer(static_cast<FamilyTimer>(other - family_clocks), day);
      }
    }
    EXPECT_EQ(clocks.next_day(), 3.0) << place;
    EXPECT_EQ(clocks.place_due(3.0), place);
  }
}

TEST(Timetable, has_clocks_before_timers_at_the_same_time) {
  FamilyClocks clocks;
  clocks.set_timer(FamilyTimer::services, 2.0);
  EXPECT_EQ(clocks.place_due(2.0), family_clocks + static_cast<std::size_t>(FamilyTimer::services));
  clocks.set_timer(FamilyTimer::household, 2.0);
  EXPECT_EQ(clocks.place_due(2.0),
            family_clocks + static_cast<std::size_t>(FamilyTimer::household));
  clocks.set_rate(FamilyClock::noticed, 0.0, 1.0, Exponentials{{2.0}});
  EXPECT_EQ(clocks.place_due(2.0), static_cast<std::size_t>(FamilyClock::noticed));
  EXPECT_EQ(clocks.timer(FamilyTimer::household), 2.0);
}

/// Time at half speed for the first twelfth of a year, then at double speed for one.
TimeChange slow_then_fast() { return TimeChange(0.0, {0.5, 2.0}); }

TEST(Clocks, in_a_slow_season_strike_later) {
  FamilyClocks clocks;
  clocks.set_rate(clock_of_need, 0.0, 0.5, Exponentials{{5.0}}, slow_then_fast());
  EXPECT_DOUBLE_EQ(clocks.next_day(), 20.0) << "10 days of clock time";
}

TEST(Clocks, whose_rate_changes_within_a_season_spend_exactly_their_exponential) {
  FamilyClocks clocks;
  const TimeChange seasons = slow_then_fast();
  clocks.set_rate(clock_of_need, 0.0, 0.5, Exponentials{{30.0}}, seasons);
  clocks.set_rate(clock_of_need, 8.0, 2.0, must_not_draw, seasons);
  const double spent =
      0.5 * seasons.between(0.0, 8.0) + 2.0 * seasons.between(8.0, clocks.next_day());
  EXPECT_NEAR(spent, 30.0, 1e-9);
}

TEST(Clocks, are_carried_over_to_another_course_of_time_with_what_is_left) {
  FamilyClocks clocks;
  clocks.set_rate(clock_of_need, 0.0, 1.0, Exponentials{{20.0}});
  clocks.change_time(clock_of_need, 10.0, TimeChange::none(), slow_then_fast());
  EXPECT_DOUBLE_EQ(clocks.next_day(), 30.0) << "the ten days left take twice as long";
  clocks.change_time(clock_of_need, 20.0, slow_then_fast(), TimeChange::none());
  EXPECT_DOUBLE_EQ(clocks.next_day(), 25.0);
  EXPECT_EQ(clocks.rate(clock_of_need), 1.0);
  FamilyClocks standing;
  standing.change_time(clock_of_need, 10.0, TimeChange::none(), slow_then_fast());
  EXPECT_EQ(standing.next_day(), std::numeric_limits<double>::infinity());
}

}  // namespace
}  // namespace stepdown
