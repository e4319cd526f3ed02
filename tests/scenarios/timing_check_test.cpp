#include "scenarios/timing_check.h"

#include "tests/fixtures/settings_checked.h"

namespace stepdown {
namespace {

using ::testing::IsEmpty;

TEST(Assessments, have_quantiles_in_order) {
  EXPECT_THAT(checked_together({"front_door.assessment_median=50"}),
              only(Severity::error, "cannot fall"));
}

TEST(Assessments, have_no_quantile_against_their_limit) {
  EXPECT_THAT(checked_together({"front_door.assessment_three_quarters=60"}),
              only(Severity::error, "at least as many are said to take no more than 45"));
}

TEST(ReviewConferences, are_not_further_apart_at_least_than_at_most) {
  EXPECT_THAT(checked_together({"protection.later_review_earliest_weeks=30"}),
              only(Severity::error, "the least time between review conferences"));
}

TEST(Decisions, begin_within_the_horizon) {
  EXPECT_THAT(checked_together({"policy.from_month=119"}), IsEmpty());
  const auto problems = checked_together({"policy.from_month=12", "horizon.years=1"});
  EXPECT_THAT(problems,
              only(Severity::error,
                   "the decisions begin 12 months after day 0, and the horizon ends after 12: "
                   "nothing would change"));
  EXPECT_EQ(problems.at(0).line_text, "policy.from_month=12");
}

TEST(Shocks, begin_within_the_horizon) {
  EXPECT_THAT(checked_together({"shock.publicity.size=1.2", "shock.publicity.from_month=200"}),
              only(Severity::warning, "it never comes"));
  EXPECT_THAT(checked_together({"shock.staff_exodus.share=0.2", "shock.staff_exodus.at_month=120"}),
              only(Severity::warning, "social workers leave after 120 months"));
}

TEST(Shocks, last_for_some_time) {
  EXPECT_THAT(checked_together({"shock.crises.size=1.2", "shock.crises.lasts_months=0"}),
              only(Severity::warning, "the shock `crises` lasts no time at all"));
}

TEST(Shocks, rise_before_they_end) {
  EXPECT_THAT(checked_together({"shock.crises.size=1.2", "shock.crises.rise_months=24",
                                "shock.crises.lasts_months=12"}),
              only(Severity::warning, "the shock `crises` ends before it has risen to its size"));
}

}  // namespace
}  // namespace stepdown
