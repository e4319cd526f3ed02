#include "model/processes/help.h"
#include "model/processes/statutory.h"

#include <gtest/gtest.h>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier targeted = ServiceTier::targeted_early_help;

/// One key worker who may hold three children.
ModelParameters three_places() {
  ModelParameters p = quiet_authority();
  p.caseload.key_worker_cap = 3;
  return p;
}

TEST(Help, is_given_at_once_while_there_is_room) {
  SmallWorld small(three_places());
  const FamilySlot family = small.new_family(3, NeglectLevel::three);
  small.seek(family, targeted);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::helped);
  EXPECT_EQ(small.case_of(family).worker, 0u);
  EXPECT_EQ(small.team(targeted).load(0), 3 * one_place) << "a place for each child";
  EXPECT_EQ(small.diary.of(HappeningKind::waiting_ended).at(0).days, 0.0);
  EXPECT_EQ(small.diary.count(HappeningKind::waiting_started), 0u);
  EXPECT_TRUE(small.world.family(family).helped);
}

TEST(Help, that_starts_is_the_first_only_once) {
  SmallWorld small(three_places());
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  small.seek(family, targeted);
  end_case(small.world, family, ClosingReason::good_review);
  small.live_until(10);
  small.seek(family, targeted);
  const auto starts = small.diary.of(HappeningKind::help_started);
  ASSERT_EQ(starts.size(), 2u);
  EXPECT_EQ(starts[0].repeats, 1);
  EXPECT_EQ(starts[1].repeats, 0);
  EXPECT_EQ(small.world.known(family).first_help, 0.0);
}

TEST(Help, of_another_tier_begins_with_no_review_counted) {
  SmallWorld small(three_places());
  const FamilySlot family = small.new_family(1, NeglectLevel::four);
  small.seek(family, targeted);
  small.world.case_of(family).reviews_without_progress = 2;
  small.world.case_of(family).good_reviews = 1;
  move_to_statutory(small.world, family, ServiceTier::child_in_need, 4.0);
  EXPECT_EQ(small.case_of(family).tier, ServiceTier::child_in_need);
  EXPECT_EQ(small.case_of(family).reviews_without_progress, 0);
  EXPECT_EQ(small.case_of(family).good_reviews, 0);
}

TEST(WaitingFamilies, are_served_in_the_order_in_which_they_came) {
  SmallWorld small(three_places());
  const FamilySlot helped = small.new_family(3, NeglectLevel::three);
  small.seek(helped, targeted);
  const FamilySlot first = small.new_family(2, NeglectLevel::two);
  const FamilySlot second = small.new_family(1, NeglectLevel::five);
  small.seek(first, targeted);
  small.live_until(5);
  small.seek(second, targeted);
  EXPECT_EQ(small.list(targeted).length(), 2);
  small.live_until(20);
  end_case(small.world, helped, ClosingReason::good_review);
  EXPECT_EQ(small.list(targeted).length(), 0);
  const auto waits = small.diary.of(HappeningKind::waiting_ended);
  ASSERT_EQ(waits.size(), 3u);
  EXPECT_EQ(waits[1].slot, first);
  EXPECT_EQ(waits[1].days, 20.0);
  EXPECT_EQ(waits[2].slot, second);
  EXPECT_EQ(waits[2].days, 15.0);
}

TEST(WaitingFamilies, are_not_overtaken_by_one_that_would_fit) {
  SmallWorld small(three_places());
  small.seek(small.new_family(2), targeted);
  const FamilySlot large = small.new_family(2);
  const FamilySlot one_child = small.new_family(1);
  small.seek(large, targeted);
  small.seek(one_child, targeted);
  EXPECT_EQ(small.list(targeted).first(), large);
  EXPECT_EQ(small.case_of(one_child).stage, CaseStage::waiting);
}

TEST(WaitingFamilies, that_leave_the_head_of_the_list_let_the_next_have_the_place) {
  SmallWorld small(three_places());
  small.seek(small.new_family(2), targeted);
  const FamilySlot large = small.new_family(2);
  const FamilySlot one_child = small.new_family(1);
  small.seek(large, targeted);
  small.seek(one_child, targeted);
  end_case(small.world, large, ClosingReason::dropped_out);
  EXPECT_EQ(small.case_of(one_child).stage, CaseStage::helped);
}

TEST(WaitingFamilies, get_the_place_they_fit_into_once_a_child_has_turned_18) {
  SmallWorld small(three_places());
  small.seek(small.new_family(2), targeted);
  const FamilySlot family = small.new_family(2);
  small.seek(family, targeted);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::waiting);
  set_at_home(small.world, family, 0b10);
  take_from_case(small.world, family, 0b01);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::helped);
}

TEST(WaitingFamilies, larger_than_the_cap_get_a_worker_who_holds_nobody) {
  SmallWorld small(three_places());
  const FamilySlot one_child = small.new_family(1);
  small.seek(one_child, targeted);
  const FamilySlot four = small.new_family(4);
  small.seek(four, targeted);
  EXPECT_EQ(small.case_of(four).stage, CaseStage::waiting);
  end_case(small.world, one_child, ClosingReason::good_review);
  EXPECT_EQ(small.case_of(four).stage, CaseStage::helped);
  EXPECT_EQ(small.team(targeted).over_cap(), one_place);
}

TEST(WaitingFamilies, drop_out_at_their_rate_and_only_while_they_wait) {
  ModelParameters p = three_places();
  p.waiting.targeted_drop_out = 2;
  SmallWorld small(p);
  const FamilySlot helped = small.new_family(3);
  const FamilySlot waiting = small.new_family(1);
  small.seek(helped, targeted);
  small.seek(waiting, targeted);
  const auto rate = [&](FamilySlot slot) { return small.yearly(slot, LeavingClock::drops_out); };
  EXPECT_EQ(rate(helped), 0.0);
  EXPECT_DOUBLE_EQ(rate(waiting), 2.0);
  small.live_until(1);
  end_case(small.world, helped, ClosingReason::good_review);
  EXPECT_EQ(rate(waiting), 0.0);
}

TEST(StretchedTeams, let_nobody_wait) {
  ModelParameters p = three_places();
  p.caseload.overload = Overload::stretch;
  SmallWorld small(p);
  for (int i = 0; i < 5; ++i) {
    small.seek(small.new_family(2), targeted);
  }
  EXPECT_EQ(small.list(targeted).length(), 0);
  EXPECT_EQ(small.team(targeted).over_cap(), 7 * one_place);
}

TEST(TeamsWithoutPosts, let_everybody_wait_even_stretched) {
  ModelParameters p = quiet_authority();
  p.workforce.key_workers_per_10000 = 0;
  p.caseload.overload = Overload::stretch;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1);
  small.seek(family, targeted);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::waiting);
}

TEST(ChildInNeed, keeps_the_worker_of_the_assessment_while_under_the_cap) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = small.new_family(2, NeglectLevel::four);
  small.open_statutory(family, ServiceTier::child_in_need);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::helped);
  EXPECT_EQ(small.team(ServiceTier::child_in_need).load(0), 2 * one_place);
}

TEST(ChildInNeed, whose_worker_is_over_the_cap_becomes_unallocated_until_there_is_room) {
  ModelParameters p = quiet_authority();
  p.caseload.social_worker_cap = 2;
  SmallWorld small(p);
  const FamilySlot first = small.new_family(2, NeglectLevel::four);
  const FamilySlot second = small.new_family(1, NeglectLevel::four);
  small.open_statutory(first, ServiceTier::child_in_need);
  small.open_statutory(second, ServiceTier::child_in_need);
  EXPECT_EQ(small.case_of(second).stage, CaseStage::unallocated);
  EXPECT_EQ(small.case_of(second).worker, nobody);
  EXPECT_FALSE(small.world.family(second).helped);
  small.live_until(9);
  end_case(small.world, first, ClosingReason::good_review);
  EXPECT_EQ(small.case_of(second).stage, CaseStage::helped);
  EXPECT_EQ(small.diary.of(HappeningKind::unallocated_ended).at(0).days, 9.0);
}

TEST(ChildProtection, never_waits) {
  ModelParameters p = quiet_authority();
  p.caseload.social_worker_cap = 1;
  SmallWorld small(p);
  for (int i = 0; i < 2; ++i) {
    const FamilySlot family = small.new_family(3, NeglectLevel::five);
    small.open_statutory(family, ServiceTier::child_protection);
    EXPECT_EQ(small.case_of(family).stage, CaseStage::helped);
    EXPECT_EQ(small.case_of(family).worker, 0u);
  }
  EXPECT_EQ(small.team(ServiceTier::child_protection).over_cap(), 5 * one_place);
}

TEST(SocialWorkWithoutPosts, holds_plans_without_help_and_leaves_children_in_need_unallocated) {
  ModelParameters p = quiet_authority();
  p.workforce.social_workers = 0;
  p.need.worsening = 1;
  SmallWorld small(p);
  const FamilySlot plan = small.new_family(1, NeglectLevel::four);
  small.open_statutory(plan, ServiceTier::child_protection);
  EXPECT_DOUBLE_EQ(small.yearly(plan, FamilyClock::worsens), 1.0) << "no effect of help";
  const FamilySlot in_need = small.new_family(1, NeglectLevel::four);
  small.open_statutory(in_need, ServiceTier::child_in_need);
  EXPECT_EQ(small.case_of(in_need).stage, CaseStage::unallocated);
  move_to_statutory(small.world, plan, ServiceTier::child_in_need, 3.0);
  EXPECT_EQ(small.case_of(plan).stage, CaseStage::unallocated);
}

TEST(ChildWhoTurns18, leaves_the_case_and_the_others_stay) {
  SmallWorld small(three_places());
  const FamilySlot family = small.new_family(3, NeglectLevel::four);
  small.seek(family, targeted);
  set_at_home(small.world, family, 0b110);
  take_from_case(small.world, family, 0b001);
  EXPECT_EQ(small.case_of(family).children, 0b110);
  EXPECT_EQ(small.team(targeted).load(0), 2 * one_place);
  EXPECT_EQ(small.diary.of(HappeningKind::help_ended).at(0).children, 1);
  take_from_case(small.world, family, 0b001);
  EXPECT_EQ(small.case_of(family).children, 0b110)
      << "a child who is not in the case changes nothing";
}

TEST(SpellOfHelp, goes_on_over_a_wait_for_more_help_unless_that_ends_without_any) {
  for (const bool drops_out : {false, true}) {
    SmallWorld small(three_places());
    const FamilySlot other = small.new_family(3, NeglectLevel::three);
    small.seek(other, targeted);
    const FamilySlot family = small.new_family(1, NeglectLevel::three);
    small.seek(family, ServiceTier::community_early_help);
    end_case(small.world, family, ClosingReason::stepped_up);
    small.seek(family, targeted);
    ASSERT_EQ(small.case_of(family).stage, CaseStage::waiting);
    if (drops_out) {
      end_case(small.world, family, ClosingReason::dropped_out);
    }
    end_case(small.world, other, ClosingReason::good_review);
    if (drops_out) {
      small.seek(family, targeted);
    }
    ASSERT_TRUE(small.case_of(family).gets_help());
    EXPECT_EQ(small.world.known(family).spells_of_help, drops_out ? 2 : 1);
  }
}

TEST(SpellOfHelp, is_over_when_the_last_child_of_the_case_leaves_care) {
  ModelParameters p = quiet_authority();
  p.care.return_home_share = 0;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::four);
  hold_for_assessment(small.world, family, 0b01);
  move_to_statutory(small.world, family, ServiceTier::child_in_need, 4.0);
  start_care(small.world, family);
  end_care(small.world, family);
  ASSERT_FALSE(small.authority.families.has_case(family));
  small.seek(family, targeted);
  EXPECT_EQ(small.world.known(family).spells_of_help, 2) << "the sibling's help is another";
}

}  // namespace
}  // namespace stepdown
