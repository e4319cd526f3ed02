#include "model/processes/consent.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "model/processes/early_help.h"
#include "model/processes/front_door.h"
#include "model/processes/help.h"
#include "model/processes/statutory.h"
#include "tests/model/mechanisms/one_authority.h"

// Consent and trust: whether a family takes what is offered, and what it makes of how it was met.

namespace stepdown {
namespace {

using testing::DoubleEq;
using testing::Each;

constexpr ServiceTier early_help = ServiceTier::targeted_early_help;
constexpr ServiceTier in_need = ServiceTier::child_in_need;

Quantity accepting(ServiceTier tier, const FamilyKind& kind = {}) {
  return [=](OneAuthority& one) { return chance_of_accepting(one.world, one.enter(kind), tier); };
}

/// Half of the families accept.
Settings half(const Settings& more = {}) {
  Settings all{{"consent.early_help", 0.5}, {"consent.child_in_need", 0.5}};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

// EV43
TEST(Consent, is_given_with_its_chance) {
  const std::vector<double> chances{0, 0.4, 1};
  EXPECT_EQ(along("consent.early_help", chances, accepting(early_help)), chances);
  EXPECT_EQ(along("consent.child_in_need", chances, accepting(in_need)), chances);
}

// EV43
TEST(Consent, that_is_not_given_leaves_an_offer_declined) {
  const auto declined = [](OneAuthority& one) {
    for (int i = 0; i < 50; ++i) {
      offer_early_help(one.world, one.enter(), early_help, 1, 3.0);
    }
    return static_cast<double>(one.counter.count(HappeningKind::offer_declined));
  };
  EXPECT_TRUE(falls(along("consent.early_help", {0, 0.5, 1}, declined)));
  const auto declined_in_need = [](OneAuthority& one) {
    for (int i = 0; i < 50; ++i) {
      const FamilySlot slot = one.enter();
      hold_for_assessment(one.world, slot, 1);
      decide_assessment(one.world, slot, 4.0, 4.0);
    }
    return static_cast<double>(one.counter.count(HappeningKind::offer_declined));
  };
  EXPECT_TRUE(falls(along("consent.child_in_need", {0, 0.5, 1}, declined_in_need)));
}

// EV44, EV45
TEST(Consent, is_likelier_with_trust_and_rarer_without) {
  for (const ServiceTier tier : {early_help, in_need}) {
    EXPECT_TRUE(rises(along("trust.effect", {0, 0.3, 0.9}, accepting(tier, {.trust = 4}), half())));
    EXPECT_TRUE(falls(along("trust.effect", {0, 0.3, 0.9}, accepting(tier, {.trust = 0}), half())));
    EXPECT_THAT(along("trust.effect", {0, 0.3, 0.9}, accepting(tier), half()), Each(DoubleEq(0.5)));
  }
}

// EV11, EV64
TEST(Consent, is_rarer_where_the_need_is_not_recognised) {
  const Settings none_recognise = half({{"awareness.recognises", 0}});
  EXPECT_TRUE(rises(
      along("consent.not_recognising", {0.2, 0.6, 1}, accepting(early_help), none_recognise)));
  const auto accepting_of_many = [](OneAuthority& one) {
    double sum = 0;
    for (int i = 0; i < 200; ++i) {
      sum += chance_of_accepting(one.world, one.enter(), early_help);
    }
    return sum;
  };
  EXPECT_TRUE(rises(along("awareness.recognises", {0, 0.5, 1}, accepting_of_many, half())));
  EXPECT_TRUE(rises(along("awareness.inherited_recognises", {0.1, 0.5, 1}, accepting_of_many,
                          half({{"need.inherited_share", 0.6}}))));
}

// EV44, EV47
TEST(WorkAgainstStigma, takes_away_refusals) {
  for (const ServiceTier tier : {early_help, in_need}) {
    EXPECT_TRUE(rises(along("awareness.anti_stigma", {0, 0.5, 1}, accepting(tier), half())));
    EXPECT_TRUE(rises(along("awareness.anti_stigma_effect", {0, 0.3, 0.6}, accepting(tier),
                            half({{"awareness.anti_stigma", 1}}))));
  }
}

// EV49
TEST(EasyAccess, takes_away_refusals_of_early_help_alone) {
  EXPECT_TRUE(rises(along("consent.easy_access", {0, 0.5, 1}, accepting(early_help), half())));
  EXPECT_TRUE(rises(along("consent.easy_access_effect", {0, 0.3, 0.7}, accepting(early_help),
                          half({{"consent.easy_access", 1}}))));
  EXPECT_THAT(along("consent.easy_access", {0, 0.5, 1}, accepting(in_need), half()),
              Each(DoubleEq(0.5)));
}

// EV45
TEST(Trust, is_what_a_family_starts_with) {
  const auto trust = [](OneAuthority& one) {
    double sum = 0;
    for (int i = 0; i < 100; ++i) {
      sum += one.family(one.enter_as_drawn()).trust;
    }
    return sum;
  };
  const auto sums = along("trust.start", {0, 0.5, 1}, trust);
  EXPECT_TRUE(rises(sums));
  EXPECT_EQ(sums[2], 400.0);
}

/// Trust of a hundred families after something has happened to each.
template <typename Happen>
Quantity trust_after(Happen happen) {
  return [happen](OneAuthority& one) {
    double sum = 0;
    for (int i = 0; i < 100; ++i) {
      const FamilySlot slot = one.enter();
      happen(one, slot);
      sum += one.family(slot).trust;
    }
    return sum;
  };
}

// EV45
TEST(Trust, is_gained_by_help_that_ends_as_planned_and_not_by_other_ends) {
  const auto after = [](ClosingReason reason) {
    return trust_after([reason](OneAuthority& one, FamilySlot slot) {
      one.help(slot, early_help);
      end_case(one.world, slot, reason);
    });
  };
  EXPECT_TRUE(rises(along("trust.gain", {0, 0.4, 1}, after(ClosingReason::good_review))));
  EXPECT_THAT(along("trust.gain", {0, 0.4, 1}, after(ClosingReason::left_early)), Each(200.0));
}

// EV35, EV82
TEST(Trust, is_lost_by_being_turned_away) {
  const auto turned_away = trust_after([](OneAuthority& one, FamilySlot slot) {
    hold_for_assessment(one.world, slot, 1);
    decide_assessment(one.world, slot, 1.0, 1.0);
  });
  EXPECT_TRUE(falls(along("trust.loss_refused", {0, 0.4, 1}, turned_away)));
}

// EV52, EV54
TEST(Trust, is_lost_by_a_change_of_worker) {
  const auto handed_over = trust_after([](OneAuthority& one, FamilySlot slot) {
    one.help(slot, early_help);
    lose_trust_at_handover(one.world, slot);
  });
  EXPECT_TRUE(falls(along("trust.loss_handover", {0, 0.4, 1}, handed_over)));
}

// EV56, EV81
TEST(FamiliesThatDecline, are_asked_again_with_its_chance_after_its_weeks) {
  const auto asked = [](OneAuthority& one) {
    for (int i = 0; i < 50; ++i) {
      offer_early_help(one.world, one.enter(), early_help, 1, 3.0);
    }
    one.live_for_days(6 * 7 + 1);
    return static_cast<double>(one.counter.count(HappeningKind::asked_again));
  };
  const Settings all_decline{{"consent.early_help", 0},
                             {"noticing.rate", 0},
                             {"need.worsening", 0},
                             {"need.easing", 0},
                             {"need.concern_arrival", 0}};
  EXPECT_TRUE(rises(along("consent.recontact", {0, 0.5, 1}, asked, all_decline)));
  Settings all_asked = all_decline;
  all_asked.emplace_back("consent.recontact", 1);
  EXPECT_TRUE(falls(along("consent.recontact_weeks", {1, 2, 6, 7}, asked, all_asked)));
}

}  // namespace
}  // namespace stepdown
