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
  p.assessment_in_time = 0.9;
  p.assessment_longest = 75;
  EXPECT_DOUBLE_EQ(assessment_days(p, 0.25), 19 * 1.4);
  EXPECT_DOUBLE_EQ(assessment_days(p, 0.5), 34 * 1.4);
  EXPECT_DOUBLE_EQ(assessment_days(p, 0.75), 44 * 1.4);
  EXPECT_DOUBLE_EQ(assessment_days(p, 0.9), 45 * 1.4) << "the statutory limit";
  EXPECT_DOUBLE_EQ(assessment_days(p, 0.125), 9.5 * 1.4) << "straight lines between them";
  EXPECT_NEAR(assessment_days(p, 0x1p-53), 0.0, 1e-9);
  EXPECT_NEAR(assessment_days(p, 1.0 - 0x1p-53), 75 * 1.4, 1e-9);
}

TEST(Referral, counts_each_child_and_those_referred_within_the_year_before) {
  ModelParameters p = quiet_authority();
  p.threshold.front_door = 8;  // no further action, so that the family may be referred again
  SmallWorld small(p);
  const FamilySlot family = small.new_family(3);
  small.refer_and_decide(family);
  small.live_until(300);
  small.refer_and_decide(family);
  small.live_until(300 + 366);
  small.refer_and_decide(family);
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
  small.refer_and_decide(family);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::helped);
  EXPECT_EQ(small.diary.count(HappeningKind::help_ended), 0u);
}

TEST(Referral, from_early_help_ends_that_help_and_frees_its_place) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = small.new_family(2, NeglectLevel::four);
  small.seek(family, ServiceTier::targeted_early_help);
  EXPECT_EQ(small.team(ServiceTier::targeted_early_help).total_load(), 2 * one_place);
  small.refer_and_decide(family);
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
  p.front_door.early_help_after_assessment = 1;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, level, concern);
  small.refer_and_decide(family);
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
  small.refer_and_decide(family);
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
    small.refer_and_decide(small.new_family(1, NeglectLevel::four));
  }
  EXPECT_EQ(small.team(ServiceTier::child_in_need).total_load(), 3 * one_place);
  EXPECT_EQ(small.team(ServiceTier::child_in_need).over_cap(), 2 * one_place);
}

TEST(Assessment, that_finds_no_need_may_be_followed_by_an_offer_of_early_help) {
  for (const double offered : {0.0, 1.0}) {
    ModelParameters p = quiet_authority();
    p.front_door.early_help_after_assessment = offered;
    p.threshold.front_door = 1;
    SmallWorld small(p);
    const FamilySlot family = small.new_family(1, NeglectLevel::three);
    small.refer_and_decide(family);
    small.live_until(150);
    EXPECT_EQ(small.diary.count(HappeningKind::help_started), offered > 0.5 ? 1u : 0u);
  }
}

TEST(Assessment, by_a_worker_over_the_cap_takes_longer) {
  ModelParameters p = quiet_authority();
  p.caseload.social_worker_cap = 2;
  p.front_door.overload_slows = 1;
  SmallWorld small(p);
  const FamilySlot first = small.new_family(2, NeglectLevel::four);
  small.refer_and_decide(first);
  const FamilySlot second = small.new_family(2, NeglectLevel::four);
  const double quantile = small.world.uniform(second, Decision::assessment_length, 1);
  small.refer_and_decide(second);
  EXPECT_DOUBLE_EQ(small.case_of(second).date(CaseDate::assessment_ends),
                   2.0 * assessment_days(p.front_door, quantile))
      << "load is twice the cap";
}

TEST(FrontDoor, takes_its_time_for_each_decision_and_one_after_another) {
  ModelParameters p = quiet_authority();
  p.front_door.decision_days = 5;
  SmallWorld small(p);
  const FamilySlot first = small.new_family(1, NeglectLevel::four);
  const FamilySlot second = small.new_family(1, NeglectLevel::four);
  refer(small.world, first, NoticeRoute::school);
  refer(small.world, second, NoticeRoute::police);
  EXPECT_EQ(small.case_of(first).stage, CaseStage::front_door);
  EXPECT_EQ(small.authority.stocks.at_front_door.count(), 2);
  small.live_until(15);
  const auto accepted = small.diary.of(HappeningKind::referral_accepted);
  ASSERT_EQ(accepted.size(), 2u);
  EXPECT_DOUBLE_EQ(accepted[0].days, 7.0);
  EXPECT_DOUBLE_EQ(accepted[1].days, 14.0) << "there is one member of staff";
  EXPECT_EQ(small.authority.stocks.at_front_door.count(), 0);
}

TEST(FrontDoor, gets_one_referral_at_a_time_of_a_family) {
  ModelParameters p = quiet_authority();
  p.front_door.decision_days = 5;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::four);
  refer(small.world, family, NoticeRoute::school);
  small.live_until(3);
  refer(small.world, family, NoticeRoute::police);
  EXPECT_EQ(small.diary.count(HappeningKind::referral), 1u);
  EXPECT_EQ(small.case_of(family).date(CaseDate::front_door_decides), 7.0);
}

TEST(FrontDoor, without_staff_decides_once_there_are_some) {
  ModelParameters p = quiet_authority();
  p.workforce.additional_front_door = -1;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::four);
  refer(small.world, family, NoticeRoute::school);
  small.live_until(100);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::front_door);
  p.workforce.additional_front_door = 0;
  small.adopt(p);
  small.live_until(101);
  EXPECT_EQ(small.diary.of(HappeningKind::referral_accepted).at(0).days, 100.0);
}

TEST(Referral, outlives_the_help_that_the_family_had) {
  ModelParameters p = quiet_authority();
  p.front_door.decision_days = 5;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::four);
  small.seek(family, ServiceTier::targeted_early_help);
  refer(small.world, family, NoticeRoute::school);
  end_case(small.world, family, ClosingReason::left_early);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::front_door);
  EXPECT_EQ(small.team(ServiceTier::targeted_early_help).total_load(), 0);
  small.live_until(8);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::assessment);
}

TEST(Referral, outlives_the_wait_for_a_place) {
  ModelParameters p = quiet_authority();
  p.front_door.decision_days = 5;
  p.caseload.key_worker_cap = 1;
  SmallWorld small(p);
  const FamilySlot other = small.new_family(1);
  const FamilySlot family = small.new_family(1, NeglectLevel::four);
  small.seek(other, ServiceTier::targeted_early_help);
  small.seek(family, ServiceTier::targeted_early_help);
  refer(small.world, family, NoticeRoute::school);
  end_case(small.world, other, ClosingReason::good_review);
  EXPECT_TRUE(small.case_of(family).gets_help());
  small.live_until(8);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::assessment);
}

TEST(TurnedAway, families_lose_trust_and_are_called_about_again) {
  ModelParameters p = quiet_authority();
  p.threshold.front_door = 8;
  p.trust.loss_refused = 1;
  p.noticing.rate = 1e-4;
  p.noticing.by_level = 1;
  p.noticing.repeat_contacts = 3;
  p.noticing.repeat_weeks = 10;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  small.refer_and_decide(family);
  EXPECT_EQ(small.world.family(family).trust, 1);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::noticed), 3e-4);
  small.live_until(71);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::noticed), 1e-4);
}

TEST(Assessment, is_made_by_the_social_worker_whom_the_family_knows_while_there_is_room) {
  for (const bool has_room : {true, false}) {
    ModelParameters p = quiet_authority();
    p.workforce.social_workers = 3;
    p.caseload.social_worker_cap = 4;
    SmallWorld small(p);
    small.open_statutory(small.new_family(1, NeglectLevel::four), ServiceTier::child_in_need);
    const FamilySlot family = small.new_family(1, NeglectLevel::four);
    small.open_statutory(family, ServiceTier::child_in_need);
    const WorkerId known = small.case_of(family).worker;
    ASSERT_EQ(known, 1u);
    end_case(small.world, family, ClosingReason::good_review);
    small.team(ServiceTier::child_in_need).change(known, (has_room ? 3 : 4) * one_place, 0.0);
    hold_for_assessment(small.world, family, 0b1);
    EXPECT_EQ(small.case_of(family).worker == known, has_room) << "though others have more";
  }
}

TEST(Referral, without_assessment_costs_trust_which_a_family_in_early_help_acts_on) {
  ModelParameters p = quiet_authority();
  p.threshold.front_door = 9;
  p.trust = {.start = 0.5, .gain = 0, .loss_refused = 1, .loss_handover = 0, .effect = 1};
  p.help[row_of(ServiceTier::targeted_early_help)].leaves_early = 0.4;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  small.seek(family, ServiceTier::targeted_early_help);
  ASSERT_NEAR(small.yearly(family, LeavingClock::leaves_early), 0.4, 1e-6);
  small.refer_and_decide(family);
  EXPECT_NEAR(small.yearly(family, LeavingClock::leaves_early), 0.6, 1e-6) << "trust 1 of 4";
}

TEST(Referral, without_further_action_tells_whether_a_list_or_help_goes_on) {
  ModelParameters p = quiet_authority();
  p.threshold.front_door = 8;
  p.caseload.key_worker_cap = 1;
  SmallWorld small(p);
  const FamilySlot helped = small.new_family(1, NeglectLevel::three);
  const FamilySlot waiting = small.new_family(1, NeglectLevel::three);
  const FamilySlot neither = small.new_family(1, NeglectLevel::three);
  small.seek(helped, ServiceTier::targeted_early_help);
  small.seek(waiting, ServiceTier::targeted_early_help);
  ASSERT_EQ(small.case_of(waiting).stage, CaseStage::waiting);
  for (const FamilySlot family : {helped, waiting, neither}) {
    small.refer_and_decide(family);
    EXPECT_EQ(small.diary.of(HappeningKind::no_further_action).back().repeats,
              family == neither ? 0 : 1);
  }
}

TEST(Assessment, that_finds_no_need_is_followed_by_no_offer_while_a_sibling_is_in_care) {
  ModelParameters p = quiet_authority();
  p.care.siblings_in_care = 0;
  p.front_door.early_help_after_assessment = 1;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::three);
  hold_for_assessment(small.world, family, 0b11);
  start_care(small.world, family);
  small.live_until(1);
  ASSERT_EQ(small.diary.count(HappeningKind::assessment_ended, ClosingReason::not_in_need), 1u);
  EXPECT_EQ(small.diary.count(HappeningKind::offer_accepted), 0u);
  EXPECT_FALSE(small.case_of(family).is_open());
  EXPECT_EQ(count_of(small.case_of(family).in_care), 1);
}

}  // namespace
}  // namespace stepdown
