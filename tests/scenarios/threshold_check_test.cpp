#include "scenarios/threshold_check.h"

#include "tests/fixtures/settings_checked.h"

namespace stepdown {
namespace {

using ::testing::IsEmpty;

TEST(Thresholds, rise_from_tier_to_tier) {
  EXPECT_THAT(
      checked_together({"threshold.community_early_help=2.9", "threshold.targeted_early_help=2.8"}),
      only(Severity::warning, "for greater need than targeted early help"));
  EXPECT_THAT(checked_together({"threshold.targeted_early_help=3.4"}),
              only(Severity::warning, "for greater need than a child in need plan"));
  EXPECT_THAT(checked_together({"threshold.child_in_need=4.8"}),
              only(Severity::warning, "a section 47 enquiry would start at less need"));
}

TEST(Thresholds, close_no_case_at_a_need_that_opens_one) {
  EXPECT_THAT(checked_together({"threshold.good_review=4"}),
              only(Severity::warning, "closed at a need that opens one"));
  EXPECT_THAT(checked_together({"protection.end_below=4.1"}),
              only(Severity::warning, "end at a need that starts one"));
}

TEST(Thresholds, let_in_whom_they_ask_for) {
  EXPECT_THAT(checked_together({"threshold.front_door=3.2", "threshold.referral=3"}),
              only(Severity::warning, "send away most of those who are rightly referred"));
}

TEST(Rationing, ends_below_where_it_begins) {
  EXPECT_THAT(checked_together({"rationing.list_on=0.3"}),
              only(Severity::error, "at a list no shorter than that at which they rise"));
  EXPECT_THAT(checked_together({"rationing.load_off=1.2"}),
              only(Severity::error, "at a load of social workers no smaller"));
}

TEST(Rationing, that_is_not_used_may_have_any_levels) {
  EXPECT_THAT(checked_together({"rationing.list_on=0.3", "rationing.community_raise=0",
                                "rationing.targeted_raise=0"}),
              IsEmpty());
  EXPECT_THAT(checked_together({"rationing.load_off=1.2", "rationing.child_in_need_raise=0"}),
              IsEmpty());
}

TEST(EarlyHelp, is_for_some_age) {
  const auto problems = checked_together(
      {"help.community_early_help.age_from=10", "help.community_early_help.age_to=5"});
  EXPECT_THAT(problems,
              only(Severity::error,
                   "community-based early help is for children from 10 and below 5 years: "
                   "for nobody"));
  EXPECT_EQ(problems.at(0).suggestion, "age_from = 10, age_to = 5");
  EXPECT_THAT(checked_together({"help.targeted_early_help.age_to=0"}),
              only(Severity::error, "for nobody"));
}

TEST(EarlyHelp, is_made_for_those_it_is_offered_to) {
  EXPECT_THAT(checked_together({"help.targeted_early_help.serves_up_to=2"}),
              only(Severity::warning,
                   "targeted early help is made for families up to level 2 and offered from a "
                   "judged need of 3"));
}

}  // namespace
}  // namespace stepdown
