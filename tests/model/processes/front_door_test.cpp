#include "model/processes/front_door.h"

#include <gtest/gtest.h>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

TEST(AssessmentDays, go_through_the_official_percentiles) {
  FrontDoorParameters p;
  p.assessment_quarter = 19;
  p.assessment_median = 34;
  p.assessment_three_quarters = 44;
  p.assessment_longest = 75;
  EXPECT_DOUBLE_EQ(assessment_days(p, 0.25), 19 * 1.4);
  EXPECT_DOUBLE_EQ(assessment_days(p, 0.5), 34 * 1.4);
  EXPECT_DOUBLE_EQ(assessment_days(p, 0.75), 44 * 1.4);
  EXPECT_DOUBLE_EQ(assessment_days(p, 0.125), 9.5 * 1.4) << "straight lines between them";
  EXPECT_NEAR(assessment_days(p, 0x1p-53), 0.0, 1e-9);
  EXPECT_NEAR(assessment_days(p, 1.0 - 0x1p-53), 75 * 1.4, 1e-9);
}

TEST(Referral, counts_each_child_and_those_referred_within_the_year_before) {
  ModelParameters p = quiet_authority();
  p.threshold.front_door = 8;  // no further action, so that the family may be referred again
  SmallWorld small(p);
  const FamilySlot family = small.new_family(3);
  refer(small.world, family);
  small.live_until(300);
  refer(small.world, family);
  small.live_until(300 + 366);
  refer(small.world, family);
  const auto referrals = small.diary.of(HappeningKind::referral);
  ASSERT_EQ(referrals.size(), 3u);
  for (const Happening& referral : referrals) {
    EXPECT_EQ(referral.children, 3);
  }
  EXPECT_EQ(referrals[0].repeats, 0);
  EXPECT_EQ(referrals[1].repeats, 3);
  EXPECT_EQ(referrals[2].repeats, 0) << "the last one was more than a year ago";
  EXPECT_EQ(small.diary.count(HappeningKind::no_further_action), 3u);
}

TEST(Referral, without_further_action_leaves_the_help_there_is_alone) {
  ModelParameters p = quiet_authority();
  p.threshold.front_door = 8;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  small.seek(family, ServiceTier::targeted_early_help);
  refer(small.world, family);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::helped);
  EXPECT_EQ(small.diary.count(HappeningKind::help_ended), 0u);
}

TEST(Referral, from_early_help_ends_that_help_and_frees_its_place) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = small.new_family(2, NeglectLevel::four);
  small.seek(family, ServiceTier::targeted_early_help);
  EXPECT_EQ(small.team(ServiceTier::targeted_early_help).total_load(), 2 * one_place);
  refer(small.world, family);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::assessment);
  EXPECT_EQ(small.diary.count(HappeningKind::help_ended, ClosingReason::stepped_up), 1u);
  EXPECT_EQ(small.team(ServiceTier::targeted_early_help).total_load(), 0);
  EXPECT_EQ(small.team(ServiceTier::child_in_need).total_load(), 2 * one_place);
}

struct Decided {
  NeglectLevel level;
  AcuteConcern concern;
  ServiceTier tier;
};

class Assessment : public testing::TestWithParam<Decided> {};

TEST_P(Assessment, without_error_gives_each_need_the_tier_of_the_thresholds) {
  const auto [level, concern, tier] = GetParam();
  ModelParameters p = quiet_authority();
  p.threshold.front_door = 1;
  p.threshold.enquiry = 8;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, level, concern);
  refer(small.world, family);
  const double ends = small.case_of(family).date(CaseDate::assessment_ends);
  EXPECT_LE(ends, 75 * 1.4);
  small.live_until(ends);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::assessment);
  small.live_until(ends + 1);
  EXPECT_EQ(small.case_of(family).tier, tier);
  EXPECT_EQ(small.case_of(family).gets_help(), tier != ServiceTier::universal);
  EXPECT_EQ(small.diary.count(HappeningKind::assessment_ended, ClosingReason::not_in_need),
            tier == ServiceTier::child_in_need ? 0u : 1u);
}

INSTANTIATE_TEST_SUITE_P(
    Levels, Assessment,
    testing::Values(
        Decided{NeglectLevel::one, AcuteConcern::none, ServiceTier::universal},
        Decided{NeglectLevel::two, AcuteConcern::none, ServiceTier::universal},
        Decided{NeglectLevel::three, AcuteConcern::none, ServiceTier::targeted_early_help},
        Decided{NeglectLevel::four, AcuteConcern::none, ServiceTier::child_in_need},
        Decided{NeglectLevel::two, AcuteConcern::moderate, ServiceTier::targeted_early_help},
        Decided{NeglectLevel::two, AcuteConcern::serious, ServiceTier::child_in_need}));

TEST(Assessment, of_a_family_that_declines_a_plan_leads_to_an_offer_of_early_help) {
  ModelParameters p = quiet_authority();
  p.consent.child_in_need = 0;
  p.threshold.enquiry = 8;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::four);
  refer(small.world, family);
  small.live_until(150);
  const auto declined = small.diary.of(HappeningKind::offer_declined);
  ASSERT_EQ(declined.size(), 1u);
  EXPECT_EQ(declined[0].tier, ServiceTier::child_in_need);
  EXPECT_EQ(declined[0].reason, ClosingReason::declined);
  EXPECT_EQ(small.diary.count(HappeningKind::assessment_ended, ClosingReason::none), 1u);
  EXPECT_EQ(small.diary.of(HappeningKind::help_started).at(0).tier,
            ServiceTier::targeted_early_help);
}

TEST(Assessment, holds_a_social_worker_even_over_the_cap) {
  ModelParameters p = quiet_authority();
  p.caseload.social_worker_cap = 1;
  SmallWorld small(p);
  for (int i = 0; i < 3; ++i) {
    refer(small.world, small.new_family(1, NeglectLevel::four));
  }
  EXPECT_EQ(small.team(ServiceTier::child_in_need).total_load(), 3 * one_place);
  EXPECT_EQ(small.team(ServiceTier::child_in_need).over_cap(), 2 * one_place);
}

TEST(BeingNoticed, leads_where_the_judged_need_points) {
  const ModelParameters p = quiet_authority();
  SmallWorld small(p);
  const FamilySlot mild = small.new_family(1, NeglectLevel::two);
  be_noticed(small.world, mild);
  EXPECT_FALSE(small.case_of(mild).is_open()) << "below every threshold";
  const FamilySlot some = small.new_family(1, NeglectLevel::three);
  be_noticed(small.world, some);
  EXPECT_EQ(small.case_of(some).tier, ServiceTier::targeted_early_help);
  EXPECT_EQ(small.diary.count(HappeningKind::referral), 0u);
  const FamilySlot severe = small.new_family(1, NeglectLevel::four);
  be_noticed(small.world, severe);
  EXPECT_EQ(small.case_of(severe).stage, CaseStage::assessment);
  EXPECT_EQ(small.diary.count(HappeningKind::contact), 3u);
}

TEST(BeingNoticed, again_while_early_help_runs_brings_no_second_offer) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  small.seek(family, ServiceTier::community_early_help);
  be_noticed(small.world, family);
  EXPECT_EQ(small.case_of(family).tier, ServiceTier::community_early_help);
  EXPECT_EQ(small.diary.count(HappeningKind::help_started), 1u);
}

TEST(BeingNoticed, stops_while_a_statutory_case_is_open) {
  ModelParameters p = quiet_authority();
  p.noticing.rate = 1;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::four);
  const Clocks& clocks = small.world.family(family).clocks;
  EXPECT_GT(clocks.rate(FamilyClock::noticed), 0.0);
  refer(small.world, family);
  EXPECT_EQ(clocks.rate(FamilyClock::noticed), 0.0);
  end_case(small.world, family, ClosingReason::not_in_need);
  EXPECT_GT(clocks.rate(FamilyClock::noticed), 0.0);
}

}  // namespace
}  // namespace stepdown
