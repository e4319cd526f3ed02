#include "model/processes/need.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier targeted = ServiceTier::targeted_early_help;

/// A year's worsening and easing of 1 at every level, and clear effects of targeted early help.
ModelParameters lively() {
  ModelParameters p = quiet_authority();
  p.need.worsening = 1;
  p.need.easing = 1;
  p.need.concern_resolution = 1;
  p.need.capacity_fades = 1;
  p.noticing.rate = 1;
  HelpParameters& help = p.help[row_of(targeted)];
  help.worsening = 0.5;
  help.easing = 3;
  help.concern_resolution = 2;
  help.capacity_growth = 0.25;
  return p;
}

TEST(Need, neither_worsens_beyond_level_five_nor_eases_beyond_level_one) {
  SmallWorld small(lively());
  const FamilySlot best = small.new_family(1, NeglectLevel::one);
  const FamilySlot worst = small.new_family(1, NeglectLevel::five);
  EXPECT_DOUBLE_EQ(small.yearly(best, FamilyClock::worsens), 1.0);
  EXPECT_EQ(small.yearly(best, FamilyClock::eases), 0.0);
  EXPECT_EQ(small.yearly(worst, FamilyClock::worsens), 0.0);
  EXPECT_DOUBLE_EQ(small.yearly(worst, FamilyClock::eases), 1.0);
}

TEST(Help, slows_worsening_speeds_easing_and_the_end_of_concerns_and_builds_capacity) {
  SmallWorld small(lively());
  const FamilySlot family = small.new_family(1, NeglectLevel::three, AcuteConcern::moderate);
  small.seek(family, targeted);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::worsens), 0.5);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::eases), 3.0);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::concern), 2.0);
  EXPECT_DOUBLE_EQ(small.yearly(family, CapacityClock::grows), 0.25);
}

TEST(Help, without_effect_changes_no_bit_of_any_rate_or_time) {
  const ModelParameters p = with_no_effect_of_help(lively());
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three, AcuteConcern::moderate);
  small.world.family(family).vulnerability = 0.3F;
  settle_family(small.world, family);
  const FamilyClocks before = small.world.family(family).clocks;
  small.seek(family, targeted);
  set_help_stage(small.world, family, CaseStage::tapering, 1.0 / 3.0);
  const FamilyClocks& with_help = small.world.family(family).clocks;
  for (const FamilyClock clock :
       {FamilyClock::worsens, FamilyClock::eases, FamilyClock::concern, FamilyClock::noticed}) {
    EXPECT_EQ(with_help.rate(clock), before.rate(clock));
  }
  EXPECT_EQ(small.yearly(family, CapacityClock::grows), 0.0);
}

TEST(Help, of_a_taper_acts_with_its_intensity) {
  SmallWorld small(lively());
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  small.seek(family, targeted);
  set_help_stage(small.world, family, CaseStage::tapering, 0.5);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::worsens), 0.75);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::eases), 2.0);
  EXPECT_DOUBLE_EQ(small.yearly(family, CapacityClock::grows), 0.125);
  set_help_stage(small.world, family, CaseStage::tapering, 0.0);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::worsens), 1.0);
  EXPECT_EQ(small.yearly(family, CapacityClock::grows), 0.0);
}

TEST(Help, over_the_cap_is_spread_more_thinly_for_everybody_the_worker_helps) {
  ModelParameters p = lively();
  p.caseload.overload = Overload::stretch;
  p.caseload.key_worker_cap = 2;
  p.caseload.dilution = 1;
  SmallWorld small(p);
  const FamilySlot first = small.new_family(2, NeglectLevel::three);
  small.seek(first, targeted);
  EXPECT_DOUBLE_EQ(small.yearly(first, FamilyClock::worsens), 0.5);
  const FamilySlot second = small.new_family(2, NeglectLevel::three);
  small.seek(second, targeted);
  for (const FamilySlot family : {first, second}) {
    EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::worsens), 0.75) << "cap over load is a half";
  }
  end_case(small.world, first, ClosingReason::good_review);
  EXPECT_DOUBLE_EQ(small.yearly(second, FamilyClock::worsens), 0.5);
}

TEST(Help, over_the_cap_is_the_same_without_dilution) {
  ModelParameters p = lively();
  p.caseload.overload = Overload::stretch;
  p.caseload.key_worker_cap = 1;
  p.caseload.dilution = 0;
  SmallWorld small(p);
  const FamilySlot first = small.new_family(2, NeglectLevel::three);
  small.seek(first, targeted);
  small.seek(small.new_family(2), targeted);
  EXPECT_DOUBLE_EQ(small.yearly(first, FamilyClock::worsens), 0.5);
}

TEST(FragileSpell, speeds_worsening_after_help_until_it_is_over) {
  ModelParameters p = lively();
  p.need.fragile_factor = 2;
  p.need.fragile_weeks = 10;
  p.need.worsening = 0.001;
  p.need.easing = 0;
  p.noticing.rate = 0;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  small.seek(family, targeted);
  end_case(small.world, family, ClosingReason::good_review);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::worsens), 0.002);
  small.live_until(71);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::worsens), 0.001);
}

TEST(FragileSpell, ends_when_help_begins_again_and_does_not_follow_waiting_alone) {
  ModelParameters p = lively();
  p.need.fragile_factor = 2;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  small.seek(family, targeted);
  end_case(small.world, family, ClosingReason::good_review);
  small.seek(family, targeted);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::worsens), 0.5);
  small.team(targeted).set_takes_part(0, false);
  const FamilySlot waiting = small.new_family(1, NeglectLevel::three);
  small.seek(waiting, targeted);
  end_case(small.world, waiting, ClosingReason::dropped_out);
  EXPECT_DOUBLE_EQ(small.yearly(waiting, FamilyClock::worsens), 1.0);
}

TEST(Capacity, slows_worsening_speeds_easing_and_fades_only_without_help_down_to_the_familys_own) {
  ModelParameters p = lively();
  p.need.capacity_slows_worsening = 0.5;
  p.need.capacity_speeds_easing = 2;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  small.world.family(family).own_capacity = small.world.family(family).capacity = 1;
  small.seek(family, targeted);
  grow_capacity(small.world, family);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::worsens), 0.5 * 0.25);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::eases), 3.0 * 4.0);
  EXPECT_EQ(small.yearly(family, CapacityClock::fades), 0.0);
  end_case(small.world, family, ClosingReason::left_early);
  EXPECT_DOUBLE_EQ(small.yearly(family, CapacityClock::fades), 1.0);
  EXPECT_EQ(small.diary.count(HappeningKind::capacity_changed), 1u);
  lose_capacity(small.world, family);
  EXPECT_EQ(small.diary.count(HappeningKind::capacity_changed), 2u);
  EXPECT_EQ(small.world.family(family).capacity, 1);
  EXPECT_EQ(small.yearly(family, CapacityClock::fades), 0.0);
}

TEST(Capacity, grows_to_three_steps_and_no_further) {
  SmallWorld small(lively());
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  small.seek(family, targeted);
  for (int step = 1; step <= 3; ++step) {
    EXPECT_GT(small.yearly(family, CapacityClock::grows), 0.0);
    grow_capacity(small.world, family);
    EXPECT_EQ(small.world.family(family).capacity, step);
  }
  EXPECT_EQ(small.yearly(family, CapacityClock::grows), 0.0);
}

TEST(AcuteConcern, may_raise_the_level_but_not_beyond_five) {
  ModelParameters p = lively();
  p.need.concern_raises_level = 1;
  p.need.concern_serious_share = 1;
  p.noticing.incident_serious = 0;
  SmallWorld small(p);
  const FamilySlot three = small.new_family(1, NeglectLevel::three);
  const FamilySlot five = small.new_family(1, NeglectLevel::five);
  turn_concern(small.world, three);
  turn_concern(small.world, five);
  EXPECT_EQ(small.world.family(three).level, NeglectLevel::four);
  EXPECT_EQ(small.world.family(five).level, NeglectLevel::five);
  EXPECT_EQ(small.world.family(three).concern, AcuteConcern::serious);
  EXPECT_DOUBLE_EQ(small.yearly(three, FamilyClock::concern), 1.0) << "one at a time: it may end";
  turn_concern(small.world, three);
  EXPECT_EQ(small.world.family(three).concern, AcuteConcern::none);
}

TEST(AcuteConcern, that_is_reported_is_a_referral_unless_a_statutory_case_is_open) {
  ModelParameters p = lively();
  p.need.concern_serious_share = 0;
  p.noticing.incident_moderate = 1;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  turn_concern(small.world, family);
  EXPECT_EQ(small.diary.count(HappeningKind::referral), 1u);
  decide_referral(small.world, family);
  turn_concern(small.world, family);
  turn_concern(small.world, family);
  EXPECT_EQ(small.diary.count(HappeningKind::referral), 1u);
}

TEST(AcuteConcern, comes_more_often_at_worse_levels_and_to_more_vulnerable_families) {
  ModelParameters p = lively();
  p.need.concern_arrival = 1;
  p.need.concern_by_level = 2;
  p.need.concern_vulnerability = 0.5;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::one);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::concern), 1.0);
  small.set_need(family, NeglectLevel::three);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::concern), 4.0);
  small.world.family(family).vulnerability = 3.0F;
  settle_family(small.world, family);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::concern), 4.0 * 2.0);
}

TEST(Worsening, differs_by_area_and_by_the_age_of_the_youngest_child) {
  ModelParameters p = lively();
  p.deprivation.need = 4;
  p.need.under_5_factor = 1.5;
  p.need.over_10_factor = 0.8;
  SmallWorld small(p);
  const FamilySlot family = small.new_family();
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::worsens), 0.5 * 1.5);
  small.move_to_area(family, 4);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::worsens), 2.0 * 1.5);
  small.world.family(family).stage = FamilyStage::from_5_to_10;
  settle_family(small.world, family);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::worsens), 2.0);
  small.world.family(family).stage = FamilyStage::over_10;
  settle_family(small.world, family);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::worsens), 1.6);
}

TEST(UniversalParenting, slows_worsening_for_those_it_reaches_at_levels_1_and_2) {
  ModelParameters p = lively();
  p.need.universal_parenting_effect = 0.7;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::two);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::worsens), 1.0);
  small.world.family(family).classes = true;
  settle_family(small.world, family);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::worsens), 0.7);
  small.set_need(family, NeglectLevel::three);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::worsens), 1.0);
}

TEST(ChangeOfSchool, may_raise_the_level_but_not_beyond_five) {
  ModelParameters p = quiet_authority();
  p.need.school_change = 1;
  SmallWorld small(p);
  const FamilySlot three = small.new_family(1, NeglectLevel::three);
  const FamilySlot five = small.new_family(1, NeglectLevel::five);
  change_school(small.world, three, 0);
  change_school(small.world, five, 0);
  EXPECT_EQ(small.world.family(three).level, NeglectLevel::four);
  EXPECT_EQ(small.world.family(five).level, NeglectLevel::five);
}

TEST(Capacity, of_a_family_whom_services_do_not_know_neither_grows_nor_fades) {
  SmallWorld small(lively());
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  EXPECT_FALSE(small.authority.families.has_record(family));
  EXPECT_EQ(small.yearly(family, CapacityClock::grows), 0.0);
}

}  // namespace
}  // namespace stepdown
