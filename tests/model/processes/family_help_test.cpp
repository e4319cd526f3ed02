#include "model/processes/family_help.h"

#include <gtest/gtest.h>

#include "model/processes/handover.h"
#include "model/processes/workforce.h"
#include "model/state/accounts.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier targeted = ServiceTier::targeted_early_help;
constexpr ServiceTier in_need = ServiceTier::child_in_need;
constexpr ServiceTier protection = ServiceTier::child_protection;

/// One key worker and four social workers, of whom two are to form the protection team.
ModelParameters before_the_merger() {
  ModelParameters p = quiet_authority();
  p.workforce.social_workers = 4;
  p.family_help.protection_share = 0.5;
  p.family_help.protection_cap = 6;
  p.family_help.transition_months = 0;
  p.trust.loss_handover = 0;
  return p;
}

ModelParameters merged(ModelParameters p) {
  p.family_help.model = ServiceModel::merged;
  return p;
}

TEST(Merger, moves_social_work_posts_to_one_service_and_keeps_every_post) {
  SmallWorld small(before_the_merger());
  small.adopt(merged(before_the_merger()));
  EXPECT_TRUE(small.authority.merged);
  EXPECT_EQ(small.authority.teams[1].in_post(), 3u);
  EXPECT_EQ(small.authority.teams[2].in_post(), 2u);
  EXPECT_EQ(small.authority.team_row(in_need), 1u);
  EXPECT_EQ(small.authority.teams[1].worker(0).cap,
            static_cast<Places>(before_the_merger().caseload.key_worker_cap * one_place));
  EXPECT_EQ(small.authority.teams[1].worker(1).cap,
            static_cast<Places>(before_the_merger().caseload.social_worker_cap * one_place))
      << "a social worker keeps the cap of one";
  EXPECT_EQ(small.authority.teams[2].worker(0).cap, 6 * one_place);
}

TEST(Merger, brings_children_in_need_to_family_help_with_their_worker_where_he_or_she_goes) {
  SmallWorld small(before_the_merger());
  std::vector<FamilySlot> families;
  for (int i = 0; i < 4; ++i) {
    families.push_back(small.new_family(1, NeglectLevel::four));
    small.open_statutory(families.back(), in_need);
    EXPECT_EQ(small.case_of(families.back()).worker, static_cast<WorkerId>(i));
  }
  small.adopt(merged(before_the_merger()));
  for (const FamilySlot family : families) {
    EXPECT_EQ(small.case_of(family).team, 1);
    EXPECT_TRUE(small.case_of(family).gets_help());
  }
  EXPECT_EQ(small.case_of(families[2]).worker, 1u) << "the third social worker, now in Family Help";
  EXPECT_EQ(small.case_of(families[3]).worker, 2u);
  EXPECT_EQ(small.diary.count(HappeningKind::worker_changed), 2u)
      << "those of the two who stay in the protection team";
  EXPECT_TRUE(broken_accounts(small.authority).empty());
}

TEST(Merger, leaves_plans_and_care_with_the_protection_team_and_hands_each_over_once_at_most) {
  SmallWorld small(before_the_merger());
  std::vector<FamilySlot> families;
  for (int i = 0; i < 8; ++i) {
    families.push_back(small.new_family(1, NeglectLevel::five));
    small.open_statutory(families.back(), protection);
  }
  small.adopt(merged(before_the_merger()));
  for (const FamilySlot family : families) {
    EXPECT_EQ(small.case_of(family).team, 2);
    EXPECT_LE(small.case_of(family).worker_changes, 1);
    EXPECT_LT(small.case_of(family).worker, 2u);
  }
  EXPECT_EQ(small.diary.count(HappeningKind::worker_changed), 4u);
}

TEST(Merger, puts_those_who_are_unallocated_on_the_one_list) {
  ModelParameters p = before_the_merger();
  p.caseload.social_worker_cap = 1;
  p.caseload.key_worker_cap = 1;
  p.waiting.discipline = Discipline::by_level;
  SmallWorld small(p);
  small.seek(small.new_family(1, NeglectLevel::three), targeted);
  const FamilySlot early_help = small.new_family(1, NeglectLevel::three);
  small.seek(early_help, targeted);
  for (int i = 0; i < 4; ++i) {
    small.open_statutory(small.new_family(1, NeglectLevel::four), in_need);
  }
  const FamilySlot unallocated = small.new_family(1, NeglectLevel::four);
  small.open_statutory(unallocated, in_need);
  ASSERT_EQ(small.case_of(unallocated).stage, CaseStage::unallocated);
  p.family_help.protection_share = 0.25;
  small.adopt(merged(p));
  EXPECT_EQ(small.authority.unallocated.length(), 0);
  EXPECT_EQ(small.list(targeted).first(), unallocated) << "the worse judged comes first";
  EXPECT_EQ(small.case_of(early_help).stage, CaseStage::waiting);
  EXPECT_TRUE(broken_accounts(small.authority).empty());
}

TEST(FamilyHelp, keeps_the_lead_practitioner_of_a_plan_beside_a_second_worker_for_the_children) {
  SmallWorld small(before_the_merger());
  small.adopt(merged(before_the_merger()));
  small.rules.p.protection.siblings_planned = 0;
  const FamilySlot family = small.new_family(3, NeglectLevel::five);
  small.open_statutory(family, in_need);
  ASSERT_EQ(small.case_of(family).team, 1);
  start_plan(small.world, family, {5.0, 5.0});
  EXPECT_EQ(small.case_of(family).team, 1);
  EXPECT_NE(small.case_of(family).second_worker, nobody);
  EXPECT_EQ(small.case_of(family).second_places, one_place) << "one of three is on the plan";
  EXPECT_EQ(small.authority.teams[2].total_load(), one_place);
  small.set_need(family, NeglectLevel::one);
  small.live_until(small.case_of(family).date(CaseDate::review) + 1e-6);
  EXPECT_EQ(small.case_of(family).second_worker, nobody);
  EXPECT_EQ(small.authority.teams[2].total_load(), 0);
}

TEST(FamilyHelp, gives_a_child_who_comes_into_care_from_its_list_a_worker_of_its_own) {
  ModelParameters p = before_the_merger();
  p.caseload.social_worker_cap = p.caseload.key_worker_cap = 1;
  p.care.siblings_in_care = 0;
  SmallWorld small(p);
  small.adopt(merged(p));
  for (int i = 0; i < 3; ++i) {
    small.seek(small.new_family(1, NeglectLevel::three), targeted);
  }
  const FamilySlot family = small.new_family(2, NeglectLevel::five);
  small.open_statutory(family, in_need);
  ASSERT_EQ(small.case_of(family).stage, CaseStage::unallocated);
  start_care(small.world, family);
  EXPECT_EQ(small.case_of(family).team, 1);
  EXPECT_TRUE(small.authority.teams[1].worker(small.case_of(family).worker).takes_part);
  EXPECT_TRUE(broken_accounts(small.authority).empty());
}

// With turnover that empties every post within days, what comes to it shows who is recruited there.
TEST(FamilyHelp, recruits_social_workers_for_posts_of_social_workers_in_either_team) {
  ModelParameters p = before_the_merger();
  p.workforce.turnover = 50;
  p.workforce.early_help_turnover = 0;
  p.workforce.recruitment_weeks = 520;
  p.workforce.agency_cover = 1;
  p.workforce.agency_weeks = 0.01;
  SmallWorld small(p);
  small.adopt(merged(p));
  small.live_until(20 * days_per_week);
  const Team& family_help = small.authority.teams[1];
  EXPECT_EQ(family_help.worker(0).staffing, Staffing::permanent) << "a key worker stays";
  int agency = 0;
  for (WorkerId id = 1; id < family_help.size(); ++id) {
    EXPECT_TRUE(family_help.worker(id).social_worker);
    agency += family_help.worker(id).staffing == Staffing::agency ? 1 : 0;
  }
  EXPECT_EQ(agency, 2);
}

TEST(StaffExodus, takes_social_workers_of_family_help_too) {
  SmallWorld small(before_the_merger());
  small.adopt(merged(before_the_merger()));
  staff_exodus(small.world, 0.75);
  EXPECT_EQ(small.authority.teams[2].in_post(), 0u) << "first those of the protection team";
  EXPECT_EQ(small.authority.teams[1].in_post(), 2u) << "then one of the two, and no key worker";
  EXPECT_EQ(broken_accounts(small.authority), std::vector<std::string>{});
}

TEST(FamilyHelp, takes_a_child_whose_plan_ends_from_the_protection_team) {
  SmallWorld small(before_the_merger());
  small.adopt(merged(before_the_merger()));
  const FamilySlot family = small.new_family(1, NeglectLevel::five);
  small.open_statutory(family, protection);
  ASSERT_EQ(small.case_of(family).team, 2);
  small.set_need(family, NeglectLevel::one);
  small.live_until(small.case_of(family).date(CaseDate::review) + 1e-6);
  ASSERT_EQ(small.case_of(family).tier, in_need);
  EXPECT_EQ(small.case_of(family).team, 1);
  EXPECT_EQ(small.case_of(family).worker_changes, 1);
  EXPECT_EQ(small.authority.teams[2].total_load(), 0);
  EXPECT_TRUE(broken_accounts(small.authority).empty());
}

TEST(FamilyHelp, hands_children_to_the_protection_team_when_all_are_in_care) {
  SmallWorld small(before_the_merger());
  small.adopt(merged(before_the_merger()));
  const FamilySlot family = small.new_family(2, NeglectLevel::five);
  small.open_statutory(family, in_need);
  start_plan(small.world, family, {5.0, 5.0});
  ASSERT_NE(small.case_of(family).second_worker, nobody);
  start_care(small.world, family);
  EXPECT_EQ(small.case_of(family).team, 2);
  EXPECT_EQ(small.case_of(family).second_worker, nobody);
  EXPECT_EQ(small.authority.teams[1].total_load(), 0);
  EXPECT_EQ(small.authority.teams[2].total_load(), 2 * one_place);
  EXPECT_TRUE(broken_accounts(small.authority).empty());
}

TEST(FamilyHelp, hands_children_in_care_to_the_protection_team_when_help_at_home_ends) {
  ModelParameters p = before_the_merger();
  p.care.siblings_in_care = 0;
  SmallWorld small(p);
  small.adopt(merged(p));
  const FamilySlot family = small.new_family(2, NeglectLevel::five);
  small.open_statutory(family, in_need);
  start_care(small.world, family);
  ASSERT_EQ(small.case_of(family).team, 1);
  end_case(small.world, family, ClosingReason::good_review);
  EXPECT_EQ(small.case_of(family).team, 2);
  EXPECT_EQ(small.authority.teams[1].total_load(), 0);
  EXPECT_EQ(small.authority.teams[2].total_load(), one_place);
  EXPECT_TRUE(broken_accounts(small.authority).empty());
}

TEST(FamilyHelp, steps_down_within_the_service_without_offer_list_or_another_worker) {
  ModelParameters p = with_closure(before_the_merger(), ClosurePolicy::step_down);
  p.consent.early_help = 0;
  p.front_door.early_help_weeks = 3;
  SmallWorld small(p);
  small.adopt(merged(p));
  const FamilySlot family = small.new_family(1, NeglectLevel::four);
  small.open_statutory(family, in_need);
  const WorkerId worker = small.case_of(family).worker;
  small.set_need(family, NeglectLevel::one);
  small.live_until(small.case_of(family).date(CaseDate::review) + 1e-6);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::helped);
  EXPECT_EQ(small.case_of(family).tier, targeted);
  EXPECT_EQ(small.case_of(family).worker, worker);
  EXPECT_EQ(small.diary.count(HappeningKind::offer_declined), 0u);
  EXPECT_EQ(small.diary.count(HappeningKind::episode_ended), 1u);
  EXPECT_EQ(small.diary.count(HappeningKind::help_ended, ClosingReason::stepped_down), 1u);
  EXPECT_TRUE(broken_accounts(small.authority).empty());
}

TEST(FamilyHelp, assesses_once) {
  for (const Assessed assessed : {Assessed::by_nobody, Assessed::by_social_work}) {
    ModelParameters p = before_the_merger();
    p.front_door.early_help_weeks = 3;
    SmallWorld small(p);
    small.adopt(merged(p));
    const FamilySlot family = small.new_family(1, NeglectLevel::three);
    offer_early_help(small.world, family, targeted, 0b1, 3.0, assessed);
    EXPECT_EQ(small.case_of(family).stage == CaseStage::helped,
              assessed == Assessed::by_social_work);
  }
}

TEST(Merger, leaves_the_relation_with_a_worker_who_moves_as_it_is) {
  ModelParameters p = before_the_merger();
  p.workforce.social_workers = 1;
  p.family_help.protection_share = 0;
  p.working.relation_weeks = 10;
  for (const double merged_on : {60.0, 71.0}) {
    SmallWorld small(p);
    const FamilySlot family = small.new_family(1, NeglectLevel::four);
    small.open_statutory(family, in_need);
    small.live_until(merged_on);
    small.adopt(merged(p));
    const Case& open = small.case_of(family);
    ASSERT_EQ(open.team, 1);
    EXPECT_EQ(open.relation, merged_on > 70);
    EXPECT_EQ(open.date(CaseDate::relation_established), merged_on > 70 ? Case::never : 70.0);
  }
}

TEST(FamilyHelp, leaves_a_second_worker_beside_the_colleague_who_takes_over_a_plan) {
  SmallWorld small(before_the_merger());
  small.adopt(merged(before_the_merger()));
  const FamilySlot family = small.new_family(2, NeglectLevel::five);
  small.open_statutory(family, in_need);
  start_plan(small.world, family, {5.0, 5.0});
  const WorkerId lead = small.case_of(family).worker;
  ASSERT_NE(small.case_of(family).second_worker, nobody);
  small.authority.teams[1].set_takes_part(lead, false);
  small.authority.teams[1].count_room();
  hand_over_all(small.world, 1, lead);
  EXPECT_NE(small.case_of(family).worker, lead);
  EXPECT_NE(small.case_of(family).second_worker, nobody);
  EXPECT_EQ(small.authority.teams[2].total_load(), 2 * one_place);
  EXPECT_TRUE(broken_accounts(small.authority).empty());
}

}  // namespace
}  // namespace stepdown
