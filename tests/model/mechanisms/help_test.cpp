#include "model/processes/help.h"
#include "model/processes/statutory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "model/processes/care.h"
#include "model/processes/consent.h"
#include "model/processes/need.h"
#include "model/processes/protection.h"
#include "model/processes/strength.h"
#include "tests/model/mechanisms/one_authority.h"

// Help: what each tier does to need, and how strongly it reaches a family.

namespace stepdown {
namespace {

using testing::DoubleEq;
using testing::DoubleNear;
using testing::Each;

constexpr double near = 1e-6;  // rates have single precision

constexpr ServiceTier community = ServiceTier::community_early_help;
constexpr ServiceTier targeted = ServiceTier::targeted_early_help;
constexpr ServiceTier in_need = ServiceTier::child_in_need;
constexpr ServiceTier protection = ServiceTier::child_protection;
constexpr ServiceTier looked_after = ServiceTier::looked_after;

FamilySlot helped_family(OneAuthority& one, ServiceTier tier, const FamilyKind& kind = {}) {
  const FamilySlot slot = one.enter(kind);
  if (tier == looked_after) {
    one.help(slot, in_need);
    start_care(one.world, slot);
  } else if (tier == protection) {
    hold_for_assessment(one.world, slot, one.family(slot).at_home);
    start_plan(one.world, slot, {number(kind.level) + 0.0, number(kind.level) + 0.0});
  } else {
    one.help(slot, tier);
  }
  return slot;
}

Quantity rate_of(ServiceTier tier, FamilyClock clock, const FamilyKind& kind = {}) {
  return [=](OneAuthority& one) { return one.yearly(helped_family(one, tier, kind), clock); };
}

Quantity strength_of(ServiceTier tier, const FamilyKind& kind = {}) {
  return [=](OneAuthority& one) {
    return strength_of_help(one.world, helped_family(one, tier, kind));
  };
}

class EffectsOfTiers : public testing::TestWithParam<ServiceTier> {
 public:
  static std::string_view effect(const char* what) {
    return parameter_named("help." + std::string(name_of(GetParam())) + what).name;
  }
};

// EV63, EV76
TEST_P(EffectsOfTiers, slow_worsening_speed_easing_and_end_concerns_by_their_effects) {
  const FamilyKind troubled{.concern = AcuteConcern::moderate};
  EXPECT_TRUE(
      rises(along(effect(".worsening"), {0.5, 0.8, 1}, rate_of(GetParam(), FamilyClock::worsens))));
  EXPECT_TRUE(
      rises(along(effect(".easing"), {1, 1.5, 3}, rate_of(GetParam(), FamilyClock::eases))));
  EXPECT_TRUE(rises(along(effect(".concern_resolution"), {1, 2, 4},
                          rate_of(GetParam(), FamilyClock::concern, troubled))));
  EXPECT_THAT(
      along(effect(".worsening"), {0.5, 0.8, 1},
            [](OneAuthority& one) { return one.yearly(one.enter(), FamilyClock::worsens); }),
      Each(DoubleNear(1.0, near)))
      << "of families without help";
}

// EV59, EV67, EV73
TEST_P(EffectsOfTiers, let_capacity_grow_at_their_rate) {
  const auto growth = [](OneAuthority& one) {
    return one.yearly(helped_family(one, GetParam()), CapacityClock::grows);
  };
  const auto rates = along(effect(".capacity_growth"), {0, 0.3, 2}, growth);
  EXPECT_TRUE(rises(rates));
  EXPECT_EQ(rates[0], 0.0);
}

INSTANTIATE_TEST_SUITE_P(Five, EffectsOfTiers,
                         testing::Values(community, targeted, in_need, protection, looked_after),
                         [](const auto& tested) { return std::string(name_of(tested.param)); });

TEST(Capacity, does_not_fade_while_children_are_in_care_and_their_worker_works_with_the_family) {
  EXPECT_EQ(quantity({{"need.capacity_fades", 2}},
                     [](OneAuthority& one) {
                       const FamilySlot slot = helped_family(one, looked_after);
                       one.family(slot).capacity = 2;
                       settle_family(one.world, slot);
                       return one.yearly(slot, CapacityClock::fades);
                     }),
            0.0);
}

// EV37
TEST(SupportWhileWaiting, follows_the_level) {
  const Settings support{{"waiting.interim_support", 1},
                         {"workforce.key_workers_per_10000", 0.5},
                         {"caseload.key_worker_cap", 1},
                         {"help.targeted_early_help.serves_up_to", 3},
                         {"working.mismatch", 0.5}};
  EXPECT_EQ(quantity(support,
                     [](OneAuthority& one) {
                       one.help(one.enter(), targeted);
                       const FamilySlot slot = one.enter();
                       one.help(slot, targeted);
                       const double before = one.yearly(slot, FamilyClock::eases);
                       one.family(slot).clocks.spend(FamilyClock::worsens);
                       worsen(one.world, slot);
                       const double after = one.yearly(slot, FamilyClock::eases);
                       settle_family(one.world, slot);
                       EXPECT_EQ(one.yearly(slot, FamilyClock::eases), after);
                       return before > after ? 1.0 : 0.0;
                     }),
            1.0);
}

// EV50
TEST(Help, thins_over_the_cap_and_not_under_it) {
  const auto strength = [](OneAuthority& one) {
    const FamilySlot slot = helped_family(one, targeted);
    one.help(one.enter({.children = 3}), targeted);
    return strength_of_help(one.world, slot);
  };
  const Settings one_worker{{"workforce.key_workers_per_10000", 0.5},
                            {"caseload.overload", "stretch"},
                            {"caseload.key_worker_cap", 1}};
  const auto over = along("caseload.dilution", {0, 0.5, 1}, strength, one_worker);
  EXPECT_TRUE(falls(over));
  EXPECT_EQ(over[0], 1.0);
  EXPECT_NEAR(over[2], 0.25, 1e-12);
  EXPECT_THAT(along("caseload.dilution", {0, 0.5, 1}, strength), Each(1.0));
  EXPECT_TRUE(
      rises(along("caseload.key_worker_cap", {1, 2, 4}, strength,
                  {{"workforce.key_workers_per_10000", 0.5}, {"caseload.overload", "stretch"}})));
}

// EV50
TEST(Help, of_social_workers_thins_over_their_cap) {
  const auto strength = [](OneAuthority& one) {
    const FamilySlot slot = helped_family(one, protection, {.children = 3});
    return strength_of_help(one.world, slot);
  };
  EXPECT_TRUE(rises(along("caseload.social_worker_cap", {1, 2, 3}, strength)));
}

// EV54, EV65
TEST(Help, is_weaker_until_the_relation_is_established) {
  const Settings six_weeks{{"working.relation_weeks", 6}};
  EXPECT_TRUE(
      rises(along("working.relation_new", {0.3, 0.8, 1}, strength_of(targeted), six_weeks)));
  EXPECT_EQ(quantity({{"working.relation_weeks", 0}, {"working.relation_new", 0.3}},
                     strength_of(targeted)),
            1.0);
  const auto established_on = [](OneAuthority& one) {
    return one.seen_case(helped_family(one, targeted)).date(CaseDate::relation_established);
  };
  EXPECT_TRUE(rises(along("working.relation_weeks", {1, 6, 20}, established_on)));
}

constexpr FamilyKind much_visited{.level = NeglectLevel::four, .concern = AcuteConcern::moderate};

// EV55
TEST(TooManyProfessionals, weaken_help_unless_one_leads) {
  EXPECT_TRUE(falls(along("working.fatigue", {0, 0.1, 0.3}, strength_of(in_need, much_visited))));
  EXPECT_TRUE(rises(along("working.lead_professional", {0, 0.5, 1},
                          strength_of(in_need, much_visited), {{"working.fatigue", 0.2}})));
  EXPECT_THAT(along("working.fatigue", {0, 0.1, 0.3}, strength_of(targeted)), Each(1.0))
      << "with one professional alone";
}

Quantity early_leaving(const FamilyKind& kind = {}) {
  return [=](OneAuthority& one) {
    return early_leaving_rate(one.world, helped_family(one, targeted, kind)) * days_per_year;
  };
}

// EV55
TEST(TooManyProfessionals, let_families_leave_early_unless_one_leads) {
  EXPECT_TRUE(rises(along("working.fatigue", {0, 0.1, 0.3}, early_leaving(much_visited))));
  EXPECT_TRUE(falls(along("working.lead_professional", {0, 0.5, 1}, early_leaving(much_visited),
                          {{"working.fatigue", 0.2}})));
}

// EV43, EV45
TEST(EarlyLeaving, is_at_its_rate_and_rarer_with_trust) {
  EXPECT_TRUE(rises(along("help.targeted_early_help.leaves_early", {0, 0.4, 2}, early_leaving())));
  EXPECT_TRUE(
      rises(along("help.community_early_help.leaves_early", {0, 0.4, 2}, [](OneAuthority& one) {
        return early_leaving_rate(one.world, helped_family(one, community));
      })));
  EXPECT_TRUE(falls(along("trust.effect", {0, 0.3, 0.9}, early_leaving({.trust = 4}))));
  EXPECT_TRUE(rises(along("trust.effect", {0, 0.3, 0.9}, early_leaving({.trust = 0}))));
}

// EV15, EV48, EV79
TEST(EarlyLeaving, is_rarer_with_a_peer_supporter) {
  EXPECT_TRUE(falls(along("working.peer_support", {0, 0.5, 1}, early_leaving())));
  EXPECT_TRUE(rises(along("working.peer_support_effect", {0.4, 0.8, 1}, early_leaving(),
                          {{"working.peer_support", 1}})));
}

// EV49
TEST(EarlyLeaving, is_rarer_with_easy_access) {
  EXPECT_TRUE(falls(along("consent.easy_access", {0, 0.5, 1}, early_leaving())));
  EXPECT_TRUE(falls(along("consent.easy_access_effect", {0, 0.3, 0.7}, early_leaving(),
                          {{"consent.easy_access", 1}})));
}

// EV57, EV76
TEST(Help, is_weaker_for_families_worse_off_than_the_service_is_made_for) {
  const FamilyKind five{.level = NeglectLevel::five};
  EXPECT_TRUE(rises(along("working.mismatch", {0.2, 0.6, 1}, strength_of(targeted, five))));
  EXPECT_TRUE(rises(along("working.mismatch", {0.2, 0.6, 1},
                          strength_of(community, {.level = NeglectLevel::four}))));
  EXPECT_TRUE(
      rises(along("help.targeted_early_help.serves_up_to", {4, 5}, strength_of(targeted, five))));
  EXPECT_TRUE(
      rises(along("help.community_early_help.serves_up_to", {4, 5}, strength_of(community, five))));
  EXPECT_THAT(along("working.mismatch", {0.2, 0.6, 1}, strength_of(in_need, five)), Each(1.0))
      << "of social workers";
}

// EV48
TEST(Volunteers, help_with_a_strength_of_their_own) {
  const auto strength = [](OneAuthority& one) {
    double least = 1;
    for (int i = 0; i < 30; ++i) {
      least = std::min(least, strength_of_help(one.world, helped_family(one, community)));
    }
    return least;
  };
  EXPECT_TRUE(rises(
      along("workforce.volunteer_effect", {0, 0.5, 1}, strength, {{"workforce.volunteers", 5}})));
  EXPECT_THAT(along("workforce.volunteer_effect", {0, 0.5, 1}, strength), Each(1.0));
}

// EV25, EV57
TEST(Partners, lead_help_with_a_strength_of_their_own) {
  const auto strength = [](OneAuthority& one) {
    double sum = 0;
    for (int i = 0; i < 60; ++i) {
      sum += strength_of_help(one.world, helped_family(one, targeted));
    }
    return sum;
  };
  EXPECT_TRUE(rises(along("workforce.partner_effect", {0.3, 0.9, 1.2}, strength,
                          {{"workforce.partner_leads", 9}})));
  EXPECT_THAT(along("workforce.partner_effect", {0.3, 0.9, 1.2}, strength), Each(60.0));
}

// EV51
TEST(Administration, weakens_help_and_less_of_it_strengthens_help) {
  const auto strengths = along("working.administration", {0.2, 0.5, 0.8}, strength_of(targeted));
  EXPECT_TRUE(falls(strengths));
  EXPECT_EQ(strengths[1], 1.0) << "at today's";
  EXPECT_TRUE(rises(along("working.time_effect", {0, 0.5, 1}, strength_of(targeted),
                          {{"working.administration", 0.2}})));
  EXPECT_TRUE(rises(along("working.usual_administration", {0.3, 0.5, 0.7}, strength_of(targeted),
                          {{"working.administration", 0.4}})));
}

// EV59
TEST(WorkOnRootCauses, grows_capacity_more_and_eases_symptoms_less) {
  const auto growth = [](OneAuthority& one) {
    return one.yearly(helped_family(one, targeted), CapacityClock::grows);
  };
  EXPECT_TRUE(rises(along("working.root_cause_share", {0, 0.3, 1}, growth)));
  EXPECT_TRUE(
      falls(along("working.root_cause_share", {0, 0.3, 1}, rate_of(targeted, FamilyClock::eases))));
  EXPECT_TRUE(rises(
      along("working.root_cause_share", {0, 0.3, 1}, rate_of(targeted, FamilyClock::worsens))));
  EXPECT_TRUE(falls(along("working.usual_root_cause_share", {0.1, 0.3, 0.9}, growth)));
}

// EV8, EV60
TEST(WholeFamilyWork, grows_capacity_and_ends_concerns_faster) {
  const auto growth = [](OneAuthority& one) {
    return one.yearly(helped_family(one, in_need), CapacityClock::grows);
  };
  const auto ending = rate_of(in_need, FamilyClock::concern, {.concern = AcuteConcern::moderate});
  EXPECT_TRUE(rises(along("working.whole_family", {0, 0.5, 1}, growth)));
  EXPECT_TRUE(rises(along("working.whole_family", {0, 0.5, 1}, ending)));
  const Settings all{{"working.whole_family", 1}};
  EXPECT_TRUE(rises(along("working.whole_family_effect", {1, 1.5, 2.5}, growth, all)));
  EXPECT_TRUE(rises(along("working.whole_family_effect", {1, 1.5, 2.5}, ending, all)));
}

// EV49, EV60
TEST(Places, taken_by_a_child_are_more_with_easy_access_and_whole_family_work) {
  const auto places = [](OneAuthority& one) {
    return static_cast<double>(full_places(one.world, targeted, 0b11));
  };
  EXPECT_TRUE(rises(
      along("consent.easy_access_place", {1, 1.2, 1.5}, places, {{"consent.easy_access", 1}})));
  EXPECT_TRUE(rises(
      along("working.whole_family_place", {1, 1.5, 2}, places, {{"working.whole_family", 1}})));
}

}  // namespace
}  // namespace stepdown
