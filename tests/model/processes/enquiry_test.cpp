#include "model/processes/enquiry.h"

#include <gtest/gtest.h>

#include "model/processes/closing.h"
#include "model/processes/front_door.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr double enquiry = 10 * 1.4;
constexpr double conference = 5 * 1.4;

/// Assessments that take 70 days and never end before an enquiry, unless a test says otherwise.
ModelParameters long_assessments() {
  ModelParameters p = quiet_authority();
  p.front_door.assessment_quarter = 50;
  p.front_door.assessment_median = 50;
  p.front_door.assessment_three_quarters = 50;
  p.front_door.assessment_longest = 50;
  return p;
}

TEST(Enquiry, of_a_family_at_level_five_leads_over_a_conference_to_a_plan) {
  SmallWorld small(long_assessments());
  const FamilySlot family = small.new_family(2, NeglectLevel::five);
  small.refer_and_decide(family);
  EXPECT_EQ(small.case_of(family).date(CaseDate::enquiry_ends), enquiry);
  small.live_until(enquiry + 1);
  EXPECT_EQ(small.case_of(family).date(CaseDate::conference), enquiry + conference);
  small.live_until(enquiry + conference + 1);
  EXPECT_EQ(small.case_of(family).tier, ServiceTier::child_protection);
  EXPECT_EQ(small.diary.of(HappeningKind::plan_started).at(0).children, 2);
}

TEST(Enquiry, that_finds_less_leaves_the_assessment_to_go_on) {
  SmallWorld small(long_assessments());
  const FamilySlot family = small.new_family(1, NeglectLevel::five);
  small.refer_and_decide(family);
  small.set_need(family, NeglectLevel::four);
  const double assessed = small.case_of(family).date(CaseDate::assessment_ends);
  small.live_until(assessed);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::assessment);
  EXPECT_EQ(small.diary.count(HappeningKind::conference_held), 0u);
  small.live_until(assessed + 1);
  EXPECT_EQ(small.case_of(family).tier, ServiceTier::child_in_need);
}

TEST(Enquiry, that_outlasts_the_assessment_decides_it) {
  ModelParameters p = quiet_authority();
  p.front_door.assessment_quarter = p.front_door.assessment_median = 1;
  p.front_door.assessment_three_quarters = p.front_door.assessment_longest = 1;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::five);
  small.refer_and_decide(family);
  small.live_until(enquiry);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::assessment) << "it waits for the enquiry";
  small.set_need(family, NeglectLevel::one);
  small.live_until(enquiry + 1);
  EXPECT_FALSE(small.case_of(family).is_open());
  EXPECT_EQ(small.diary.count(HappeningKind::assessment_ended, ClosingReason::not_in_need), 1u);
}

TEST(Enquiry, that_runs_is_not_started_again) {
  SmallWorld small(long_assessments());
  const FamilySlot family = small.new_family(1, NeglectLevel::five);
  small.refer_and_decide(family);
  small.live_until(3);
  start_enquiry(small.world, family);
  EXPECT_EQ(small.case_of(family).date(CaseDate::enquiry_ends), enquiry);
  EXPECT_EQ(small.diary.count(HappeningKind::enquiry_started), 1u);
}

TEST(Enquiry, is_made_once_in_an_assessment_however_high_the_need_stays) {
  ModelParameters p = long_assessments();
  p.threshold.conference = 8;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::five);
  small.refer_and_decide(family);
  small.live_until(50 * 1.4 + 1);
  EXPECT_EQ(small.diary.count(HappeningKind::enquiry_started), 1u);
  EXPECT_EQ(small.case_of(family).tier, ServiceTier::child_in_need);
}

TEST(Enquiry, about_a_serious_concern_may_end_in_care_at_once) {
  ModelParameters p = long_assessments();
  p.protection.care_from_serious_concern = 1;
  SmallWorld small(p);
  const FamilySlot serious = small.new_family(1, NeglectLevel::three, AcuteConcern::serious);
  const FamilySlot moderate = small.new_family(1, NeglectLevel::four, AcuteConcern::moderate);
  small.refer_and_decide(serious);
  small.refer_and_decide(moderate);
  small.live_until(enquiry + 1);
  EXPECT_EQ(small.case_of(serious).in_care, 0b1);
  EXPECT_TRUE(small.case_of(moderate).has(CaseDate::conference));
}

TEST(Enquiry, keeps_a_child_in_need_plan_from_closing_at_a_good_review) {
  ModelParameters p = quiet_authority();
  p.help[row_of(ServiceTier::child_in_need)].review_weeks = 1;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::four);
  small.open_statutory(family, ServiceTier::child_in_need);
  start_enquiry(small.world, family);
  small.set_need(family, NeglectLevel::one);
  small.live_until(8);
  EXPECT_EQ(small.diary.of(HappeningKind::review_held).at(0).repeats, 1) << "a good review";
  EXPECT_TRUE(small.case_of(family).has(CaseDate::enquiry_ends));
  small.live_until(enquiry + 8);
  EXPECT_FALSE(small.case_of(family).is_open()) << "once it has ended the next good review closes";
}

TEST(Enquiry, is_waited_for_by_a_time_limit) {
  ModelParameters p = with_closure(quiet_authority(), ClosurePolicy::time_limited);
  for (ClosureParameters& closure : p.closure) {
    closure.time_limit_weeks = 1;
  }
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::five);
  small.open_statutory(family, ServiceTier::child_in_need);
  start_enquiry(small.world, family);
  const FamilySlot eased = small.new_family(1, NeglectLevel::one);
  small.open_statutory(eased, ServiceTier::child_in_need);
  start_enquiry(small.world, eased);
  small.live_until(enquiry);
  EXPECT_TRUE(small.case_of(eased).is_open());
  small.live_until(enquiry + 0.1);
  EXPECT_FALSE(small.case_of(eased).is_open()) << "nothing was found and the time is up";
  EXPECT_TRUE(small.case_of(family).has(CaseDate::conference));
  small.live_until(enquiry + conference + 0.1);
  EXPECT_EQ(small.case_of(family).tier, ServiceTier::child_protection);
  EXPECT_EQ(small.diary.count(HappeningKind::help_ended, ClosingReason::time_limit), 1u);
}

TEST(Enquiry, made_in_an_earlier_assessment_does_not_keep_from_another_one) {
  ModelParameters p = long_assessments();
  p.care.siblings_in_care = 0;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::five);
  small.refer_and_decide(family);
  start_care(small.world, family);
  end_case(small.world, family, ClosingReason::not_in_need);
  ASSERT_EQ(count_of(small.case_of(family).in_care), 1) << "so that it is the same case";
  small.set_need(family, NeglectLevel::four);
  small.refer_and_decide(family);
  ASSERT_FALSE(small.case_of(family).is_under_enquiry());
  small.set_need(family, NeglectLevel::five);
  small.live_until(50 * 1.4 + 1);
  EXPECT_EQ(small.diary.count(HappeningKind::enquiry_started), 2u);
}

}  // namespace
}  // namespace stepdown
