#include "model/processes/care.h"

#include <gtest/gtest.h>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

FamilySlot family_in_care(SmallWorld& small, int children = 1) {
  const FamilySlot family = small.new_family(children, NeglectLevel::five);
  small.open_statutory(family, ServiceTier::looked_after);
  return family;
}

TEST(Care, is_left_at_one_rate_in_the_first_year_and_at_another_after_it) {
  ModelParameters p = quiet_authority();
  p.care.exit_first_year = 1e-6;
  p.care.exit_later = 1e-7;
  SmallWorld small(p);
  const FamilySlot family = family_in_care(small);
  const Clocks& clocks = small.world.family(family).clocks;
  EXPECT_DOUBLE_EQ(clocks.rate(FamilyClock::leaves_care), 1e-6 / days_per_year);
  small.live_until(366);
  EXPECT_DOUBLE_EQ(clocks.rate(FamilyClock::leaves_care), 1e-7 / days_per_year);
}

TEST(Care, ends_at_home_with_a_child_in_need_plan_or_for_good) {
  for (const double home : {0.0, 1.0}) {
    ModelParameters p = quiet_authority();
    p.care.return_home_share = home;
    SmallWorld small(p);
    const FamilySlot family = family_in_care(small, 2);
    end_care(small.world, family);
    const auto ended = small.diary.of(HappeningKind::help_ended);
    ASSERT_EQ(ended.size(), 1u);
    EXPECT_EQ(ended[0].children, 2);
    if (home > 0.5) {
      EXPECT_EQ(ended[0].reason, ClosingReason::returned_home);
      EXPECT_EQ(small.case_of(family).tier, ServiceTier::child_in_need);
    } else {
      EXPECT_EQ(ended[0].reason, ClosingReason::permanence);
      EXPECT_FALSE(small.case_of(family).is_open());
      EXPECT_EQ(small.team(ServiceTier::looked_after).total_load(), 0);
    }
    EXPECT_EQ(small.world.family(family).clocks.rate(FamilyClock::leaves_care), 0.0);
  }
}

TEST(Care, ends_at_18) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = family_in_care(small);
  small.live_until(18 * days_per_year + 1);
  EXPECT_FALSE(small.authority.families.is_here(family));
  EXPECT_EQ(small.diary.count(HappeningKind::help_ended, ClosingReason::left_population), 1u);
  EXPECT_EQ(small.authority.stocks.helped[row_of(ServiceTier::looked_after)].count(), 0);
}

TEST(Care, holds_a_place_with_a_social_worker) {
  SmallWorld small(quiet_authority());
  family_in_care(small, 3);
  EXPECT_EQ(small.team(ServiceTier::looked_after).total_load(), 3 * one_place);
}

}  // namespace
}  // namespace stepdown
