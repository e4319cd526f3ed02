#include "model/processes/closing.h"

#include <gtest/gtest.h>

#include "model/processes/enquiry.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier targeted = ServiceTier::targeted_early_help;
constexpr std::size_t targeted_closure = row_of(targeted) - 1;

/// One good review begins a taper of two steps: 4 weeks at 0.6 of a place and 8 weeks at 0.25.
ModelParameters tapering(double relapse_seen = 0.0, double false_alarm = 0.0) {
  ModelParameters p = with_closure(quiet_authority(), ClosurePolicy::tapered);
  ClosureParameters& closure = p.closure[targeted_closure];
  closure.taper_weeks = {4, 8};
  closure.taper_intensity = {0.5, 0.25};
  closure.taper_place_share = {0.6, 0.25};
  closure.contact_weeks = 3;
  p.taper_detection.relapse_seen = relapse_seen;
  p.taper_detection.false_alarm = false_alarm;
  return p;
}

constexpr ReviewFacts good{.good = true, .good_in_a_row = 1};

TEST(Taper, holds_in_each_step_the_part_of_a_place_that_it_says) {
  SmallWorld small(tapering());
  const FamilySlot family = small.new_family(2, NeglectLevel::two);
  small.seek(family, targeted);
  const Team& team = small.team(targeted);
  EXPECT_EQ(team.load(0), 2000);
  close_by_policy(small.world, family, good, 2.0);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::tapering);
  EXPECT_EQ(small.case_of(family).intensity, 0.5);
  EXPECT_EQ(team.load(0), 1200);
  small.live_until(4 * 7 + 1);
  EXPECT_EQ(small.case_of(family).intensity, 0.25);
  EXPECT_EQ(team.load(0), 500);
  small.live_until(12 * 7);
  EXPECT_TRUE(small.case_of(family).is_open());
  small.live_until(12 * 7 + 1);
  EXPECT_FALSE(small.case_of(family).is_open());
  EXPECT_EQ(team.load(0), 0);
  EXPECT_EQ(small.diary.count(HappeningKind::help_ended, ClosingReason::taper_completed), 1u);
  EXPECT_EQ(small.diary.count(HappeningKind::review_held), 0u) << "contacts take their place";
}

TEST(Taper, gives_the_rest_of_the_place_to_those_who_wait) {
  ModelParameters p = tapering();
  p.caseload.key_worker_cap = 2;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::two);
  const FamilySlot waiting = small.new_family(1, NeglectLevel::three);
  small.seek(family, targeted);
  small.seek(waiting, targeted);
  close_by_policy(small.world, family, good, 2.0);
  EXPECT_EQ(small.case_of(waiting).stage, CaseStage::waiting) << "0.8 of a place is not one";
  small.live_until(4 * 7 + 1);
  EXPECT_EQ(small.case_of(waiting).stage, CaseStage::helped);
}

TEST(Contact, that_sees_a_relapse_brings_full_help_back_at_once_without_a_referral) {
  SmallWorld small(tapering(1.0));
  const FamilySlot family = small.new_family(2, NeglectLevel::two);
  small.seek(family, targeted);
  close_by_policy(small.world, family, good, 2.0);
  small.live_until(10);
  small.set_need(family, NeglectLevel::three);
  small.live_until(3 * 7 + 1);
  const Case& open = small.case_of(family);
  EXPECT_EQ(open.stage, CaseStage::helped);
  EXPECT_EQ(open.intensity, 1.0);
  EXPECT_EQ(small.team(targeted).load(0), 2000);
  EXPECT_EQ(open.good_reviews, 0);
  EXPECT_EQ(open.date(CaseDate::review),
            3 * 7 + 7 * small.rules.p.help[row_of(targeted)].review_weeks);
  EXPECT_FALSE(open.has(CaseDate::taper_step_ends));
  EXPECT_EQ(small.diary.of(HappeningKind::relapse_seen).at(0).repeats, 1);
  EXPECT_EQ(small.diary.count(HappeningKind::referral), 0u);
  EXPECT_EQ(small.diary.count(HappeningKind::help_started), 1u);
  EXPECT_EQ(small.diary.count(HappeningKind::help_ended), 0u);
}

TEST(Contact, sees_an_acute_concern_as_a_relapse_too) {
  SmallWorld small(tapering(1.0));
  const FamilySlot family = small.new_family(1, NeglectLevel::one);
  small.seek(family, targeted);
  close_by_policy(small.world, family, good, 1.0);
  small.set_need(family, NeglectLevel::one, AcuteConcern::moderate);
  small.live_until(3 * 7 + 1);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::helped);
}

TEST(Contact, that_sees_nothing_leaves_the_taper_as_it_is) {
  for (const NeglectLevel level : {NeglectLevel::two, NeglectLevel::five}) {
    SmallWorld small(tapering(level == NeglectLevel::two ? 1.0 : 0.0, 0.0));
    const FamilySlot family = small.new_family(1, NeglectLevel::two);
    small.seek(family, targeted);
    close_by_policy(small.world, family, good, 2.0);
    small.set_need(family, level);
    small.live_until(12 * 7 + 1);
    EXPECT_EQ(small.diary.count(HappeningKind::relapse_seen), 0u);
    EXPECT_EQ(small.diary.count(HappeningKind::help_ended, ClosingReason::taper_completed), 1u);
  }
}

TEST(Contact, may_see_a_relapse_that_is_none) {
  SmallWorld small(tapering(0.0, 1.0));
  const FamilySlot family = small.new_family(1, NeglectLevel::one);
  small.seek(family, targeted);
  close_by_policy(small.world, family, good, 1.0);
  small.live_until(3 * 7 + 1);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::helped);
  EXPECT_EQ(small.diary.of(HappeningKind::relapse_seen).at(0).repeats, 0);
}

TEST(TimeLimit, ends_help_whatever_the_level) {
  ModelParameters p = with_closure(quiet_authority(), ClosurePolicy::time_limited);
  p.closure[targeted_closure].time_limit_weeks = 20;
  p.help[row_of(targeted)].reviews_without_progress = 50;
  for (const NeglectLevel level : {NeglectLevel::one, NeglectLevel::three, NeglectLevel::five}) {
    SmallWorld small(p);
    const FamilySlot family = small.new_family(1, level);
    small.seek(family, targeted);
    small.live_until(20 * 7);
    EXPECT_TRUE(small.case_of(family).gets_help());
    small.live_until(20 * 7 + 1);
    EXPECT_FALSE(small.case_of(family).is_open());
    EXPECT_EQ(small.diary.count(HappeningKind::help_ended, ClosingReason::time_limit), 1u);
  }
}

TEST(TimeLimit, waits_for_the_decision_on_a_referral) {
  ModelParameters p = with_closure(quiet_authority(), ClosurePolicy::time_limited);
  p.closure[targeted_closure].time_limit_weeks = 20;
  p.help[row_of(targeted)].reviews_without_progress = 50;
  p.front_door.decision_days = 10;
  p.threshold.front_door = 8;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  small.seek(family, targeted);
  small.live_until(20 * 7 - 1);
  refer(small.world, family, NoticeRoute::school);
  small.live_until(20 * 7 + 1);
  EXPECT_TRUE(small.case_of(family).gets_help());
  small.live_until(20 * 7 + 14);
  EXPECT_EQ(small.diary.count(HappeningKind::no_further_action), 1u);
  EXPECT_FALSE(small.case_of(family).is_open());
}

TEST(TimeLimit, waits_for_the_least_time_after_a_plan) {
  ModelParameters p = with_closure(quiet_authority(), ClosurePolicy::time_limited);
  p.closure[targeted_closure].time_limit_weeks = 20;
  p.help[row_of(targeted)].reviews_without_progress = 50;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  small.seek(family, targeted);
  small.world.case_of(family).minimum_until = 30 * 7;
  small.live_until(20 * 7 + 1);
  EXPECT_TRUE(small.case_of(family).gets_help());
  small.live_until(30 * 7);
  EXPECT_TRUE(small.case_of(family).gets_help());
  small.live_until(30 * 7 + 1);
  EXPECT_EQ(small.diary.count(HappeningKind::help_ended, ClosingReason::time_limit), 1u);
}

TEST(Taper, waits_at_its_end_for_an_enquiry) {
  ModelParameters p = tapering();
  p.front_door.enquiry_days = 10;
  p.threshold.conference = 9;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::two);
  small.seek(family, targeted);
  close_by_policy(small.world, family, good, 2.0);
  const double end = (4 + 8) * 7;
  small.live_until(end - 1);
  start_enquiry(small.world, family);
  small.live_until(end + 1);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::tapering);
  EXPECT_TRUE(small.case_of(family).is_under_enquiry());
  small.live_until(end + 14);
  EXPECT_EQ(small.diary.count(HappeningKind::help_ended, ClosingReason::taper_completed), 1u);
}

TEST(HandBack, lets_school_and_health_look_more_closely_in_the_fragile_spell) {
  ModelParameters p = quiet_authority();
  p.noticing.rate = 0.001;
  p.noticing.by_level = 1;
  p.closure_ways.hand_back = 1;
  p.closure_ways.hand_back_effect = 3;
  p.need.fragile_weeks = 10;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::two);
  small.seek(family, targeted);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::noticed), 0.001);
  end_case(small.world, family, ClosingReason::good_review);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::noticed), 0.003);
  small.live_until(71);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::noticed), 0.001);
}

TEST(StepDown, goes_to_the_tier_below_if_the_family_consents) {
  const ModelParameters p = with_closure(quiet_authority(), ClosurePolicy::step_down);
  SmallWorld small(p);
  const FamilySlot in_need = small.new_family(1, NeglectLevel::two);
  small.open_statutory(in_need, ServiceTier::child_in_need);
  close_by_policy(small.world, in_need, good, 2.0);
  EXPECT_EQ(small.case_of(in_need).tier, ServiceTier::targeted_early_help);
  close_by_policy(small.world, in_need, good, 2.0);
  EXPECT_EQ(small.case_of(in_need).tier, ServiceTier::community_early_help);
  close_by_policy(small.world, in_need, good, 2.0);
  EXPECT_FALSE(small.case_of(in_need).is_open());
  EXPECT_EQ(small.diary.count(HappeningKind::help_ended, ClosingReason::stepped_down), 3u);
  EXPECT_EQ(small.diary.count(HappeningKind::help_started), 3u);
}

TEST(StepDown, without_consent_is_the_end_of_help) {
  ModelParameters p = with_closure(quiet_authority(), ClosurePolicy::step_down);
  p.consent.early_help = 0;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::two);
  small.seek(family, targeted);
  close_by_policy(small.world, family, good, 2.0);
  EXPECT_FALSE(small.case_of(family).is_open());
  EXPECT_EQ(small.diary.count(HappeningKind::offer_declined), 1u);
}

TEST(StepDown, waits_for_a_place_on_the_tier_below) {
  ModelParameters p = with_closure(quiet_authority(), ClosurePolicy::step_down);
  p.workforce.community_workers_per_10000 = 0;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::two);
  small.seek(family, targeted);
  close_by_policy(small.world, family, good, 2.0);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::waiting);
  EXPECT_EQ(small.case_of(family).tier, ServiceTier::community_early_help);
  EXPECT_EQ(small.team(targeted).total_load(), 0);
}

TEST(Taper, of_another_policy_gives_open_cases_the_help_of_the_step_they_are_on) {
  ModelParameters p = with_closure(quiet_authority(), ClosurePolicy::tapered);
  ClosureParameters& closure = p.closure[row_of(ServiceTier::child_in_need) - 1];
  closure.taper_weeks = {8, 8};
  closure.taper_intensity = {0.6, 0.3};
  closure.taper_place_share = {0.6, 0.3};
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::four);
  small.open_statutory(family, ServiceTier::child_in_need);
  small.set_need(family, NeglectLevel::one);
  small.live_until(small.case_of(family).date(CaseDate::review) + 1e-6);
  ASSERT_EQ(small.case_of(family).stage, CaseStage::tapering);
  closure.taper_intensity = {0.8, 0.3};
  small.adopt(p);
  EXPECT_FLOAT_EQ(small.case_of(family).intensity, 0.8F);
}

TEST(Taper, goes_on_from_its_first_step_where_another_policy_has_not_the_step_it_is_on) {
  ModelParameters p = tapering();
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::two);
  small.seek(family, targeted);
  close_by_policy(small.world, family, good, 2.0);
  small.live_until(4 * 7 + 1);
  ASSERT_EQ(small.case_of(family).taper_step, 1);
  ClosureParameters& closure = p.closure[targeted_closure];
  closure.taper_weeks = {6};
  closure.taper_intensity = {0.75};
  closure.taper_place_share = {0.8};
  small.adopt(p);
  EXPECT_EQ(small.case_of(family).taper_step, 0);
  EXPECT_EQ(small.case_of(family).date(CaseDate::taper_step_ends), small.world.now() + 6 * 7);
  EXPECT_EQ(small.case_of(family).intensity, 0.75);
  EXPECT_EQ(small.team(targeted).load(0), 1600);
}

TEST(StepDown, under_family_help_is_the_end_of_help_while_a_sibling_is_in_care) {
  ModelParameters p = with_closure(quiet_authority(), ClosurePolicy::step_down);
  p.family_help.model = ServiceModel::merged;
  p.family_help.transition_months = 0;
  p.care.siblings_in_care = 0;
  SmallWorld small(quiet_authority());
  small.adopt(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::four);
  small.open_statutory(family, ServiceTier::child_in_need);
  start_care(small.world, family);
  ASSERT_EQ(small.case_of(family).tier, ServiceTier::child_in_need);
  close_by_policy(small.world, family, good, 2.0);
  EXPECT_FALSE(small.case_of(family).is_open());
  EXPECT_EQ(count_of(small.case_of(family).in_care), 1);
  EXPECT_EQ(small.diary.count(HappeningKind::help_ended, ClosingReason::stepped_down), 1u);
  EXPECT_EQ(small.diary.count(HappeningKind::offer_accepted), 0u);
}

}  // namespace
}  // namespace stepdown
