#include "model/processes/review.h"

#include <gtest/gtest.h>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier community = ServiceTier::community_early_help;
constexpr ServiceTier targeted = ServiceTier::targeted_early_help;
constexpr ServiceTier in_need = ServiceTier::child_in_need;

TEST(Review, is_good_at_levels_1_and_2_without_an_acute_concern) {
  const auto is_good = [](NeglectLevel level, AcuteConcern concern) {
    ModelParameters p = quiet_authority();
    p.judgement.concern_weight = 0;
    SmallWorld small(p);
    const FamilySlot family = small.new_family(1, NeglectLevel::three);
    small.seek(family, targeted);
    small.set_need(family, level, concern);
    hold_review(small.world, family);
    return small.diary.of(HappeningKind::review_held).at(0).repeats == 1;
  };
  EXPECT_TRUE(is_good(NeglectLevel::one, AcuteConcern::none));
  EXPECT_TRUE(is_good(NeglectLevel::two, AcuteConcern::none));
  EXPECT_FALSE(is_good(NeglectLevel::three, AcuteConcern::none));
  EXPECT_FALSE(is_good(NeglectLevel::one, AcuteConcern::moderate));
}

TEST(Review, comes_again_and_again_at_its_interval) {
  ModelParameters p = quiet_authority();
  p.help[row_of(targeted)].review_weeks = 6;
  p.help[row_of(targeted)].reviews_without_progress = 50;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  small.seek(family, targeted);
  small.live_until(6 * 7 * 4 + 1);
  const auto reviews = small.diary.of(HappeningKind::review_held);
  ASSERT_EQ(reviews.size(), 4u);
  for (std::size_t i = 0; i < reviews.size(); ++i) {
    EXPECT_EQ(reviews[i].day, 42.0 * static_cast<double>(i + 1));
  }
}

TEST(AbruptClosure, follows_the_first_good_review) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = small.new_family(1, NeglectLevel::two);
  small.seek(family, targeted);
  small.live_until(8 * 7 + 1);
  EXPECT_FALSE(small.case_of(family).is_open());
  EXPECT_EQ(small.diary.count(HappeningKind::help_ended, ClosingReason::good_review), 1u);
}

TEST(SustainedClosure, starts_counting_again_after_a_review_that_is_not_good) {
  ModelParameters p = with_closure(quiet_authority(), ClosurePolicy::sustained);
  for (ClosureParameters& closure : p.closure) {
    closure.good_reviews = 2;
  }
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::two);
  small.seek(family, targeted);
  hold_review(small.world, family);
  small.set_need(family, NeglectLevel::three);
  hold_review(small.world, family);
  small.set_need(family, NeglectLevel::two);
  hold_review(small.world, family);
  EXPECT_TRUE(small.case_of(family).gets_help());
  hold_review(small.world, family);
  EXPECT_FALSE(small.case_of(family).is_open());
}

TEST(ReviewsWithoutProgress, move_community_help_up_to_targeted_help_without_a_referral) {
  ModelParameters p = quiet_authority();
  p.help[row_of(community)].reviews_without_progress = 2;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::three);
  small.seek(family, community);
  hold_review(small.world, family);
  EXPECT_EQ(small.case_of(family).tier, community);
  hold_review(small.world, family);
  EXPECT_EQ(small.case_of(family).tier, targeted);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::helped);
  EXPECT_EQ(small.diary.count(HappeningKind::referral), 0u);
}

TEST(ReviewsWithoutProgress, of_targeted_help_are_a_referral) {
  ModelParameters p = quiet_authority();
  p.help[row_of(targeted)].reviews_without_progress = 1;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::four);
  small.seek(family, targeted);
  hold_review(small.world, family);
  EXPECT_EQ(small.diary.of(HappeningKind::referral).at(0).tier, targeted);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::helped) << "help goes on until it is decided";
  small.live_until(1);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::assessment);
}

TEST(ReviewsWithoutProgress, of_a_child_in_need_are_an_enquiry_and_not_a_referral) {
  ModelParameters p = quiet_authority();
  p.help[row_of(in_need)].reviews_without_progress = 1;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::four);
  small.open_statutory(family, in_need);
  hold_review(small.world, family);
  EXPECT_EQ(small.diary.count(HappeningKind::enquiry_started), 1u);
  EXPECT_EQ(small.diary.count(HappeningKind::referral), 0u);
  EXPECT_EQ(small.case_of(family).tier, in_need);
}

TEST(Progress, is_a_lower_judged_need_than_at_the_start) {
  ModelParameters p = quiet_authority();
  p.help[row_of(targeted)].reviews_without_progress = 2;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::five);
  small.seek(family, targeted);
  hold_review(small.world, family);
  small.set_need(family, NeglectLevel::four);
  hold_review(small.world, family);
  hold_review(small.world, family);
  EXPECT_EQ(small.case_of(family).tier, targeted);
  EXPECT_EQ(small.case_of(family).reviews_without_progress, 0);
}

TEST(ChildInNeed, at_the_threshold_of_an_enquiry_gets_one_at_the_next_review) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = small.new_family(1, NeglectLevel::four);
  small.open_statutory(family, in_need);
  small.set_need(family, NeglectLevel::five);
  hold_review(small.world, family);
  EXPECT_TRUE(small.case_of(family).has(CaseDate::enquiry_ends));
}

/// A child in need whose social worker is over the cap with another family.
struct Unallocated : SmallWorld {
  explicit Unallocated(double error_from_outside = 0)
      : SmallWorld([&] {
          ModelParameters p = quiet_authority();
          p.caseload.social_worker_cap = 1;
          p.help[row_of(in_need)].review_weeks = 10;
          p.judgement.error_sd = error_from_outside;
          p.judgement.home_visit_factor = 0;
          return p;
        }()) {
    other = new_family(1, NeglectLevel::three);
    open_statutory(other, ServiceTier::child_protection);
    case_of_other().clear_dates();  // the plan goes on and on
    world.reschedule_services(other);
    family = new_family(1, NeglectLevel::four);
    open_statutory(family, in_need);
    EXPECT_EQ(case_of(family).stage, CaseStage::unallocated);
  }
  Case& case_of_other() { return world.case_of(other); }
  FamilySlot other = nobody;
  FamilySlot family = nobody;
};

TEST(UnallocatedChildren, are_looked_at_and_stay_while_they_are_in_need) {
  Unallocated small;
  small.live_until(211);
  EXPECT_EQ(small.diary.count(HappeningKind::review_held), 3u);
  EXPECT_EQ(small.case_of(small.family).stage, CaseStage::unallocated);
}

TEST(UnallocatedChildren, who_need_nothing_any_more_are_closed_without_having_been_helped) {
  Unallocated small;
  small.set_need(small.family, NeglectLevel::two);
  small.live_until(71);
  EXPECT_FALSE(small.case_of(small.family).is_open());
  EXPECT_EQ(small.authority.unallocated.length(), 0);
  EXPECT_EQ(small.diary.count(HappeningKind::unallocated_ended, ClosingReason::not_in_need), 1u);
  EXPECT_EQ(small.diary.count(HappeningKind::help_ended), 0u);
}

TEST(UnallocatedChildren, are_judged_by_somebody_who_does_not_visit_the_home) {
  Unallocated small(3.0);
  small.live_until(5000);
  EXPECT_NE(small.case_of(small.family).stage, CaseStage::unallocated) << "judged wrongly at last";
}

TEST(UnallocatedChildren, who_come_to_harm_get_an_enquiry_and_a_plan) {
  Unallocated small;
  small.set_need(small.family, NeglectLevel::five);
  small.live_until(70 + 10 * 1.4 + 5 * 1.4 + 1);
  EXPECT_EQ(small.case_of(small.family).tier, ServiceTier::child_protection);
  EXPECT_EQ(small.case_of(small.family).worker, 0u) << "over the cap";
  EXPECT_EQ(small.authority.unallocated.length(), 0);
}

TEST(UnallocatedChildren, keep_their_enquiry_when_a_worker_is_found_meanwhile) {
  Unallocated small;
  small.set_need(small.family, NeglectLevel::five);
  small.live_until(71);
  const double ends = small.case_of(small.family).date(CaseDate::enquiry_ends);
  EXPECT_LT(ends, no_day);
  end_case(small.world, small.other, ClosingReason::permanence);
  EXPECT_EQ(small.case_of(small.family).stage, CaseStage::helped);
  EXPECT_EQ(small.case_of(small.family).date(CaseDate::enquiry_ends), ends);
}

TEST(UnallocatedChildren, under_enquiry_are_not_closed_at_a_good_review) {
  Unallocated small;
  small.set_need(small.family, NeglectLevel::five);
  hold_review(small.world, small.family);
  ASSERT_TRUE(small.case_of(small.family).is_under_enquiry());
  small.set_need(small.family, NeglectLevel::two);
  hold_review(small.world, small.family);
  ASSERT_EQ(small.diary.of(HappeningKind::review_held).back().repeats, 1);
  EXPECT_EQ(small.case_of(small.family).stage, CaseStage::unallocated);
  EXPECT_TRUE(small.case_of(small.family).is_under_enquiry());
}

/// A family that had targeted help under Family Help at level three, at its first review.
struct ReviewedInFamilyHelp : SmallWorld {
  ReviewedInFamilyHelp(NeglectLevel level, int reviews_without_progress)
      : SmallWorld(quiet_authority()) {
    ModelParameters p = quiet_authority();
    p.family_help.model = ServiceModel::merged;
    p.family_help.transition_months = 0;
    p.help[row_of(targeted)].reviews_without_progress = reviews_without_progress;
    adopt(p);
    family = new_family(1, NeglectLevel::three);
    seek(family, targeted);
    set_need(family, level);
    hold_review(world, family);
  }
  FamilySlot family = nobody;
};

TEST(FamilyHelpReview, that_sees_need_for_a_referral_makes_a_child_in_need_at_once) {
  const ReviewedInFamilyHelp small(NeglectLevel::four, 50);
  EXPECT_EQ(small.case_of(small.family).tier, in_need);
  EXPECT_EQ(small.case_of(small.family).stage, CaseStage::helped);
  EXPECT_EQ(small.diary.count(HappeningKind::referral), 0u);
}

TEST(FamilyHelpReview, without_progress_makes_no_child_in_need_below_the_threshold) {
  const ReviewedInFamilyHelp small(NeglectLevel::three, 1);
  EXPECT_EQ(small.case_of(small.family).tier, targeted);
  EXPECT_EQ(small.case_of(small.family).reviews_without_progress, 0) << "they are counted anew";
  EXPECT_EQ(small.diary.count(HappeningKind::referral), 0u);
}

}  // namespace
}  // namespace stepdown
