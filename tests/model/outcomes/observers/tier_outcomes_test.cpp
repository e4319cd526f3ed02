#include "model/outcomes/observers/tier_outcomes.h"

#include <gtest/gtest.h>

#include "model/processes/closing.h"
#include "model/processes/outside.h"
#include "tests/fixtures/observed_outcomes.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

/// The measures of tiers over two years, in which a test says when months end.
class TierStocks : public testing::Test {
 protected:
  TierStocks() : outcomes_(tier_outcomes(), {small_.rules.p, small_.authority, 730.5, 2}) {
    small_.observers.add(outcomes_.observer());
  }

  void month_ends(std::size_t month) { outcomes_.observer().month_ended(small_.authority, month); }
  double value(std::string_view name) const { return outcomes_.value(name, small_.authority); }

  SmallWorld small_{with_closure(quiet_authority(), ClosurePolicy::tapered)};
  ObservedOutcomes outcomes_;
};

TEST_F(TierStocks, have_everybody_in_need_at_31_March_who_is_referred_and_not_closed) {
  small_.team(ServiceTier::child_in_need).set_cap(0, 4 * one_place, 0.0);
  small_.open_statutory(small_.new_family(1, NeglectLevel::four), ServiceTier::child_in_need);
  small_.open_statutory(small_.new_family(2, NeglectLevel::five), ServiceTier::child_protection);
  small_.open_statutory(small_.new_family(3, NeglectLevel::five), ServiceTier::looked_after);
  const FamilySlot unallocated = small_.new_family(4, NeglectLevel::four);
  small_.open_statutory(unallocated, ServiceTier::child_in_need);
  ASSERT_EQ(small_.case_of(unallocated).stage, CaseStage::unallocated);
  hold_for_assessment(small_.world, small_.new_family(1), 1);
  receive_outside_referral(small_.world);
  small_.seek(small_.new_family(4), ServiceTier::targeted_early_help);
  month_ends(10);
  EXPECT_NE(value("children_in_need_at_31_march"), 12.0) << "February ends";
  month_ends(11);
  EXPECT_EQ(value("children_in_need_at_31_march"), 1 + 2 + 3 + 4 + 1 + 1);
  EXPECT_EQ(value("in_assessment"), 1.0);
  EXPECT_EQ(value("outside_open"), 1.0);
  EXPECT_EQ(value("children_in_need_own"), 1 + 2 + 3 + 4 + 1);
  EXPECT_EQ(value("looked_after_outside"), 0.0);
  EXPECT_EQ(value("stock_child_in_need"), 1.0);
  EXPECT_EQ(value("stock_child_protection"), 2.0);
  EXPECT_EQ(value("stock_looked_after"), 3.0);
  EXPECT_EQ(value("stock_targeted_early_help"), 4.0);
}

TEST_F(TierStocks, tell_outside_children_in_care_apart_from_the_models) {
  small_.open_statutory(small_.new_family(2, NeglectLevel::five), ServiceTier::looked_after);
  receive_outside_child_in_care(small_.world);
  month_ends(11);
  EXPECT_EQ(value("stock_looked_after"), 2.0);
  EXPECT_EQ(value("looked_after_outside"), 1.0);
  EXPECT_EQ(value("looked_after_at_31_march"), 3.0);
  EXPECT_EQ(value("looked_after_per_10000"), 10'000.0) << "everybody there";
  small_.new_family(3);
  month_ends(23);
  EXPECT_DOUBLE_EQ(value("looked_after_per_10000"), 10'000.0 * (3 + 3) / (3 + 6));
}

TEST_F(TierStocks, count_all_children_who_started_to_be_looked_after_since_day_0) {
  const FamilySlot family = small_.new_family(2, NeglectLevel::five);
  small_.open_statutory(family, ServiceTier::looked_after);
  receive_outside_child_in_care(small_.world);
  EXPECT_EQ(value("starts_looked_after"), 2 / 2.0);
  EXPECT_EQ(value("started_being_looked_after"), (2 + 1) / 2.0);
}

TEST_F(TierStocks, count_children_who_start_and_end_a_year) {
  const FamilySlot family = small_.new_family(3, NeglectLevel::three);
  small_.seek(family, ServiceTier::targeted_early_help);
  end_case(small_.world, family, ClosingReason::left_early);
  small_.seek(family, ServiceTier::targeted_early_help);
  EXPECT_EQ(value("starts_targeted_early_help"), 3.0);
  EXPECT_EQ(value("ends_targeted_early_help"), 1.5);
  EXPECT_EQ(value("starts_community_early_help"), 0.0);
}

TEST_F(TierStocks, count_children_in_a_taper_and_true_relapses_that_were_seen) {
  const FamilySlot family = small_.new_family(2, NeglectLevel::two);
  small_.seek(family, ServiceTier::targeted_early_help);
  close_by_policy(small_.world, family, {.good = true, .good_in_a_row = 1}, 2.0);
  small_.rules.p.taper_detection.relapse_seen = 1;
  small_.set_need(family, NeglectLevel::four);
  small_.live_until(30);
  small_.authority.stocks.each([](Tally& tally) { tally.settle(30); });
  EXPECT_DOUBLE_EQ(value("tapering_mean"), 2 * 21 / 730.5);
  EXPECT_EQ(value("relapses_seen"), 1.0) << "two children in two years";
}

}  // namespace
}  // namespace stepdown
