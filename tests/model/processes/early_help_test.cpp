#include "model/processes/early_help.h"

#include <gtest/gtest.h>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier targeted = ServiceTier::targeted_early_help;

TEST(Offer, is_declined_by_everybody_at_consent_0_and_by_nobody_at_consent_1) {
  for (const double consent : {0.0, 1.0}) {
    ModelParameters p = with_unlimited_places(quiet_authority());
    p.consent.early_help = consent;
    SmallWorld small(p);
    for (int i = 0; i < 50; ++i) {
      const FamilySlot family = small.new_family(2, NeglectLevel::three);
      offer_early_help(small.world, family, targeted, 0b11, 3.0);
    }
    const std::size_t helped = consent > 0.5 ? 50 : 0;
    EXPECT_EQ(small.diary.count(HappeningKind::help_started), helped);
    EXPECT_EQ(small.diary.count(HappeningKind::offer_declined), 50 - helped);
    EXPECT_EQ(small.team(targeted).total_load(), static_cast<int>(2 * helped) * one_place);
  }
}

TEST(Offer, that_is_accepted_is_followed_by_an_assessment_before_a_place_is_sought) {
  ModelParameters p = quiet_authority();
  p.front_door.early_help_weeks = 3;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::three);
  offer_early_help(small.world, family, targeted, 0b11, 3.0);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::early_help_assessment);
  EXPECT_EQ(small.authority.stocks.in_early_help_assessment.count(), 2);
  EXPECT_EQ(small.team(targeted).total_load(), 0);
  small.live_until(21);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::early_help_assessment);
  small.live_until(21.1);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::helped);
  EXPECT_EQ(small.authority.stocks.in_early_help_assessment.count(), 0);
}

TEST(EarlyHelpAssessment, is_shorter_with_one_front_door) {
  ModelParameters p = quiet_authority();
  p.front_door.early_help_weeks = 4;
  p.front_door.single_entry = 0.5;
  p.front_door.single_entry_effect = 0.5;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  offer_early_help(small.world, family, targeted, 0b1, 3.0);
  EXPECT_DOUBLE_EQ(small.case_of(family).date(CaseDate::assessment_ends), 28 * 0.75);
}

/// No key worker at all, and families who come one after another to wait.
struct Waiting : SmallWorld {
  explicit Waiting(Discipline discipline, double ageing = 0)
      : SmallWorld([&] {
          ModelParameters p = quiet_authority();
          p.workforce.key_workers_per_10000 = 0;
          p.waiting.discipline = discipline;
          p.waiting.ageing = ageing;
          return p;
        }()) {}

  FamilySlot wait(NeglectLevel level, double day) {
    live_until(day);
    const FamilySlot family = new_family(1, level);
    seek(family, targeted);
    return family;
  }

  std::vector<FamilySlot> in_order() {
    std::vector<FamilySlot> order;
    while (list(targeted).first() != nobody) {
      order.push_back(list(targeted).first());
      end_case(world, order.back(), ClosingReason::dropped_out);
    }
    return order;
  }
};

TEST(ListByLevel, takes_the_worst_judged_first_and_of_equals_who_came_first) {
  Waiting small(Discipline::by_level);
  const FamilySlot mild = small.wait(NeglectLevel::two, 0);
  const FamilySlot severe = small.wait(NeglectLevel::four, 10);
  const FamilySlot middling = small.wait(NeglectLevel::three, 20);
  const FamilySlot later = small.wait(NeglectLevel::four, 1000);
  EXPECT_EQ(small.in_order(), (std::vector{severe, later, middling, mild}));
}

TEST(ListByLevelWithAgeing, lets_waiting_make_up_for_levels) {
  Waiting small(Discipline::by_level_with_ageing, 2.0);  // levels a year
  const FamilySlot mild = small.wait(NeglectLevel::two, 0);
  const FamilySlot severe = small.wait(NeglectLevel::three, 0.4 * days_per_year);
  const FamilySlot late = small.wait(NeglectLevel::three, 0.6 * days_per_year);
  EXPECT_EQ(small.in_order(), (std::vector{severe, mild, late}));
}

TEST(ListByLevel, lets_a_worse_family_that_fits_go_before_a_large_one_at_once) {
  ModelParameters p = quiet_authority();
  p.caseload.key_worker_cap = 4;
  p.waiting.discipline = Discipline::by_level;
  SmallWorld small(p);
  small.seek(small.new_family(2, NeglectLevel::three), targeted);
  const FamilySlot large = small.new_family(4, NeglectLevel::three);
  small.seek(large, targeted);
  const FamilySlot severe = small.new_family(1, NeglectLevel::five);
  small.seek(severe, targeted);
  EXPECT_EQ(small.case_of(large).stage, CaseStage::waiting);
  EXPECT_EQ(small.case_of(severe).stage, CaseStage::helped);
}

/// A family on a list that is looked at every ten weeks.
struct LookedAt : SmallWorld {
  explicit LookedAt(NeglectLevel level, AcuteConcern concern = AcuteConcern::none)
      : SmallWorld([] {
          ModelParameters p = quiet_authority();
          p.workforce.key_workers_per_10000 = 0;
          p.waiting.retriage_weeks = 10;
          p.threshold.referral = 4;
          p.front_door.decision_days = 20;
          return p;
        }()) {
    family = new_family(1, NeglectLevel::three);
    seek(family, targeted);
    set_need(family, level, concern);
    live_until(71);
  }
  FamilySlot family = nobody;
};

TEST(LookAtTheList, takes_off_whose_need_has_eased) {
  LookedAt eased(NeglectLevel::two);
  EXPECT_FALSE(eased.case_of(eased.family).is_open());
  EXPECT_EQ(eased.diary.count(HappeningKind::waiting_ended, ClosingReason::taken_off_list), 1u);
  const LookedAt crisis(NeglectLevel::one, AcuteConcern::moderate);
  EXPECT_EQ(crisis.case_of(crisis.family).stage, CaseStage::waiting);
}

TEST(LookAtTheList, refers_the_worse_who_wait_on_until_it_is_decided) {
  LookedAt worse(NeglectLevel::five);
  EXPECT_EQ(worse.diary.count(HappeningKind::referral), 1u);
  EXPECT_EQ(worse.case_of(worse.family).stage, CaseStage::waiting);
  worse.live_until(70 + 29);
  EXPECT_EQ(worse.case_of(worse.family).stage, CaseStage::assessment);
  EXPECT_EQ(worse.list(targeted).length(), 0);
}

TEST(LookAtTheList, comes_again_and_again) {
  LookedAt small(NeglectLevel::three);
  EXPECT_DOUBLE_EQ(small.case_of(small.family).date(CaseDate::review), 140.0);
  small.live_until(141);
  EXPECT_DOUBLE_EQ(small.case_of(small.family).date(CaseDate::review), 210.0);
}

TEST(ReservedPosts, are_there_for_deprived_areas_while_others_wait) {
  ModelParameters p = quiet_authority();
  p.workforce.key_workers_per_10000 = 2;
  p.workforce.reserved_share = 0.5;
  p.caseload.key_worker_cap = 2;
  SmallWorld small(p);
  const FamilySlot served = small.new_family(2, NeglectLevel::three);
  const FamilySlot other = small.new_family(2, NeglectLevel::three);
  small.seek(served, targeted);
  small.seek(other, targeted);
  EXPECT_EQ(small.case_of(other).stage, CaseStage::waiting) << "the other post is reserved";
  const FamilySlot deprived = small.new_family(2, NeglectLevel::three);
  small.move_to_area(deprived, 4);
  small.seek(deprived, targeted);
  EXPECT_EQ(small.case_of(deprived).stage, CaseStage::helped);
  EXPECT_EQ(small.case_of(other).stage, CaseStage::waiting);
}

TEST(AskedAgain, is_nobody_who_has_found_help_meanwhile) {
  ModelParameters p = quiet_authority();
  p.consent.recontact = 1;
  p.consent.recontact_weeks = 6;
  p.consent.early_help = 0;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  offer_early_help(small.world, family, targeted, 0b1, 3.0);
  small.seek(family, targeted);
  small.live_until(43);
  EXPECT_EQ(small.diary.count(HappeningKind::asked_again), 0u);
  EXPECT_EQ(small.diary.count(HappeningKind::help_started), 1u);
}

TEST(WaitingList, takes_who_is_looked_at_again_by_what_is_seen_then) {
  Waiting small(Discipline::by_level);
  const FamilySlot first = small.wait(NeglectLevel::three, 0);
  const FamilySlot worse = small.wait(NeglectLevel::three, 10);
  ASSERT_EQ(small.list(targeted).first(), first);
  small.rules.p.threshold.referral = 9;
  small.set_need(worse, NeglectLevel::four);
  look_at_waiting_again(small.world, worse);
  EXPECT_EQ(small.list(targeted).first(), worse);
  EXPECT_EQ(small.case_of(worse).opened, 10.0) << "it has waited since then";
}

TEST(WaitingList, counts_what_a_family_holds_meanwhile_as_part_of_its_place) {
  ModelParameters p = quiet_authority();
  p.caseload.key_worker_cap = 2;
  p.waiting.interim_support = 0.5;
  p.waiting.interim_place = 0.2;
  SmallWorld small(p);
  const FamilySlot before = small.new_family(2, NeglectLevel::three);
  small.seek(before, targeted);
  const FamilySlot next = small.new_family(2, NeglectLevel::three);
  small.seek(next, targeted);
  ASSERT_EQ(small.case_of(next).stage, CaseStage::waiting);
  ASSERT_EQ(small.team(targeted).total_load(), 2400);
  end_case(small.world, before, ClosingReason::good_review);
  EXPECT_EQ(small.case_of(next).stage, CaseStage::helped) << "two places, of which it holds 0.4";
  EXPECT_EQ(small.team(targeted).total_load(), 2000);
}

TEST(Offer, that_is_accepted_begins_another_spell_of_help_unless_help_ended_that_day) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  const auto offer = [&] { offer_early_help(small.world, family, targeted, 0b1, 3.0); };
  offer();
  EXPECT_EQ(small.world.known(family).spells_of_help, 1);
  small.live_until(10);
  end_case(small.world, family, ClosingReason::stepped_down);
  offer();
  EXPECT_EQ(small.world.known(family).spells_of_help, 1) << "stepped down, it goes on";
  small.live_until(20);
  end_case(small.world, family, ClosingReason::stepped_down);
  small.live_until(21);
  offer();
  EXPECT_EQ(small.world.known(family).spells_of_help, 2);
}

TEST(MoreEarlyHelp, leaves_a_referral_to_be_decided_as_asked_for_on_its_own_day) {
  ModelParameters p = quiet_authority();
  p.front_door.decision_days = 5;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::four);
  small.seek(family, ServiceTier::community_early_help);
  refer(small.world, family, NoticeRoute::school);
  small.live_until(3);
  end_case(small.world, family, ClosingReason::stepped_up);
  small.seek(family, targeted);
  ASSERT_EQ(small.case_of(family).tier, targeted);
  small.live_until(8);
  EXPECT_EQ(small.diary.of(HappeningKind::referral_accepted).at(0).days, 7.0);
}

}  // namespace
}  // namespace stepdown
