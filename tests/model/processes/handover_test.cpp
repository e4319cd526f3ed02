#include "model/processes/handover.h"

#include <gtest/gtest.h>

#include "model/processes/outside.h"
#include "model/state/accounts.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier targeted = ServiceTier::targeted_early_help;
constexpr ServiceTier protection = ServiceTier::child_protection;
constexpr std::size_t key_workers = 1;
constexpr std::size_t social_workers = 2;

ModelParameters two_in_each_team() {
  ModelParameters p = quiet_authority();
  p.workforce.key_workers_per_10000 = 2;
  p.workforce.social_workers = 2;
  return p;
}

void send_away(SmallWorld& small, std::size_t team, WorkerId worker) {
  small.authority.teams[team].set_takes_part(worker, false);
  small.authority.teams[team].count_room();
  hand_over_all(small.world, team, worker);
}

void bring_back(SmallWorld& small, std::size_t team, WorkerId worker) {
  small.authority.teams[team].set_takes_part(worker, true);
  small.authority.teams[team].count_room();
  begin_to_take(small.world, team);
}

TEST(Handover, brings_all_families_to_colleagues_with_the_help_they_have) {
  SmallWorld small(two_in_each_team());
  const FamilySlot family = small.new_family(2, NeglectLevel::three);
  small.seek(family, targeted);
  const double review = small.case_of(family).date(CaseDate::review);
  send_away(small, key_workers, 0);
  EXPECT_EQ(small.case_of(family).worker, 1u);
  EXPECT_EQ(small.case_of(family).date(CaseDate::review), review);
  EXPECT_EQ(small.case_of(family).worker_changes, 1);
  EXPECT_EQ(small.team(targeted).load(0), 0);
}

TEST(Handover, may_lose_a_family_of_early_help_but_not_one_with_a_plan) {
  ModelParameters p = two_in_each_team();
  p.workforce.handover_loss = 1;
  SmallWorld small(p);
  const FamilySlot free_to_go = small.new_family(1, NeglectLevel::three);
  const FamilySlot planned = small.new_family(1, NeglectLevel::five);
  small.seek(free_to_go, targeted);
  small.open_statutory(planned, protection);
  send_away(small, key_workers, 0);
  send_away(small, social_workers, 0);
  EXPECT_FALSE(small.case_of(free_to_go).is_open());
  EXPECT_EQ(small.diary.count(HappeningKind::help_ended, ClosingReason::lost_at_handover), 1u);
  EXPECT_EQ(small.case_of(planned).worker, 1u);
}

TEST(Handover, that_loses_a_family_leaves_its_place_to_the_list_and_the_others_where_they_are_put) {
  ModelParameters p = two_in_each_team();
  p.caseload.key_worker_cap = 2;
  p.workforce.handover_loss = 1;
  p.waiting.interim_support = 0.5;
  p.waiting.interim_place = 0.1;
  SmallWorld small(p);
  for (int i = 0; i < 3; ++i) {
    small.seek(small.new_family(2, NeglectLevel::three), targeted);
  }
  for (int i = 0; i < 3; ++i) {
    small.seek(small.new_family(1, NeglectLevel::three), targeted);
  }
  send_away(small, key_workers, 0);
  EXPECT_TRUE(broken_accounts(small.authority).empty());
  EXPECT_EQ(small.team(targeted).load(0), 0);
}

TEST(Handover, begins_the_relation_anew_and_trust_may_fall) {
  ModelParameters p = two_in_each_team();
  p.working.relation_weeks = 6;
  p.trust.loss_handover = 1;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  small.seek(family, targeted);
  small.live_until(43);
  EXPECT_TRUE(small.case_of(family).relation);
  send_away(small, key_workers, 0);
  EXPECT_FALSE(small.case_of(family).relation);
  EXPECT_EQ(small.world.family(family).trust, 1);
  EXPECT_DOUBLE_EQ(small.case_of(family).date(CaseDate::relation_established), 43 + 42);
}

TEST(Successor, takes_over_the_families_of_the_post) {
  ModelParameters p = two_in_each_team();
  p.working.relation_weeks = 6;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  small.seek(family, targeted);
  small.live_until(43);
  hand_to_successor(small.world, key_workers, 0);
  EXPECT_EQ(small.case_of(family).worker, 0u);
  EXPECT_FALSE(small.case_of(family).relation);
  EXPECT_EQ(small.diary.count(HappeningKind::worker_changed), 1u);
}

TEST(Handover, takes_children_from_outside_the_model_along) {
  SmallWorld small(two_in_each_team());
  receive_outside_referral(small.world);
  small.authority.outside.next_arrival = no_day;
  EXPECT_EQ(small.authority.outside.rows[0].worker, 0u);
  send_away(small, social_workers, 0);
  EXPECT_EQ(small.authority.outside.rows[0].worker, 1u);
  EXPECT_EQ(small.team(protection).load(0), 0);
}

TEST(NobodyLeftInTheTeam, leaves_families_with_nobody_until_the_first_worker_comes) {
  ModelParameters p = two_in_each_team();
  p.need.worsening = 1;
  p.help[row_of(protection)].worsening = 0.5;
  SmallWorld small(p);
  const FamilySlot planned = small.new_family(2, NeglectLevel::four);
  small.open_statutory(planned, protection);
  receive_outside_referral(small.world);
  small.authority.outside.next_arrival = no_day;
  send_away(small, social_workers, 0);
  send_away(small, social_workers, 1);
  EXPECT_EQ(small.case_of(planned).worker, nobody);
  EXPECT_DOUBLE_EQ(small.yearly(planned, FamilyClock::worsens), 1.0) << "nobody helps";
  EXPECT_TRUE(broken_accounts(small.authority).empty());
  bring_back(small, social_workers, 1);
  EXPECT_EQ(small.case_of(planned).worker, 1u);
  EXPECT_EQ(small.authority.outside.rows[0].worker, 1u);
  EXPECT_EQ(small.team(protection).load(1), 3 * one_place);
  EXPECT_DOUBLE_EQ(small.yearly(planned, FamilyClock::worsens), 0.5);
}

TEST(NobodyLeftInTheTeam, lets_families_in_early_help_find_somebody_before_those_who_wait) {
  ModelParameters p = quiet_authority();
  p.caseload.key_worker_cap = 2;
  SmallWorld small(p);
  const FamilySlot helped = small.new_family(2, NeglectLevel::three);
  const FamilySlot waiting = small.new_family(1, NeglectLevel::three);
  small.seek(helped, targeted);
  small.seek(waiting, targeted);
  send_away(small, key_workers, 0);
  EXPECT_TRUE(small.case_of(helped).gets_help());
  EXPECT_EQ(small.case_of(helped).worker, nobody);
  bring_back(small, key_workers, 0);
  EXPECT_EQ(small.case_of(helped).worker, 0u);
  EXPECT_EQ(small.case_of(waiting).stage, CaseStage::waiting);
}

TEST(Handover, is_told_where_another_worker_than_the_assessor_takes_a_child_in_need) {
  ModelParameters p = quiet_authority();
  p.workforce.social_workers = 2;
  p.caseload.social_worker_cap = 2;
  for (const bool waits : {false, true}) {
    SmallWorld small(p);
    Team& team = small.team(ServiceTier::child_in_need);
    const FamilySlot family = small.new_family(1, NeglectLevel::four);
    hold_for_assessment(small.world, family, 0b1);
    ASSERT_EQ(small.case_of(family).worker, 0u);
    team.change(0, 2 * one_place, 0.0);
    team.change(1, (waits ? 2 : 0) * one_place, 0.0);
    move_to_statutory(small.world, family, ServiceTier::child_in_need, 4.0);
    EXPECT_EQ(small.case_of(family).stage == CaseStage::unallocated, waits);
    EXPECT_EQ(small.diary.count(HappeningKind::worker_changed), waits ? 0u : 1u);
    if (waits) {
      team.change(1, -one_place, 0.0);
      fill_places(small.world, 2);
    }
    EXPECT_EQ(small.case_of(family).worker, 1u);
    EXPECT_EQ(small.case_of(family).worker_changes, 1);
  }
}

TEST(FirstWorkerOfATeam, takes_families_who_wait_only_if_they_are_supported_meanwhile) {
  for (const double support : {0.0, 0.5}) {
    ModelParameters p = quiet_authority();
    p.caseload.key_worker_cap = 1;
    p.waiting.interim_support = support;
    p.waiting.interim_place = 0.1;
    SmallWorld small(p);
    send_away(small, key_workers, 0);
    const FamilySlot family = small.new_family(2, NeglectLevel::three);
    small.seek(family, targeted);
    small.team(targeted).change(0, one_place, 0.0);
    bring_back(small, key_workers, 0);
    ASSERT_EQ(small.case_of(family).stage, CaseStage::waiting) << "there is no room for it yet";
    EXPECT_EQ(small.case_of(family).worker, support > 0.0 ? 0u : nobody);
  }
}

TEST(Handover, is_not_told_where_a_child_in_need_who_had_no_assessor_gets_a_worker) {
  ModelParameters p = two_in_each_team();
  p.caseload.key_worker_cap = p.caseload.social_worker_cap = 2;
  p.family_help.model = ServiceModel::merged;
  p.family_help.protection_share = 1;
  p.family_help.transition_months = 0;
  SmallWorld small(two_in_each_team());
  small.adopt(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::four);
  small.seek(family, targeted);
  ASSERT_EQ(small.case_of(family).worker, 0u);
  end_case(small.world, family, ClosingReason::good_review);
  small.team(targeted).change(0, 2 * one_place, 0.0);
  send_away(small, social_workers, 0);
  send_away(small, social_workers, 1);
  hold_for_assessment(small.world, family, 0b1);
  ASSERT_EQ(small.case_of(family).worker, nobody);
  move_to_statutory(small.world, family, ServiceTier::child_in_need, 4.0);
  EXPECT_EQ(small.case_of(family).team, key_workers);
  EXPECT_EQ(small.case_of(family).worker, 1u);
  EXPECT_EQ(small.diary.count(HappeningKind::worker_changed), 0u);
}

}  // namespace
}  // namespace stepdown
