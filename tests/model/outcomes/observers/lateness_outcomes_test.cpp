#include "model/outcomes/observers/lateness_outcomes.h"

#include <gtest/gtest.h>

#include <cmath>
#include "tests/fixtures/observed_outcomes.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr double not_yet = no_day;

/// The measures of lateness over two years of a quiet authority.
class Lateness : public testing::Test {
 protected:
  Lateness() : outcomes_(lateness_outcomes(), {small_.rules.p, small_.authority, 730.5, 2}) {
    small_.observers.add(outcomes_.observer());
  }

  FamilySlot family_since(double level_three, double level_four, NeglectLevel now) {
    const FamilySlot slot = small_.new_family(1, now);
    Family& family = small_.world.family(slot);
    const auto day = [](double since) {
      return since < not_yet ? WholeDay::of(since) : WholeDay();
    };
    family.first_at_level_three = day(level_three);
    family.first_at_level_four = day(level_four);
    return slot;
  }
  double value(std::string_view name) const { return outcomes_.value(name, small_.authority); }

  SmallWorld small_{quiet_authority()};
  ObservedOutcomes outcomes_;
};

TEST_F(Lateness, runs_from_the_first_day_of_need_to_the_first_help) {
  const FamilySlot early = family_since(-100, not_yet, NeglectLevel::two);
  const FamilySlot late = family_since(-300, -50, NeglectLevel::four);
  small_.live_until(20);
  small_.seek(early, ServiceTier::targeted_early_help);
  small_.live_until(40);
  small_.seek(late, ServiceTier::targeted_early_help);
  EXPECT_DOUBLE_EQ(value("lateness_level_3_days"), (120.0 + 340.0) / 2);
  EXPECT_DOUBLE_EQ(value("lateness_level_4_days"), 90.0);
  EXPECT_DOUBLE_EQ(value("level_at_first_help"), 3.0);
  EXPECT_DOUBLE_EQ(value("first_helped_families"), 1.0);
}

TEST_F(Lateness, is_of_first_help_alone) {
  const FamilySlot family = family_since(-10, not_yet, NeglectLevel::three);
  small_.seek(family, ServiceTier::targeted_early_help);
  end_case(small_.world, family, ClosingReason::good_review);
  small_.live_until(500);
  small_.seek(family, ServiceTier::targeted_early_help);
  EXPECT_DOUBLE_EQ(value("lateness_level_3_days"), 10.0);
}

TEST_F(Lateness, is_no_number_for_families_who_were_never_in_need) {
  small_.seek(family_since(not_yet, not_yet, NeglectLevel::two), ServiceTier::community_early_help);
  EXPECT_TRUE(std::isnan(value("lateness_level_3_days")));
  EXPECT_DOUBLE_EQ(value("level_at_first_help"), 2.0);
}

TEST_F(Lateness, has_no_end_for_families_who_leave_without_ever_being_helped) {
  const FamilySlot helped = family_since(-10, not_yet, NeglectLevel::three);
  const FamilySlot unhelped = family_since(-10, not_yet, NeglectLevel::three);
  const FamilySlot well = small_.new_family();
  small_.seek(helped, ServiceTier::targeted_early_help);
  for (const FamilySlot family : {helped, unhelped, well}) {
    leave(small_.world, family);
  }
  EXPECT_DOUBLE_EQ(value("never_helped_level_3"), 50.0);
}

TEST_F(Lateness, has_a_share_of_families_who_are_first_helped_within_12_months_of_need) {
  const FamilySlot soon = family_since(10, 20, NeglectLevel::four);
  const FamilySlot late = family_since(20, 30, NeglectLevel::four);
  family_since(30, not_yet, NeglectLevel::three);
  small_.live_until(100);
  small_.seek(soon, ServiceTier::targeted_early_help);
  small_.live_until(600);
  small_.seek(late, ServiceTier::targeted_early_help);
  small_.live_until(730);
  EXPECT_DOUBLE_EQ(value("helped_12m_level_3"), 100.0 / 3);
  EXPECT_DOUBLE_EQ(value("helped_12m_level_4"), 50.0);
}

TEST_F(Lateness, within_12_months_is_not_of_need_before_day_0_or_of_families_helped_before) {
  family_since(-10, not_yet, NeglectLevel::three);
  const FamilySlot helped = small_.new_family();
  small_.seek(helped, ServiceTier::community_early_help);
  small_.world.family(helped).first_at_level_three = WholeDay::of(50);
  small_.live_until(730);
  EXPECT_TRUE(std::isnan(value("helped_12m_level_3")));
}

TEST_F(Lateness, within_12_months_watches_families_who_leave_as_long_as_they_are_here) {
  const FamilySlot leaves = family_since(0, not_yet, NeglectLevel::three);
  const FamilySlot helped = family_since(0, not_yet, NeglectLevel::three);
  small_.live_until(100);
  leave(small_.world, leaves);
  small_.live_until(200);
  small_.seek(helped, ServiceTier::targeted_early_help);
  EXPECT_DOUBLE_EQ(value("helped_12m_level_3"), 100.0) << "of those who were still there";
}

}  // namespace
}  // namespace stepdown
