#include "model/processes/allocation.h"

#include <gtest/gtest.h>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier targeted = ServiceTier::targeted_early_help;
constexpr std::size_t key_workers = 1;

ModelParameters with_key_workers(int posts, int cap) {
  ModelParameters p = quiet_authority();
  p.workforce.key_workers_per_10000 = posts;
  p.caseload.key_worker_cap = cap;
  return p;
}

WorkerId worker_for(SmallWorld& small, FamilySlot family, int children) {
  return stepdown::worker_for(small.world, family, key_workers, children * one_place);
}

TEST(Places, are_whole_thousandths_for_each_child) {
  ModelParameters p = quiet_authority();
  p.closure[row_of(targeted) - 1].taper_place_share = {1.0 / 3.0};
  p.waiting.interim_support = 0.5;
  p.waiting.interim_place = 0.1;
  const SmallWorld small(p);
  Case open;
  open.tier = targeted;
  open.children = 0b111;
  open.stage = CaseStage::helped;
  EXPECT_EQ(places_of(small.world, open), 3000);
  open.stage = CaseStage::tapering;
  EXPECT_EQ(places_of(small.world, open), 3 * 333) << "each child the same, so that one may leave";
  open.stage = CaseStage::waiting;
  EXPECT_EQ(places_of(small.world, open), 300) << "support while waiting";
  open.stage = CaseStage::unallocated;
  EXPECT_EQ(places_of(small.world, open), 0);
}

TEST(Places, of_children_in_care_stay_whole_whatever_their_siblings_take) {
  const SmallWorld small(quiet_authority());
  Case open;
  open.in_care = 0b011;
  EXPECT_EQ(places_of(small.world, open), 2000);
  open.stage = CaseStage::helped;
  open.tier = ServiceTier::child_in_need;
  open.children = 0b100;
  EXPECT_EQ(places_of(small.world, open), 3000);
}

TEST(Places, of_help_with_the_whole_family_and_of_easy_access_are_larger) {
  ModelParameters p = quiet_authority();
  p.working.whole_family = 0.5;
  p.working.whole_family_place = 1.4;
  p.consent.easy_access = 1;
  p.consent.easy_access_place = 1.1;
  const SmallWorld small(p);
  Case open;
  open.stage = CaseStage::helped;
  open.children = 0b1;
  open.tier = targeted;
  EXPECT_EQ(places_of(small.world, open), 1320);
  open.tier = ServiceTier::child_in_need;
  EXPECT_EQ(places_of(small.world, open), 1200)
      << "whole-family work on any tier, easy access none";
  open.stage = CaseStage::assessment;
  EXPECT_EQ(places_of(small.world, open), 1000) << "which an assessment is not";
}

TEST(Allocation, goes_to_the_least_loaded_worker_with_room) {
  SmallWorld small(with_key_workers(3, 4));
  small.seek(small.new_family(3), targeted);
  small.seek(small.new_family(1), targeted);
  const FamilySlot next = small.new_family(2);
  EXPECT_EQ(worker_for(small, next, 2), 2u);
  small.seek(next, targeted);
  const FamilySlot last = small.new_family(4);
  EXPECT_EQ(worker_for(small, last, 3), 1u);
  EXPECT_EQ(worker_for(small, last, 4), nobody);
}

TEST(Allocation, goes_back_to_the_last_worker_while_there_is_room) {
  SmallWorld small(with_key_workers(2, 4));
  const FamilySlot family = small.new_family(2);
  small.seek(family, targeted);
  EXPECT_EQ(small.case_of(family).worker, 0u);
  end_case(small.world, family, ClosingReason::left_early);
  small.seek(small.new_family(2), targeted);
  EXPECT_EQ(worker_for(small, family, 2), 0u) << "though another holds nobody";
  EXPECT_EQ(worker_for(small, family, 3), 1u) << "no room with the last one";
  ++small.team(targeted).worker(0).person;
  EXPECT_EQ(worker_for(small, family, 2), 1u) << "a successor is somebody else";
}

TEST(Allocation, goes_back_to_the_last_worker_without_room_too_where_workers_stay_the_same) {
  ModelParameters p = with_key_workers(2, 4);
  p.working.consistent_worker = 1;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2);
  small.seek(family, targeted);
  end_case(small.world, family, ClosingReason::left_early);
  small.seek(small.new_family(4), targeted);
  EXPECT_EQ(worker_for(small, family, 3), 0u);
  small.team(targeted).set_takes_part(0, false);
  EXPECT_EQ(worker_for(small, family, 3), 1u) << "not to somebody who is not there";
}

TEST(Allocation, of_a_stretched_team_goes_over_the_cap) {
  ModelParameters p = with_key_workers(1, 1);
  p.caseload.overload = Overload::stretch;
  SmallWorld small(p);
  const FamilySlot one_child = small.new_family(1);
  small.seek(one_child, targeted);
  EXPECT_EQ(worker_for(small, small.new_family(4), 4), 0u);
}

TEST(Allocation, is_undone_completely_and_remembered) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = small.new_family(3);
  small.seek(family, targeted);
  EXPECT_EQ(small.case_of(family).places, 3 * one_place);
  let_go(small.world, family);
  EXPECT_EQ(small.case_of(family).worker, nobody);
  EXPECT_EQ(small.case_of(family).places, 0);
  EXPECT_EQ(small.team(targeted).total_load(), 0);
  EXPECT_EQ(small.world.known(family).last_worker, 0u);
  let_go(small.world, family);
  EXPECT_EQ(small.team(targeted).total_load(), 0);
}

TEST(Relation, with_a_new_worker_takes_its_time_and_with_a_known_one_none) {
  ModelParameters p = quiet_authority();
  p.working.relation_weeks = 6;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  small.seek(family, targeted);
  EXPECT_FALSE(small.case_of(family).relation);
  small.live_until(42);
  EXPECT_FALSE(small.case_of(family).relation);
  small.live_until(42.1);
  EXPECT_TRUE(small.case_of(family).relation);
  end_case(small.world, family, ClosingReason::left_early);
  small.seek(family, targeted);
  EXPECT_TRUE(small.case_of(family).relation) << "the same worker as before";
}

TEST(SecondWorker, holds_the_children_on_the_plan_and_only_once) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = small.new_family(3, NeglectLevel::five);
  small.seek(family, targeted);
  set_stage(small.world, family, CaseStage::helped, ServiceTier::child_protection, 0b111);
  set_planned(small.world, family, 0b011);
  add_second(small.world, family);
  add_second(small.world, family);
  EXPECT_EQ(small.team(ServiceTier::child_protection).total_load(), 2 * one_place);
  set_planned(small.world, family, 0b001);
  adjust_places(small.world, family);
  EXPECT_EQ(small.team(ServiceTier::child_protection).total_load(), one_place);
  drop_second(small.world, family);
  EXPECT_EQ(small.team(ServiceTier::child_protection).total_load(), 0);
  EXPECT_EQ(small.case_of(family).second_worker, nobody);
}

TEST(Relation, is_there_again_only_with_a_worker_whom_the_family_had_come_to_know) {
  for (const double days : {10.0, 60.0}) {
    ModelParameters p = quiet_authority();
    p.working.relation_weeks = 6;
    SmallWorld small(p);
    const FamilySlot family = small.new_family(1, NeglectLevel::three);
    small.seek(family, targeted);
    small.live_until(days);
    end_case(small.world, family, ClosingReason::left_early);
    small.seek(family, targeted);
    EXPECT_EQ(small.case_of(family).relation, days > 42);
  }
}

}  // namespace
}  // namespace stepdown
