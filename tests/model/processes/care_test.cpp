#include "model/processes/care.h"

#include <gtest/gtest.h>

#include "model/state/accounts.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier care = ServiceTier::looked_after;

FamilySlot family_in_care(SmallWorld& small, int children = 1) {
  const FamilySlot family = small.new_family(children, NeglectLevel::five);
  small.open_statutory(family, care);
  return family;
}

std::int64_t in_care(const SmallWorld& small) {
  return small.authority.stocks.helped[row_of(care)].count();
}

TEST(Care, is_left_more_slowly_after_the_first_year) {
  ModelParameters p = quiet_authority();
  const auto leaves = [&](double first_year, double later) {
    p.care.exit_first_year = first_year;
    p.care.exit_later = later;
    SmallWorld small(p);
    return small.case_of(family_in_care(small)).care_ends();
  };
  const double quick = leaves(1000.0, 1.0);
  EXPECT_LT(quick, 365.25) << "the draw is spent in the first year";
  EXPECT_NEAR(leaves(500.0, 1.0), 2 * quick, 1e-3 * quick);
  const double slow = leaves(1e-6, 0.5);
  EXPECT_GT(slow, 365.25);
  EXPECT_NEAR(leaves(1e-6, 0.25) - 365.25, 2 * (slow - 365.25), 1e-3 * slow);
  EXPECT_EQ(leaves(0.0, 0.0), no_day);
}

TEST(Care, of_siblings_may_begin_for_one_and_end_for_each_on_its_own_day) {
  ModelParameters p = quiet_authority();
  p.care.exit_first_year = p.care.exit_later = 0.5;
  p.care.return_home_share = 0;
  SmallWorld small(p);
  const FamilySlot family = family_in_care(small, 3);
  EXPECT_EQ(small.case_of(family).in_care, 0b111);
  EXPECT_EQ(small.world.family(family).at_home, 0);
  const double first = small.case_of(family).care_ends();
  small.live_until(first + 1e-3);
  EXPECT_EQ(in_care(small), 2);
  EXPECT_GT(small.case_of(family).care_ends(), first);
  EXPECT_TRUE(small.authority.families.is_here(family));
}

TEST(Care, of_one_child_leaves_the_siblings_with_the_help_they_have) {
  ModelParameters p = quiet_authority();
  p.care.siblings_in_care = 0;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(3, NeglectLevel::five);
  small.open_statutory(family, ServiceTier::child_in_need);
  const double review = small.case_of(family).date(CaseDate::review);
  start_care(small.world, family);
  const Case& open = small.case_of(family);
  EXPECT_EQ(count_of(open.in_care), 1);
  EXPECT_EQ(open.children | open.in_care, 0b111);
  EXPECT_EQ(small.world.family(family).at_home, open.children);
  EXPECT_EQ(open.tier, ServiceTier::child_in_need);
  EXPECT_EQ(open.date(CaseDate::review), review);
  EXPECT_EQ(small.team(care).total_load(), 3 * one_place);
  EXPECT_EQ(small.authority.stocks.helped[row_of(ServiceTier::child_in_need)].count(), 2);
}

TEST(Care, takes_children_on_a_plan_before_siblings_who_are_not) {
  ModelParameters p = quiet_authority();
  p.protection.siblings_planned = 0;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(4, NeglectLevel::five);
  small.open_statutory(family, ServiceTier::child_protection);
  const ChildSet planned = small.case_of(family).planned;
  EXPECT_EQ(count_of(planned), 1);
  start_care(small.world, family);
  EXPECT_EQ(small.case_of(family).in_care, planned);
  EXPECT_EQ(small.case_of(family).tier, ServiceTier::child_in_need) << "no plan is left";
  EXPECT_EQ(small.diary.count(HappeningKind::plan_ended), 1u);
}

TEST(Care, from_an_assessment_leaves_its_decision_to_the_day_for_the_siblings) {
  ModelParameters p = quiet_authority();
  p.care.siblings_in_care = 0;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::four);
  hold_for_assessment(small.world, family, 0b11);
  start_care(small.world, family);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::assessment);
  small.live_until(1e-3);
  EXPECT_EQ(small.case_of(family).tier, ServiceTier::child_in_need);
}

TEST(Care, ends_the_assessment_of_the_children_who_come_into_it) {
  ModelParameters p = quiet_authority();
  p.care.siblings_in_care = 1;
  p.front_door.neglect_recorded_from = 4;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::five);
  hold_for_assessment(small.world, family, 0b11);
  small.live_until(3);
  start_care(small.world, family, 4.5);
  const std::vector<Happening> ended = small.diary.of(HappeningKind::assessment_ended);
  ASSERT_EQ(ended.size(), 1u);
  EXPECT_EQ(ended[0].children, 2);
  EXPECT_EQ(ended[0].reason, ClosingReason::none);
  EXPECT_EQ(ended[0].repeats, 1) << "neglect is recorded";
  EXPECT_EQ(ended[0].days, 3.0);
}

TEST(Care, is_help_and_the_first_of_a_family_that_had_none) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = small.new_family(1, NeglectLevel::five);
  hold_for_assessment(small.world, family, 0b1);
  start_care(small.world, family);
  const std::vector<Happening> started = small.diary.of(HappeningKind::help_started);
  ASSERT_EQ(started.size(), 1u);
  EXPECT_EQ(started[0].repeats, 1);
  EXPECT_EQ(small.world.known(family).first_help, 0.0F);
}

TEST(Care, lets_the_relation_with_the_worker_grow_when_nobody_is_left_at_home) {
  ModelParameters p = quiet_authority();
  p.working.relation_weeks = 10;
  p.care.exit_first_year = p.care.exit_later = 0;
  SmallWorld small(p);
  const FamilySlot family = family_in_care(small);
  EXPECT_FALSE(small.case_of(family).relation);
  small.live_until(10 * days_per_week + 1e-6);
  EXPECT_TRUE(small.case_of(family).relation);
}

TEST(Care, ends_at_home_with_a_child_in_need_plan) {
  ModelParameters p = quiet_authority();
  p.care.return_home_share = 1;
  SmallWorld small(p);
  const FamilySlot family = family_in_care(small);
  end_care(small.world, family);
  EXPECT_EQ(small.diary.count(HappeningKind::help_ended, ClosingReason::returned_home), 1u);
  EXPECT_EQ(small.case_of(family).tier, ServiceTier::child_in_need);
  EXPECT_EQ(small.world.family(family).at_home, 0b1);
  EXPECT_EQ(in_care(small), 0);
  EXPECT_EQ(small.diary.count(HappeningKind::episode_ended), 0u) << "need goes on";
}

TEST(Care, ends_at_home_into_the_case_of_the_siblings_if_there_is_one) {
  ModelParameters p = quiet_authority();
  p.care.return_home_share = 1;
  p.care.siblings_in_care = 0;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::five);
  small.open_statutory(family, ServiceTier::child_in_need);
  start_care(small.world, family);
  end_care(small.world, family);
  EXPECT_EQ(small.case_of(family).children, 0b11);
  EXPECT_EQ(small.case_of(family).in_care, 0);
  EXPECT_EQ(broken_accounts(small.authority), std::vector<std::string>{});
}

TEST(Care, ends_for_good_with_a_child_who_lives_there_no_longer) {
  ModelParameters p = quiet_authority();
  p.care.return_home_share = 0;
  SmallWorld small(p);
  const FamilySlot alone = family_in_care(small);
  end_care(small.world, alone);
  EXPECT_EQ(small.diary.count(HappeningKind::help_ended, ClosingReason::permanence), 1u);
  EXPECT_EQ(small.diary.count(HappeningKind::episode_ended, ClosingReason::permanence), 1u);
  EXPECT_FALSE(small.authority.families.is_here(alone)) << "no child is left";
  EXPECT_EQ(small.team(care).total_load(), 0);
}

TEST(Care, ends_at_18) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = family_in_care(small);
  small.live_until(18 * days_per_year + 1);
  EXPECT_FALSE(small.authority.families.is_here(family));
  EXPECT_EQ(small.diary.count(HappeningKind::help_ended, ClosingReason::left_population), 1u);
  EXPECT_EQ(in_care(small), 0);
}

TEST(Care, holds_a_place_with_a_social_worker) {
  SmallWorld small(quiet_authority());
  family_in_care(small, 3);
  EXPECT_EQ(small.team(care).total_load(), 3 * one_place);
}

TEST(ChildrenInCare, are_not_counted_at_home_and_nobody_notices_an_empty_home) {
  ModelParameters p = quiet_authority();
  p.noticing.rate = 1;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::five);
  EXPECT_EQ(small.authority.stocks.children_at(NeglectLevel::five), 2);
  small.open_statutory(family, care);
  EXPECT_EQ(small.authority.stocks.children_at(NeglectLevel::five), 0);
  EXPECT_EQ(small.yearly(family, FamilyClock::noticed), 0.0);
  EXPECT_EQ(in_care(small), 2);
}

TEST(ReturnHome, leaves_a_referral_of_those_at_home_to_be_decided) {
  ModelParameters p = quiet_authority();
  p.care.siblings_in_care = 0;
  p.care.return_home_share = 1;
  p.front_door.decision_days = 5;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::five);
  small.open_statutory(family, ServiceTier::looked_after);
  ASSERT_EQ(count_of(small.case_of(family).in_care), 1);
  end_case(small.world, family, ClosingReason::good_review);
  ASSERT_EQ(small.case_of(family).stage, CaseStage::none);
  refer(small.world, family, NoticeRoute::health);
  ASSERT_EQ(small.case_of(family).stage, CaseStage::front_door);
  end_care(small.world, family);
  EXPECT_TRUE(small.case_of(family).has(CaseDate::front_door_decides));
  small.live_until(10);
  EXPECT_EQ(small.diary.count(HappeningKind::referral_accepted), 1u);
  EXPECT_TRUE(broken_accounts(small.authority).empty());
}

TEST(Care, of_a_child_without_a_worker_is_a_change_of_worker_unless_it_is_the_one_who_assessed) {
  for (const bool same : {true, false}) {
    ModelParameters p = quiet_authority();
    p.workforce.social_workers = 2;
    p.caseload.social_worker_cap = 1;
    SmallWorld small(p);
    Team& team = small.team(care);
    const FamilySlot family = small.new_family(1, NeglectLevel::four);
    hold_for_assessment(small.world, family, 0b1);
    ASSERT_EQ(small.case_of(family).worker, 0u);
    team.change(0, one_place, 0.0);
    team.change(1, 3 * one_place, 0.0);
    move_to_statutory(small.world, family, ServiceTier::child_in_need, 4.0);
    ASSERT_EQ(small.case_of(family).stage, CaseStage::unallocated);
    team.change(0, (same ? 0 : 5) * one_place, 0.0);
    start_care(small.world, family);
    EXPECT_EQ(small.case_of(family).worker, same ? 0u : 1u);
    EXPECT_EQ(small.case_of(family).worker_changes, same ? 0 : 1);
    EXPECT_EQ(small.diary.count(HappeningKind::worker_changed), same ? 0u : 1u);
  }
}

}  // namespace
}  // namespace stepdown
