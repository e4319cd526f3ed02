#include "model/processes/judgement.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

TEST(JudgedNeed, without_error_is_the_level_and_the_weight_of_an_acute_concern) {
  ModelParameters p = quiet_authority();
  p.judgement.concern_weight = 0.5;
  SmallWorld small(p);
  const FamilySlot calm = small.new_family(1, NeglectLevel::four);
  const FamilySlot crisis = small.new_family(1, NeglectLevel::two, AcuteConcern::serious);
  for (const Seeing seeing : {Seeing::from_outside, Seeing::in_the_home}) {
    EXPECT_EQ(judged_need(small.world, calm, Decision::judged_at_review, seeing), 4.0);
    EXPECT_EQ(judged_need(small.world, crisis, Decision::judged_at_review, seeing), 3.0);
  }
}

TEST(JudgedNeed, errs_less_in_the_home_with_the_same_luck) {
  ModelParameters p = quiet_authority();
  p.judgement.error_sd = 1.2;
  p.judgement.home_visit_factor = 0.5;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    SmallWorld outside(p);
    SmallWorld home(p);
    outside.authority.luck = home.authority.luck = Luck({seed, 0});
    const double far = judged_need(outside.world, outside.new_family(1, NeglectLevel::three),
                                   Decision::judged_at_review, Seeing::from_outside);
    const double near = judged_need(home.world, home.new_family(1, NeglectLevel::three),
                                    Decision::judged_at_review, Seeing::in_the_home);
    EXPECT_NE(far, 3.0);
    EXPECT_NEAR(near - 3.0, 0.5 * (far - 3.0), 1e-12);
  }
}

TEST(JudgedNeed, errs_anew_on_each_occasion_and_each_decision) {
  ModelParameters p = quiet_authority();
  p.judgement.error_sd = 1;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  const auto judged = [&](Decision decision) {
    return judged_need(small.world, family, decision, Seeing::from_outside);
  };
  const double first = judged(Decision::judged_at_review);
  EXPECT_NE(judged(Decision::judged_at_review), first);
  EXPECT_NE(judged(Decision::judged_at_contact), first);
}

TEST(ChildrenConcerned, are_all_at_home_when_siblings_are_always_included) {
  ModelParameters p = quiet_authority();
  p.noticing.siblings_included = 1;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(4);
  small.world.family(family).at_home = 0b1101;
  EXPECT_EQ(children_concerned(small.world, family), 0b1101);
}

TEST(ChildrenConcerned, are_one_child_at_home_when_siblings_never_are) {
  ModelParameters p = quiet_authority();
  p.noticing.siblings_included = 0;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(4);
  small.world.family(family).at_home = 0b1101;
  int seen = 0;
  for (int i = 0; i < 100; ++i) {
    const ChildSet concerned = children_concerned(small.world, family);
    EXPECT_EQ(count_of(concerned), 1);
    seen |= concerned;
  }
  EXPECT_EQ(seen, 0b1101) << "each child at home is met, and nobody else";
}

}  // namespace
}  // namespace stepdown
