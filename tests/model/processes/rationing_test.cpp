#include "model/processes/rationing.h"

#include <gtest/gtest.h>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier community = ServiceTier::community_early_help;
constexpr ServiceTier targeted = ServiceTier::targeted_early_help;

/// A service of ten places whose threshold rises by 0.5 at more than 5 children on the list, and
/// falls back at 3.
ModelParameters rationing() {
  ModelParameters p = quiet_authority();
  p.caseload.key_worker_cap = 10;
  p.rationing.targeted_raise = 0.5;
  p.rationing.list_on = 0.5;
  p.rationing.list_off = 0.3;
  p.threshold.community_early_help = 2.5;
  p.threshold.targeted_early_help = 3;
  return p;
}

TEST(Threshold, of_early_help_rises_while_its_list_is_long_and_falls_back_later) {
  SmallWorld small(rationing());
  const FamilySlot asking = small.new_family();
  const FamilySlot helped = small.new_family(4);
  for (int i = 0; i < 2; ++i) {
    small.seek(i == 0 ? helped : small.new_family(4), targeted);
  }
  std::vector<FamilySlot> waiting;
  for (int i = 0; i < 6; ++i) {
    EXPECT_FALSE(small.authority.rations[1]) << i;
    waiting.push_back(small.new_family(i == 0 ? 3 : 1));
    small.seek(waiting.back(), targeted);
    if (i == 3) {
      break;
    }
  }
  EXPECT_TRUE(small.authority.rations[1]) << "6 children on the list of a service of 10 places";
  EXPECT_EQ(early_help_for(small.world, asking, 3.2), community);
  EXPECT_EQ(early_help_for(small.world, asking, 3.5), targeted);
  end_case(small.world, waiting[3], ClosingReason::dropped_out);
  end_case(small.world, waiting[2], ClosingReason::dropped_out);
  EXPECT_TRUE(small.authority.rations[1]) << "4 is still more than 3";
  end_case(small.world, waiting[1], ClosingReason::dropped_out);
  EXPECT_FALSE(small.authority.rations[1]);
  EXPECT_EQ(early_help_for(small.world, asking, 3.2), targeted);
}

TEST(Threshold, of_children_in_need_rises_while_social_workers_are_overrun) {
  ModelParameters p = quiet_authority();
  p.caseload.social_worker_cap = 4;
  p.rationing.child_in_need_raise = 0.3;
  p.rationing.load_on = 1.2;
  p.rationing.load_off = 1.0;
  p.threshold.child_in_need = 3;
  SmallWorld small(p);
  const FamilySlot first = small.new_family(4, NeglectLevel::four);
  small.open_statutory(first, ServiceTier::child_protection);
  EXPECT_DOUBLE_EQ(threshold_in_need(small.world), 3.0);
  const FamilySlot second = small.new_family(1, NeglectLevel::four);
  small.open_statutory(second, ServiceTier::child_protection);
  EXPECT_DOUBLE_EQ(threshold_in_need(small.world), 3.3) << "5 children, a cap of 4";
  end_case(small.world, second, ClosingReason::left_population);
  EXPECT_DOUBLE_EQ(threshold_in_need(small.world), 3.0);
}

TEST(EarlyHelp, is_offered_by_thresholds_and_to_families_with_a_child_of_its_ages) {
  ModelParameters p = rationing();
  p.help[row_of(targeted)].age_from = 5;
  SmallWorld small(p);
  const FamilySlot family = small.new_family();
  EXPECT_EQ(early_help_for(small.world, family, 2.4), ServiceTier::universal);
  EXPECT_EQ(early_help_for(small.world, family, 2.5), community);
  EXPECT_EQ(early_help_for(small.world, family, 4.0), community) << "the child is too young";
  small.live_until(5 * days_per_year + 1);
  EXPECT_EQ(early_help_for(small.world, family, 4.0), targeted);
  p.help[row_of(community)].age_to = 5;
  small.adopt(p);
  EXPECT_EQ(early_help_for(small.world, family, 2.5), ServiceTier::universal);
}

TEST(Rationing, under_family_help_follows_the_list_of_the_team_that_holds_children_in_need) {
  ModelParameters p = quiet_authority();
  p.rationing.child_in_need_raise = 0.5;
  p.workforce.social_workers = 4;
  p.family_help.protection_share = 0.5;
  p.family_help.protection_cap = 1;
  p.family_help.model = ServiceModel::merged;
  SmallWorld small(quiet_authority());
  small.adopt(p);
  const double usual = p.threshold.child_in_need;
  for (int i = 0; i < 3; ++i) {
    small.open_statutory(small.new_family(4, NeglectLevel::five), ServiceTier::child_protection);
  }
  EXPECT_EQ(threshold_in_need(small.world), usual)
      << "the protection team is full, not Family Help";
  while (!small.authority.rations[1]) {
    small.open_statutory(small.new_family(4, NeglectLevel::four), ServiceTier::child_in_need);
    ASSERT_LT(small.authority.stocks.unallocated.count(), 400);
  }
  EXPECT_GT(small.authority.stocks.unallocated.count(), 0) << "children in need on the one list";
  EXPECT_EQ(threshold_in_need(small.world), usual + 0.5);
}

}  // namespace
}  // namespace stepdown
