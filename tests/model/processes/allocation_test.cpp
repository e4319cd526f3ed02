#include "model/processes/allocation.h"

#include <gtest/gtest.h>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier targeted = ServiceTier::targeted_early_help;

TEST(Places, are_whole_thousandths_for_each_child) {
  EXPECT_EQ(places_for(0b111, 1.0), 3000);
  EXPECT_EQ(places_for(0b11, 0.6), 1200);
  EXPECT_EQ(places_for(0b111, 1.0 / 3.0), 3 * 333) << "each child the same, so that one may leave";
  EXPECT_EQ(places_for(0b1, 0.0), 0);
}

TEST(Allocation, goes_to_the_least_loaded_worker_with_room) {
  ModelParameters p = quiet_authority();
  p.workforce.key_workers_per_10000 = 3;
  p.caseload.key_worker_cap = 4;
  SmallWorld small(p);
  small.seek(small.new_family(3), targeted);
  small.seek(small.new_family(1), targeted);
  EXPECT_EQ(worker_for(small.world, targeted, 0b11), 2u);
  small.seek(small.new_family(2), targeted);
  EXPECT_EQ(worker_for(small.world, targeted, 0b111), 1u);
  EXPECT_EQ(worker_for(small.world, targeted, 0b1111), nobody);
}

TEST(Allocation, of_a_stretched_team_goes_over_the_cap) {
  ModelParameters p = quiet_authority();
  p.caseload.key_worker_cap = 1;
  p.caseload.overload = Overload::stretch;
  SmallWorld small(p);
  small.seek(small.new_family(1), targeted);
  EXPECT_EQ(worker_for(small.world, targeted, 0b1111), 0u);
}

TEST(Allocation, is_undone_completely) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = small.new_family(3);
  small.seek(family, targeted);
  EXPECT_EQ(small.case_of(family).places, 3 * one_place);
  let_go(small.world, family, targeted);
  EXPECT_EQ(small.case_of(family).worker, nobody);
  EXPECT_EQ(small.case_of(family).places, 0);
  EXPECT_EQ(small.team(targeted).total_load(), 0);
  let_go(small.world, family, targeted);
  EXPECT_EQ(small.team(targeted).total_load(), 0);
}

}  // namespace
}  // namespace stepdown
