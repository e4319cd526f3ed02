#include "model/processes/strength.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier community = ServiceTier::community_early_help;
constexpr ServiceTier targeted = ServiceTier::targeted_early_help;
constexpr ServiceTier in_need = ServiceTier::child_in_need;

/// Strength of targeted early help for one family in this world.
double strength_in(const ModelParameters& p, NeglectLevel level = NeglectLevel::three,
                   AcuteConcern concern = AcuteConcern::none) {
  SmallWorld small(p);
  const FamilySlot family = small.new_family(2, level, concern);
  small.seek(family, targeted);
  return strength_of_help(small.world, family);
}

TEST(Strength, is_1_with_full_help_by_a_worker_with_time_and_0_without_help) {
  EXPECT_EQ(strength_in(quiet_authority()), 1.0);
  SmallWorld small(quiet_authority());
  const FamilySlot family = small.new_family(1, NeglectLevel::four);
  EXPECT_EQ(strength_of_help(small.world, family), 0.0);
  hold_for_assessment(small.world, family, 0b1);
  EXPECT_EQ(strength_of_help(small.world, family), 0.0) << "an assessment is not help yet";
}

TEST(Strength, is_less_over_the_cap_while_the_relation_is_new_and_with_more_administration) {
  ModelParameters p = quiet_authority();
  p.caseload.key_worker_cap = 1;
  p.caseload.dilution = 0.5;
  EXPECT_DOUBLE_EQ(strength_in(p), std::sqrt(0.5)) << "two children of one family, and a cap of 1";
  p = quiet_authority();
  p.working.relation_weeks = 6;
  p.working.relation_new = 0.7;
  EXPECT_DOUBLE_EQ(strength_in(p), 0.7);
  p = quiet_authority();
  p.working.usual_administration = 0.5;
  p.working.administration = 0.25;
  p.working.time_effect = 1;
  EXPECT_DOUBLE_EQ(strength_in(p), 1.5);
}

TEST(Strength, falls_with_each_further_professional_unless_one_leads) {
  ModelParameters p = quiet_authority();
  p.working.fatigue = 0.1;
  EXPECT_DOUBLE_EQ(strength_in(p), 1.0);
  EXPECT_DOUBLE_EQ(strength_in(p, NeglectLevel::three, AcuteConcern::moderate), 0.9);
  EXPECT_DOUBLE_EQ(strength_in(p, NeglectLevel::four, AcuteConcern::moderate), 0.8);
  p.working.lead_professional = 0.5;
  EXPECT_DOUBLE_EQ(strength_in(p, NeglectLevel::four, AcuteConcern::moderate), 0.9);
  p.working.fatigue = 1;
  p.working.lead_professional = 0;
  EXPECT_EQ(strength_in(p, NeglectLevel::four, AcuteConcern::moderate), 0.0) << "never below none";
}

TEST(Strength, is_less_where_skills_do_not_match_the_need_except_with_social_workers) {
  ModelParameters p = quiet_authority();
  p.working.mismatch = 0.6;
  p.help[row_of(targeted)].serves_up_to = 3;
  EXPECT_DOUBLE_EQ(strength_in(p, NeglectLevel::three), 1.0);
  EXPECT_DOUBLE_EQ(strength_in(p, NeglectLevel::four), 0.6);
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::five);
  small.open_statutory(family, in_need);
  EXPECT_DOUBLE_EQ(strength_of_help(small.world, family), 1.0);
}

TEST(Strength, of_volunteers_and_partners_is_their_own) {
  ModelParameters p = quiet_authority();
  p.workforce.key_workers_per_10000 = p.workforce.community_workers_per_10000 = 0;
  p.workforce.volunteers = p.workforce.partner_leads = 1;
  p.workforce.volunteer_effect = 0.5;
  p.workforce.partner_effect = 0.8;
  EXPECT_DOUBLE_EQ(strength_in(p), 0.8);
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::two);
  small.seek(family, community);
  EXPECT_DOUBLE_EQ(strength_of_help(small.world, family), 0.5);
}

TEST(Strength, while_waiting_is_that_of_the_support_given_meanwhile) {
  ModelParameters p = quiet_authority();
  p.caseload.key_worker_cap = 2;
  p.caseload.dilution = 0;
  p.waiting.interim_support = 0.3;
  SmallWorld small(p);
  small.seek(small.new_family(2, NeglectLevel::three), targeted);
  const FamilySlot waiting = small.new_family(2, NeglectLevel::three);
  small.seek(waiting, targeted);
  EXPECT_FLOAT_EQ(static_cast<float>(strength_of_help(small.world, waiting)), 0.3F);
  EXPECT_EQ(tier_of_help(small.case_of(waiting)), targeted);
}

TEST(FamilyHelp, is_weaker_in_its_first_months) {
  ModelParameters p = quiet_authority();
  p.workforce.social_workers = 4;
  p.family_help.transition_months = 6;
  p.family_help.transition_loss = 0.2;
  SmallWorld small(p);
  p.family_help.model = ServiceModel::merged;
  small.adopt(p);
  const FamilySlot family = small.new_family(2, NeglectLevel::three);
  const FamilySlot groups = small.new_family(2, NeglectLevel::three);
  small.seek(family, targeted);
  small.seek(groups, community);
  EXPECT_DOUBLE_EQ(strength_of_help(small.world, family), 0.8);
  EXPECT_DOUBLE_EQ(strength_of_help(small.world, groups), 1.0) << "community-based help stays";
}

}  // namespace
}  // namespace stepdown
