#include "model/processes/household.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "model/processes/early_help.h"
#include "model/processes/front_door.h"
#include "model/state/accounts.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

TEST(Children, are_born_turn_18_and_leave_and_the_family_leaves_with_the_last) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  small.world.family(family).born[1] = WholeDay::of(1000);
  small.world.family(family).clocks.set_timer(FamilyTimer::household, 1000);
  small.world.reschedule(family);
  small.live_until(1000.5);
  EXPECT_EQ(small.world.family(family).at_home, 0b11) << "the second child is born";
  small.live_until(18 * days_per_year + 1);
  EXPECT_EQ(small.world.family(family).at_home, 0b10);
  EXPECT_TRUE(small.authority.families.is_here(family));
  small.live_until(18 * days_per_year + 1001);
  EXPECT_FALSE(small.authority.families.is_here(family));
  EXPECT_EQ(children_at_home(small.authority), 0.0);
  EXPECT_EQ(small.diary.count(HappeningKind::family_left), 1u);
  EXPECT_EQ(small.diary.count(HappeningKind::child_turned_18), 2u);
}

TEST(Children, grow_out_of_the_ages_that_routes_and_worsening_look_at) {
  SmallWorld small(quiet_authority());
  const FamilySlot slot = small.new_family(1);
  const Family& family = small.world.family(slot);
  EXPECT_EQ(family.stage, FamilyStage::under_5);
  small.live_until(5 * days_per_year + 1);
  EXPECT_EQ(family.stage, FamilyStage::from_5_to_10);
  EXPECT_FALSE(family.has_under_5);
  EXPECT_TRUE(family.has_over_5);
  small.live_until(11 * days_per_year + 1);
  EXPECT_EQ(family.stage, FamilyStage::over_10);
}

TEST(Children, change_school_at_five_and_at_eleven) {
  ModelParameters p = quiet_authority();
  p.need.school_change = 1;
  SmallWorld small(p);
  const FamilySlot slot = small.new_family(1, NeglectLevel::one);
  small.live_until(5 * days_per_year);
  EXPECT_EQ(small.world.family(slot).level, NeglectLevel::one);
  small.live_until(5 * days_per_year + 1);
  EXPECT_EQ(small.world.family(slot).level, NeglectLevel::two);
  small.live_until(11 * days_per_year + 1);
  EXPECT_EQ(small.world.family(slot).level, NeglectLevel::three);
  small.live_until(17 * days_per_year);
  EXPECT_EQ(small.world.family(slot).level, NeglectLevel::three);
}

/// A family of two of whom the first turns 18 on the third day.
FamilySlot family_with_one_nearly_18(SmallWorld& small) {
  const FamilySlot slot = small.new_family(2, NeglectLevel::four);
  Family& family = small.world.family(slot);
  family.born[0] = WholeDay::of(2 - 18 * days_per_year);
  family.clocks.set_timer(FamilyTimer::household, family.born[0].in_days() + 18 * days_per_year);
  small.world.reschedule(slot);
  return slot;
}

TEST(Children, who_turn_18_leave_the_referral_of_a_sibling_to_be_decided) {
  ModelParameters p = quiet_authority();
  p.front_door.decision_days = 5;
  SmallWorld small(p);
  const FamilySlot family = family_with_one_nearly_18(small);
  seek_early_help(small.world, family, ServiceTier::targeted_early_help, 0b01, 3.0);
  refer(small.world, family, NoticeRoute::health);
  small.live_until(4);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::front_door);
  small.live_until(20);
  EXPECT_EQ(small.diary.count(HappeningKind::referral_accepted), 1u);
  EXPECT_TRUE(broken_accounts(small.authority).empty());
}

TEST(Family, that_moves_away_leaves_all_services_on_that_day) {
  ModelParameters p = quiet_authority();
  p.help[row_of(ServiceTier::child_in_need)].review_weeks = 52;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::four);
  small.open_statutory(family, ServiceTier::child_in_need);
  small.world.family(family).moves_away = WholeDay::of(100);
  set_at_home(small.world, family, 0b11);
  small.world.reschedule(family);
  small.live_until(100);
  EXPECT_TRUE(small.authority.families.is_here(family));
  small.live_until(101);
  EXPECT_FALSE(small.authority.families.is_here(family));
  EXPECT_EQ(small.team(ServiceTier::child_in_need).total_load(), 0);
  EXPECT_EQ(small.diary.count(HappeningKind::episode_ended, ClosingReason::left_population), 2u);
}

TEST(Family, that_moves_away_takes_its_children_out_of_care) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = small.new_family(2, NeglectLevel::five);
  small.open_statutory(family, ServiceTier::looked_after);
  leave(small.world, family);
  EXPECT_FALSE(small.authority.families.is_here(family));
  EXPECT_EQ(small.authority.stocks.helped[row_of(ServiceTier::looked_after)].count(), 0);
  EXPECT_EQ(small.team(ServiceTier::looked_after).total_load(), 0);
}

TEST(Family, that_leaves_gives_back_its_place_and_its_place_on_the_list) {
  ModelParameters p = with_closure(quiet_authority(), ClosurePolicy::sustained);
  p.help[row_of(ServiceTier::targeted_early_help)].reviews_without_progress = 50;
  p.caseload.key_worker_cap = 1;
  SmallWorld small(p);
  const FamilySlot helped = small.new_family(1, NeglectLevel::three);
  const FamilySlot waiting = small.new_family(1, NeglectLevel::three);
  small.seek(helped, ServiceTier::targeted_early_help);
  small.seek(waiting, ServiceTier::targeted_early_help);
  leave(small.world, waiting);
  EXPECT_EQ(small.list(ServiceTier::targeted_early_help).length(), 0);
  leave(small.world, helped);
  EXPECT_EQ(small.team(ServiceTier::targeted_early_help).total_load(), 0);
  EXPECT_EQ(small.authority.calendar.earliest().time, no_day);
}

}  // namespace
}  // namespace stepdown
