#include "model/outcomes/observers/duration_outcomes.h"

#include <gtest/gtest.h>

#include <cmath>

#include "model/time.h"
#include "tests/fixtures/observed_outcomes.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr double month = 365.25 / 12;

/// Tells the measures of duration what lasted how long.
class Durations : public testing::Test {
 protected:
  void ended(HappeningKind kind, double days, int children = 1, int repeats = 0) {
    outcomes_.saw({.kind = kind, .day = 1, .children = children, .repeats = repeats, .days = days},
                  day_0_);
  }
  double value(std::string_view name) const { return outcomes_.value(name, day_0_); }

  ModelParameters parameters_ = quiet_authority();
  Authority day_0_{RunKey{}};
  ObservedOutcomes outcomes_{duration_outcomes(), {parameters_, day_0_, 730.5, 2}};
};

TEST_F(Durations, of_plans_are_in_the_official_bands) {
  EXPECT_TRUE(std::isnan(value("plans_ended_within_3m")));
  for (const double months : {3.0, 3.1, 7.0, 13.0, 25.0}) {
    ended(HappeningKind::plan_ended, months * month);
  }
  EXPECT_EQ(value("plans_ended_within_3m"), 20.0);
  EXPECT_EQ(value("plans_ended_within_6m"), 40.0);
  EXPECT_EQ(value("plans_ended_within_12m"), 60.0);
  EXPECT_EQ(value("plans_ended_within_24m"), 80.0);
}

TEST_F(Durations, of_need_count_outside_cases_too_but_for_a_measure_of_their_own) {
  ended(HappeningKind::episode_ended, 2 * month, 3);
  ended(HappeningKind::episode_ended, 8 * month, 1);
  ended(HappeningKind::outside_closed, 20 * month, 4);
  EXPECT_EQ(value("episodes_ended_within_3m"), 37.5);
  EXPECT_EQ(value("episodes_ended_within_12m"), 50.0);
  EXPECT_EQ(value("episodes_ended_within_24m"), 100.0);
  EXPECT_EQ(value("own_episodes_ended_within_3m"), 75.0);
}

TEST_F(Durations, of_assessments_are_in_time_up_to_45_working_days) {
  const double limit = Duration::working_days(45).in_days();
  ended(HappeningKind::assessment_ended, limit, 3);
  ended(HappeningKind::assessment_ended, limit + 1);
  EXPECT_EQ(value("assessments_in_45_days"), 75.0);
}

TEST_F(Durations, go_with_assessments_that_record_neglect_and_outside_ones_never_do) {
  ended(HappeningKind::assessment_ended, 10, 2, 1);
  ended(HappeningKind::assessment_ended, 10, 3, 0);
  ended(HappeningKind::outside_referral, 0, 5);
  EXPECT_EQ(value("assessments_with_neglect"), 20.0);
}

}  // namespace
}  // namespace stepdown
