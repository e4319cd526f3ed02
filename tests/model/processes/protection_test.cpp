#include "model/processes/protection.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier protection = ServiceTier::child_protection;

/// First review conference after 10 weeks, later ones every 20; a plan ends below 3.5, at the first
/// conference below 2.5.
ModelParameters plans() {
  ModelParameters p = quiet_authority();
  p.protection.end_below = 3.5;
  p.protection.first_review_stricter = 1;
  p.protection.first_review_weeks = 10;
  p.protection.later_review_weeks = p.protection.later_review_earliest_weeks = 20;
  p.protection.reviews_before_proceedings = 12;
  return p;
}

FamilySlot family_on_a_plan(SmallWorld& small, int children = 1) {
  const FamilySlot family = small.new_family(children, NeglectLevel::five);
  hold_for_assessment(small.world, family, small.world.family(family).at_home);
  start_plan(small.world, family, {5.0, 5.0});
  return family;
}

TEST(Plan, ends_only_at_a_review_conference) {
  SmallWorld small(plans());
  const FamilySlot family = family_on_a_plan(small);
  small.set_need(family, NeglectLevel::one);
  small.live_until(70);
  EXPECT_EQ(small.case_of(family).tier, protection);
  small.live_until(71);
  EXPECT_EQ(small.case_of(family).tier, ServiceTier::child_in_need) << "and help goes on";
  EXPECT_EQ(small.diary.count(HappeningKind::help_ended, ClosingReason::stepped_down), 1u);
}

TEST(Plan, is_held_to_a_stricter_mark_at_the_first_conference) {
  SmallWorld small(plans());
  const FamilySlot family = family_on_a_plan(small);
  small.set_need(family, NeglectLevel::three);
  small.live_until(71);
  EXPECT_EQ(small.case_of(family).tier, protection);
  small.live_until(70 + 140);
  EXPECT_EQ(small.case_of(family).tier, protection);
  small.live_until(70 + 141);
  EXPECT_EQ(small.case_of(family).tier, ServiceTier::child_in_need);
}

TEST(Plan, that_starts_again_is_a_second_one_for_each_child) {
  SmallWorld small(plans());
  const FamilySlot family = family_on_a_plan(small, 2);
  end_case(small.world, family, ClosingReason::good_review);
  hold_for_assessment(small.world, family, 0b11);
  start_plan(small.world, family, {5.0, 5.0});
  const auto started = small.diary.of(HappeningKind::plan_started);
  ASSERT_EQ(started.size(), 2u);
  EXPECT_EQ(started[0].children, 2);
  EXPECT_EQ(started[0].repeats, 0);
  EXPECT_EQ(started[1].repeats, 2);
}

TEST(Plan, is_reviewed_between_the_earliest_and_the_latest_week) {
  ModelParameters p = plans();
  p.protection.later_review_earliest_weeks = 8;
  SmallWorld small(p);
  for (int i = 0; i < 20; ++i) {
    const FamilySlot family = family_on_a_plan(small);
    const double first = small.case_of(family).date(CaseDate::review);
    EXPECT_DOUBLE_EQ(first, small.world.now() + 70);
    small.live_until(first + 1e-6);
    const double next = small.case_of(family).date(CaseDate::review) - first;
    EXPECT_GE(next, 56.0);
    EXPECT_LE(next, 140.0 + 1e-9);
    EXPECT_NE(next, 140.0);
  }
}

TEST(Plan, ends_more_easily_at_each_further_conference) {
  ModelParameters p = plans();
  p.protection.end_below = 3.5;
  p.protection.later_review_looser = 1;
  SmallWorld small(p);
  const FamilySlot family = family_on_a_plan(small);
  small.set_need(family, NeglectLevel::four);
  small.live_until(70 + 141);
  EXPECT_EQ(small.case_of(family).tier, protection) << "below 3.5 at the second";
  small.live_until(70 + 281);
  EXPECT_EQ(small.case_of(family).tier, ServiceTier::child_in_need) << "below 4.5 at the third";
}

TEST(Plan, may_be_for_one_child_and_leaves_the_siblings_children_in_need) {
  ModelParameters p = plans();
  p.protection.siblings_planned = 0;
  SmallWorld small(p);
  const FamilySlot family = family_on_a_plan(small, 3);
  EXPECT_EQ(count_of(small.case_of(family).planned), 1);
  const Stocks& stocks = small.authority.stocks;
  EXPECT_EQ(stocks.helped[row_of(protection)].count(), 1);
  EXPECT_EQ(stocks.helped[row_of(ServiceTier::child_in_need)].count(), 2);
  EXPECT_EQ(small.diary.of(HappeningKind::plan_started).at(0).children, 1);
  small.set_need(family, NeglectLevel::one);
  small.live_until(71);
  EXPECT_EQ(stocks.helped[row_of(ServiceTier::child_in_need)].count(), 3);
  const auto ended = small.diary.of(HappeningKind::plan_ended);
  ASSERT_EQ(ended.size(), 1u);
  EXPECT_DOUBLE_EQ(ended[0].days, 70.0);
}

TEST(Plan, ends_the_assessment_it_came_from) {
  ModelParameters p = quiet_authority();
  p.front_door.neglect_recorded_from = 4;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::five);
  hold_for_assessment(small.world, family, 0b11);
  small.live_until(5);
  start_plan(small.world, family, {.need = 5, .neglect = 3.9});
  const std::vector<Happening> ended = small.diary.of(HappeningKind::assessment_ended);
  ASSERT_EQ(ended.size(), 1u);
  EXPECT_EQ(ended[0].children, 2);
  EXPECT_EQ(ended[0].reason, ClosingReason::none);
  EXPECT_EQ(ended[0].repeats, 0) << "neglect is not";
  EXPECT_EQ(ended[0].days, 5.0);
}

TEST(Plan, tells_whether_neglect_or_an_acute_concern_is_its_reason) {
  ModelParameters p = plans();
  p.protection.neglect_category_from = 4;
  SmallWorld small(p);
  const FamilySlot neglect = small.new_family(1, NeglectLevel::four);
  const FamilySlot crisis = small.new_family(1, NeglectLevel::three, AcuteConcern::serious);
  for (const FamilySlot family : {neglect, crisis}) {
    hold_for_assessment(small.world, family, 0b1);
    start_plan(
        small.world, family,
        judge_case(small.world, family, Decision::judged_at_conference, Seeing::in_the_home));
  }
  const auto started = small.diary.of(HappeningKind::plan_started);
  ASSERT_EQ(started.size(), 2u);
  EXPECT_TRUE(started[0].neglect);
  EXPECT_FALSE(started[1].neglect);
}

TEST(Plan, may_be_followed_by_a_least_time_as_a_child_in_need) {
  ModelParameters p = plans();
  p.closure_ways.minimum_weeks_after_plan = 30;
  p.help[row_of(ServiceTier::child_in_need)].review_weeks = 8;
  SmallWorld small(p);
  const FamilySlot family = family_on_a_plan(small);
  small.set_need(family, NeglectLevel::one);
  small.live_until(70 + 7 * 30);
  EXPECT_EQ(small.case_of(family).tier, ServiceTier::child_in_need) << "good reviews close nothing";
  small.live_until(70 + 7 * 32 + 1);
  EXPECT_FALSE(small.case_of(family).is_open());
}

TEST(Plan, without_progress_may_lead_to_care_after_so_many_conferences_and_proceedings) {
  for (const double chance : {0.0, 1.0}) {
    ModelParameters p = plans();
    p.protection.reviews_before_proceedings = 2;
    p.protection.care_from_proceedings = chance;
    p.protection.proceedings_weeks = 10;
    SmallWorld small(p);
    const FamilySlot family = family_on_a_plan(small);
    small.live_until(71);
    EXPECT_FALSE(small.case_of(family).has(CaseDate::proceedings_end));
    small.live_until(70 + 141);
    EXPECT_DOUBLE_EQ(small.case_of(family).date(CaseDate::proceedings_end), 70 + 140 + 70);
    EXPECT_EQ(small.case_of(family).tier, protection) << "the plan goes on meanwhile";
    small.live_until(70 + 140 + 71);
    EXPECT_EQ(small.case_of(family).in_care, chance > 0.5 ? 0b1 : 0);
    EXPECT_EQ(small.case_of(family).is_open(), chance < 0.5);
    const auto ended = small.diary.of(HappeningKind::proceedings_ended);
    ASSERT_EQ(ended.size(), 1u);
    EXPECT_EQ(ended[0].reason == ClosingReason::none, chance > 0.5);
  }
}

TEST(FamilyGroupConference, keeps_some_children_from_care) {
  ModelParameters p = plans();
  p.protection.reviews_before_proceedings = 1;
  p.protection.care_from_proceedings = 1;
  p.protection.proceedings_weeks = 1;
  p.protection.family_group_conference_effect = 0;
  for (const double share : {0.0, 1.0}) {
    p.protection.family_group_conference = share;
    SmallWorld small(p);
    const FamilySlot family = family_on_a_plan(small);
    small.live_until(78);
    EXPECT_EQ(small.diary.of(HappeningKind::proceedings_ended).at(0).repeats, share > 0.5 ? 1 : 0);
    EXPECT_EQ(small.case_of(family).in_care, share > 0.5 ? 0 : 0b1);
  }
}

TEST(Plan, with_progress_does_not_lead_to_care) {
  ModelParameters p = plans();
  p.protection.reviews_before_proceedings = 1;
  p.protection.care_from_proceedings = 1;
  SmallWorld small(p);
  const FamilySlot family = family_on_a_plan(small);
  small.set_need(family, NeglectLevel::four);
  small.live_until(1000);
  EXPECT_EQ(small.case_of(family).tier, protection);
}

/// Checks every plan of a whole authority that ends for another reason than a child's age.
class EndsOfPlans : public Observer {
 public:
  std::vector<HappeningKind> wants() const override { return {HappeningKind::help_ended}; }
  void saw(const Happening& h, const Authority&) override {
    if (h.tier != protection || h.reason != ClosingReason::stepped_down) {
      EXPECT_TRUE(h.tier != protection || h.reason == ClosingReason::stepped_up ||
                  h.reason == ClosingReason::left_population);
      return;
    }
    const double after_first = h.days - 7.0 * first_weeks;
    const double later = after_first / (7.0 * later_weeks);
    EXPECT_GE(after_first, -1e-6);
    EXPECT_NEAR(later, std::round(later), 1e-6) << "ended after " << h.days << " days";
    ++ended;
  }
  double first_weeks = 0;
  double later_weeks = 0;
  int ended = 0;
};

TEST(Plan, in_a_whole_authority_ends_only_on_the_days_of_its_conferences) {
  ModelParameters p = small_authority();
  p.protection.later_review_earliest_weeks = p.protection.later_review_weeks;
  Authority authority = after_warm_up(p, {3, 0});
  EndsOfPlans ends;
  ends.first_weeks = p.protection.first_review_weeks;
  ends.later_weeks = p.protection.later_review_weeks;
  Observers observers;
  observers.add(ends);
  live_through_horizon(authority, p, p, observers);
  EXPECT_GT(ends.ended, 10);
}

TEST(Plan, makes_siblings_without_one_children_in_need) {
  SmallWorld small(quiet_authority());
  small.rules.p.protection.siblings_planned = 0;
  const FamilySlot family = small.new_family(2, NeglectLevel::five);
  small.open_statutory(family, ServiceTier::child_protection);
  ASSERT_EQ(count_of(small.case_of(family).planned), 1);
  EXPECT_TRUE(small.world.known(family).children[0].ever_in_need);
  EXPECT_TRUE(small.world.known(family).children[1].ever_in_need);
  EXPECT_FALSE(small.world.known(family).children[2].ever_in_need);
}

}  // namespace
}  // namespace stepdown
