#include "model/processes/judgement.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr Decision at_review = Decision::judged_at_review;

/// What is judged of a family at level 3 in this world, on some occasion.
double judged_at_three(const ModelParameters& p, Seeing seeing, std::uint64_t seed = 7,
                       std::uint32_t occasion = 0) {
  SmallWorld small(p);
  small.authority.luck = Luck({seed, 0});
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  return judge(small.world, family, at_review, occasion, seeing).need;
}

ModelParameters erring(double error) {
  ModelParameters p = quiet_authority();
  p.judgement.shared_share = 0;
  p.judgement.error_sd = error;
  p.judgement.home_visit_factor = 1;
  return p;
}

TEST(JudgedNeed, without_error_is_the_level_and_the_weight_of_an_acute_concern) {
  ModelParameters p = quiet_authority();
  p.judgement.concern_weight = 0.5;
  SmallWorld small(p);
  const FamilySlot calm = small.new_family(1, NeglectLevel::four);
  const FamilySlot crisis = small.new_family(1, NeglectLevel::two, AcuteConcern::serious);
  for (const Seeing seeing : {Seeing::a_contact, Seeing::from_outside, Seeing::in_the_home}) {
    EXPECT_EQ(judge(small.world, calm, at_review, 0, seeing).need, 4.0);
    const Judgement judged = judge(small.world, crisis, at_review, 0, seeing);
    EXPECT_EQ(judged.need, 3.0);
    EXPECT_EQ(judged.neglect, 2.0) << "the concern is not neglect";
  }
}

TEST(JudgedNeed, errs_less_in_the_home_and_with_structured_tools_with_the_same_luck) {
  ModelParameters p = erring(1.2);
  p.judgement.home_visit_factor = 0.5;
  p.judgement.structured_tools_effect = 0.3;
  ModelParameters with_tools = p;
  with_tools.judgement.structured_tools = 1;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const double far = judged_at_three(p, Seeing::from_outside, seed) - 3.0;
    EXPECT_NE(far, 0.0);
    EXPECT_NEAR(judged_at_three(p, Seeing::in_the_home, seed) - 3.0, 0.5 * far, 1e-12);
    EXPECT_NEAR(judged_at_three(with_tools, Seeing::in_the_home, seed) - 3.0, 0.35 * far, 1e-12);
    EXPECT_NEAR(judged_at_three(with_tools, Seeing::from_outside, seed) - 3.0, far, 1e-12);
  }
}

TEST(JudgedNeed, errs_more_at_a_contact_unless_criteria_are_published) {
  ModelParameters p = erring(1.2);
  p.noticing.referrer_mismatch = 0.9;
  const double outside = judged_at_three(p, Seeing::from_outside) - 3.0;
  EXPECT_NEAR(judged_at_three(p, Seeing::a_contact) - 3.0, 1.5 / 1.2 * outside, 1e-12);
  p.noticing.published_criteria = 1;
  EXPECT_NEAR(judged_at_three(p, Seeing::a_contact) - 3.0, outside, 1e-12);
}

TEST(JudgedNeed, errs_less_where_agencies_share_what_they_know) {
  ModelParameters p = erring(1.0);
  p.noticing.information_sharing_effect = 0.4;
  const double alone = judged_at_three(p, Seeing::from_outside) - 3.0;
  p.noticing.information_sharing = 0.5;
  EXPECT_NEAR(judged_at_three(p, Seeing::from_outside) - 3.0, 0.8 * alone, 1e-12);
}

TEST(JudgedNeed, errs_anew_on_each_occasion_and_each_decision) {
  SmallWorld small(erring(1.0));
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  const auto judged = [&](Decision decision, std::uint32_t occasion) {
    return judge(small.world, family, decision, occasion, Seeing::from_outside).need;
  };
  const double first = judged(at_review, 0);
  EXPECT_EQ(judged(at_review, 0), first);
  EXPECT_NE(judged(at_review, 1), first);
  EXPECT_NE(judged(Decision::judged_at_contact, 0), first);
}

TEST(JudgedNeed, shares_a_part_of_its_error_within_a_referral_and_not_with_the_next) {
  ModelParameters p = erring(1.0);
  p.judgement.shared_share = 1;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  const auto judged = [&](Decision decision) {
    return judge(small.world, family, decision, 0, Seeing::from_outside).need;
  };
  const double first = judged(Decision::judged_at_referral);
  EXPECT_NE(first, 3.0);
  EXPECT_EQ(judged(Decision::judged_at_assessment), first) << "the same picture of the family";
  small.world.record(family).referrals = 1;
  EXPECT_NE(judged(Decision::judged_at_assessment), first);
}

TEST(JudgedNeed, is_higher_in_deprived_areas_where_practitioners_expect_it) {
  ModelParameters p = quiet_authority();
  p.deprivation.judgement = 0.4;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  const auto judged = [&] { return judge(small.world, family, at_review, 0, Seeing::in_the_home); };
  EXPECT_DOUBLE_EQ(judged().need, 2.8);
  small.move_to_area(family, 4);
  EXPECT_DOUBLE_EQ(judged().need, 3.2);
}

TEST(FeignedImprovement,
     makes_need_look_less_while_help_is_given_until_the_worker_sees_through_it) {
  ModelParameters p = quiet_authority();
  p.judgement.disguise_share = 0.5;
  p.judgement.disguise_levels = 1;
  p.judgement.disguise_seen = 0.75;
  p.working.relation_weeks = 6;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::four);
  small.world.family(family).disguising = 10;
  const auto judged = [&] {
    return judge(small.world, family, at_review, 0, Seeing::in_the_home).need;
  };
  EXPECT_EQ(judged(), 4.0) << "without help there is nothing to feign for";
  small.seek(family, ServiceTier::targeted_early_help);
  EXPECT_EQ(judged(), 3.0);
  small.live_until(43);
  EXPECT_EQ(judged(), 3.75) << "a relation is established";
  small.world.family(family).disguising = 200;
  EXPECT_EQ(judged(), 4.0) << "most families feign nothing";
}

TEST(ChildrenConcerned, are_all_at_home_when_siblings_are_always_included) {
  SmallWorld small(quiet_authority());
  const FamilySlot family = small.new_family(4);
  set_at_home(small.world, family, 0b1101);
  EXPECT_EQ(children_concerned(small.world, family, Decision::children_included, 0), 0b1101);
}

TEST(ChildrenConcerned, are_one_child_at_home_when_siblings_never_are) {
  ModelParameters p = quiet_authority();
  p.noticing.siblings_included = 0;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(4);
  set_at_home(small.world, family, 0b1101);
  int seen = 0;
  for (std::uint32_t i = 0; i < 100; ++i) {
    const ChildSet concerned =
        children_concerned(small.world, family, Decision::children_included, i);
    EXPECT_EQ(count_of(concerned), 1);
    seen |= concerned;
  }
  EXPECT_EQ(seen, 0b1101) << "each child at home is met, and nobody else";
}

}  // namespace
}  // namespace stepdown
