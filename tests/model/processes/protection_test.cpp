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
  p.protection.later_review_weeks = 20;
  p.protection.reviews_before_proceedings = 12;
  return p;
}

FamilySlot family_on_a_plan(SmallWorld& small, int children = 1) {
  const FamilySlot family = small.new_family(children, NeglectLevel::five);
  hold_for_assessment(small.world, family, small.world.family(family).at_home);
  start_plan(small.world, family, 5.0);
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
  start_plan(small.world, family, 5.0);
  const auto started = small.diary.of(HappeningKind::plan_started);
  ASSERT_EQ(started.size(), 2u);
  EXPECT_EQ(started[0].children, 2);
  EXPECT_EQ(started[0].repeats, 0);
  EXPECT_EQ(started[1].repeats, 2);
}

TEST(Plan, without_progress_may_lead_to_care_after_so_many_conferences) {
  for (const double chance : {0.0, 1.0}) {
    ModelParameters p = plans();
    p.protection.reviews_before_proceedings = 2;
    p.protection.care_from_proceedings = chance;
    SmallWorld small(p);
    const FamilySlot family = family_on_a_plan(small);
    small.live_until(71);
    EXPECT_EQ(small.case_of(family).tier, protection);
    small.live_until(70 + 141);
    EXPECT_EQ(small.case_of(family).tier, chance > 0.5 ? ServiceTier::looked_after : protection);
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
  const ModelParameters p = small_authority();
  Authority authority = after_warm_up(p, {3, 0});
  EndsOfPlans ends;
  ends.first_weeks = p.protection.first_review_weeks;
  ends.later_weeks = p.protection.later_review_weeks;
  Observers observers;
  observers.add(ends);
  live_through_horizon(authority, p, observers);
  EXPECT_GT(ends.ended, 10);
}

}  // namespace
}  // namespace stepdown
