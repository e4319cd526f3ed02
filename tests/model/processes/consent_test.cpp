#include "model/processes/consent.h"

#include <gtest/gtest.h>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier targeted = ServiceTier::targeted_early_help;
constexpr ServiceTier in_need = ServiceTier::child_in_need;

ModelParameters asking() {
  ModelParameters p = quiet_authority();
  p.consent.early_help = 0.6;
  p.consent.child_in_need = 0.9;
  return p;
}

double accepts(const ModelParameters& p, int trust = 2, ServiceTier tier = targeted,
               Rank recognising = 0) {
  SmallWorld small(p);
  const FamilySlot family = small.new_family();
  small.world.family(family).trust = static_cast<std::uint8_t>(trust) & 7U;
  small.world.family(family).recognising = recognising;
  return chance_of_accepting(small.world, family, tier);
}

TEST(Consent, is_the_stated_share_at_middling_trust) {
  EXPECT_DOUBLE_EQ(accepts(asking()), 0.6);
  EXPECT_DOUBLE_EQ(accepts(asking(), 2, in_need), 0.9);
}

TEST(Consent, rises_and_falls_with_trust_and_never_beyond_certainty) {
  ModelParameters p = asking();
  p.trust.effect = 0.3;
  EXPECT_DOUBLE_EQ(accepts(p, 4), 0.6 * 1.3);
  EXPECT_DOUBLE_EQ(accepts(p, 1), 0.6 * 0.85);
  EXPECT_EQ(accepts(p, 4, in_need), 1.0);
}

TEST(Consent, is_rarer_where_the_need_is_not_recognised) {
  ModelParameters p = asking();
  p.awareness.recognises = 0.5;
  p.consent.not_recognising = 0.5;
  EXPECT_DOUBLE_EQ(accepts(p, 2, targeted, 100), 0.6);
  EXPECT_DOUBLE_EQ(accepts(p, 2, targeted, 200), 0.3);
}

TEST(Consent, is_refused_less_often_without_stigma_and_with_easy_access) {
  ModelParameters p = asking();
  p.awareness.anti_stigma_effect = 0.5;
  p.consent.easy_access_effect = 0.2;
  p.awareness.anti_stigma = 1;
  EXPECT_DOUBLE_EQ(accepts(p), 1.0 - 0.4 * 0.5);
  p.consent.easy_access = 1;
  EXPECT_DOUBLE_EQ(accepts(p), 1.0 - 0.4 * 0.5 * 0.8);
  EXPECT_DOUBLE_EQ(accepts(p, 2, in_need), 1.0 - 0.1 * 0.5) << "a plan is not easier to reach";
}

TEST(Trust, falls_by_a_step_when_a_family_is_turned_away_and_never_below_none) {
  ModelParameters p = asking();
  p.trust.loss_refused = 1;
  SmallWorld small(p);
  const FamilySlot family = small.new_family();
  for (const int left : {1, 0, 0}) {
    lose_trust(small.world, family, Disappointment::turned_away);
    EXPECT_EQ(small.world.family(family).trust, left);
  }
}

TEST(Trust, rises_by_a_step_when_help_ends_as_planned_and_never_beyond_the_most) {
  ModelParameters p = quiet_authority();
  p.trust.gain = 1;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::two);
  for (const int risen : {3, 4, 4}) {
    small.seek(family, targeted);
    end_case(small.world, family, ClosingReason::good_review);
    EXPECT_EQ(small.world.family(family).trust, risen);
  }
  small.seek(family, targeted);
  small.world.family(family).trust = 1;
  end_case(small.world, family, ClosingReason::left_early);
  EXPECT_EQ(small.world.family(family).trust, 1) << "not as planned";
}

TEST(LeavingEarly, is_rarer_with_trust_a_lead_professional_peers_and_easy_access) {
  ModelParameters p = quiet_authority();
  p.help[row_of(targeted)].leaves_early = 0.4;
  p.trust.effect = 0.5;
  p.working.fatigue = 0.25;
  const auto yearly = [&](int trust, NeglectLevel level) {
    SmallWorld small(p);
    const FamilySlot family = small.new_family(1, level);
    small.world.family(family).trust = static_cast<std::uint8_t>(trust) & 7U;
    small.seek(family, targeted);
    return small.yearly(family, LeavingClock::leaves_early);
  };
  EXPECT_DOUBLE_EQ(yearly(2, NeglectLevel::three), 0.4);
  EXPECT_DOUBLE_EQ(yearly(4, NeglectLevel::three), 0.2);
  EXPECT_DOUBLE_EQ(yearly(0, NeglectLevel::three), 0.6);
  EXPECT_DOUBLE_EQ(yearly(2, NeglectLevel::four), 0.5) << "another professional comes and goes";
  p.working.lead_professional = 1;
  EXPECT_DOUBLE_EQ(yearly(2, NeglectLevel::four), 0.4);
  p.working.peer_support = 1;
  p.working.peer_support_effect = 0.5;
  EXPECT_DOUBLE_EQ(yearly(2, NeglectLevel::four), 0.2);
}

TEST(GivingUpWaiting, is_rarer_with_support_meanwhile) {
  ModelParameters p = quiet_authority();
  p.workforce.key_workers_per_10000 = 0;
  p.waiting.targeted_drop_out = 2;
  p.waiting.interim_support = 0.5;
  p.waiting.interim_holds = 0.4;
  SmallWorld small(p);
  const FamilySlot family = small.new_family();
  small.seek(family, targeted);
  EXPECT_DOUBLE_EQ(small.yearly(family, LeavingClock::drops_out), 1.6);
}

TEST(AskingAgain, comes_after_its_weeks_for_a_family_that_declined_and_needs_help_still) {
  ModelParameters p = quiet_authority();
  p.consent.early_help = 0;
  p.consent.recontact = 1;
  p.consent.recontact_weeks = 6;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::three);
  offer_early_help(small.world, family, targeted, 0b1, 3.0);
  small.rules.p.consent.early_help = 1;
  small.live_until(42);
  EXPECT_EQ(small.diary.count(HappeningKind::asked_again), 0u);
  small.live_until(42.1);
  EXPECT_EQ(small.diary.count(HappeningKind::asked_again), 1u);
  EXPECT_EQ(small.case_of(family).tier, targeted);
}

}  // namespace
}  // namespace stepdown
