#include "model/processes/noticing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "model/processes/front_door.h"
#include "model/processes/help.h"
#include "model/processes/need.h"
#include "tests/model/mechanisms/one_authority.h"

// Being noticed: each number moves how often a family is noticed, or what comes of it.

namespace stepdown {
namespace {

using testing::DoubleEq;
using testing::Each;
using testing::ElementsAre;

constexpr double near = 1e-6;  // rates have single precision

double contacts(OneAuthority& one, FamilySlot slot) {
  return one.yearly(slot, FamilyClock::noticed);
}

Quantity contacts_of(const FamilyKind& kind) {
  return [=](OneAuthority& one) { return contacts(one, one.enter(kind)); };
}

// EV18, EV24
TEST(BeingNoticed, is_likelier_at_worse_levels) {
  const auto ratio = [](OneAuthority& one) {
    return contacts_of({.level = NeglectLevel::four})(one) /
           contacts_of({.level = NeglectLevel::two})(one);
  };
  const auto ratios = along("noticing.by_level", {1, 2, 3}, ratio);
  EXPECT_NEAR(ratios[0], 1.0, near);
  EXPECT_NEAR(ratios[1], 4.0, 4 * near);
  EXPECT_NEAR(ratios[2], 9.0, 9 * near);
  EXPECT_TRUE(rises(along("noticing.rate", {0, 0.1, 1}, contacts_of({}))));
  EXPECT_TRUE(rises(along("noticing.place_factor", {0.5, 1, 2}, contacts_of({}))));
}

// EV8, EV12
TEST(BeingNoticed, is_likelier_during_an_acute_concern) {
  EXPECT_TRUE(rises(along("noticing.concern_factor", {1, 2, 5},
                          contacts_of({.concern = AcuteConcern::moderate}))));
  EXPECT_THAT(along("noticing.concern_factor", {1, 2, 5}, contacts_of({})),
              Each(DoubleEq(quantity({}, contacts_of({})))));
}

// EV29
TEST(BeingNoticed, is_likelier_for_visible_families) {
  EXPECT_NEAR(quantity({},
                       [](OneAuthority& one) {
                         const FamilySlot slot = one.enter();
                         const double before = contacts(one, slot);
                         one.family(slot).visibility = 3.0F;
                         settle_family(one.world, slot);
                         return contacts(one, slot) / before;
                       }),
              3.0, near);
}

// EV77
TEST(BeingNoticed, is_likelier_in_deprived_areas_by_the_dial) {
  const auto ratio = [](OneAuthority& one) {
    return contacts_of({.area = 4})(one) / contacts_of({.area = 0})(one);
  };
  EXPECT_EQ(along("deprivation.noticing", {1}, ratio)[0], 1.0);
  EXPECT_NEAR(along("deprivation.noticing", {3}, ratio)[0], 3.0, 3 * near);
}

/// A route sees families with children of its age.
struct RouteOf {
  std::string_view weight;
  bool sees_under_5;
  bool sees_over_5;
};

class WhoNotices : public testing::TestWithParam<RouteOf> {};

// EV18, EV19, EV21, EV22, EV23, EV25
TEST_P(WhoNotices, add_to_the_contacts_of_the_families_they_see) {
  const auto& [weight, sees_under_5, sees_over_5] = GetParam();
  EXPECT_EQ(rises(along(weight, {0, 0.3, 0.9}, contacts_of({.age = 3}))), sees_under_5);
  EXPECT_EQ(rises(along(weight, {0, 0.3, 0.9}, contacts_of({.age = 9}))), sees_over_5);
}

INSTANTIATE_TEST_SUITE_P(Seven, WhoNotices,
                         testing::Values(RouteOf{"noticing.school", false, true},
                                         RouteOf{"noticing.early_years", true, false},
                                         RouteOf{"noticing.health", true, true},
                                         RouteOf{"noticing.police", true, true},
                                         RouteOf{"noticing.housing_voluntary", true, true},
                                         RouteOf{"noticing.public", true, true},
                                         RouteOf{"noticing.family", true, true}));

// EV25
TEST(Schools, that_act_add_to_the_contacts_of_school_children_alone) {
  EXPECT_TRUE(rises(along("noticing.schools_act", {0, 0.6, 1}, contacts_of({.age = 9}))));
  EXPECT_THAT(along("noticing.schools_act", {0, 0.6, 1}, contacts_of({.age = 3})),
              Each(DoubleEq(quantity({}, contacts_of({.age = 3})))));
}

// EV18, EV76
TEST(HomeVisits, add_to_the_contacts_by_health_and_early_years) {
  EXPECT_TRUE(rises(along("noticing.home_visits", {0, 0.5, 1}, contacts_of({.age = 3}))));
  EXPECT_TRUE(rises(along("noticing.home_visits_effect", {1, 2, 3}, contacts_of({.age = 3}),
                          {{"noticing.home_visits", 1}})));
  const Settings neither{{"noticing.health", 0}, {"noticing.early_years", 0}};
  EXPECT_THAT(along("noticing.home_visits", {0, 0.5, 1}, contacts_of({.age = 3}), neither),
              Each(DoubleEq(quantity(neither, contacts_of({.age = 3})))));
}

// EV22
TEST(Portal, adds_to_the_contacts_by_the_public_and_the_family) {
  EXPECT_TRUE(rises(along("noticing.portal", {0, 0.5, 1}, contacts_of({}))));
  EXPECT_TRUE(rises(
      along("noticing.portal_effect", {1, 1.5, 3}, contacts_of({}), {{"noticing.portal", 1}})));
  const Settings neither{{"noticing.public", 0}, {"noticing.family", 0}};
  EXPECT_THAT(along("noticing.portal", {0, 0.5, 1}, contacts_of({}), neither),
              Each(DoubleEq(quantity(neither, contacts_of({})))));
}

double contacts_of_many(OneAuthority& one) {
  double sum = 0;
  for (int i = 0; i < 200; ++i) {
    sum += contacts(one, one.enter());
  }
  return sum;
}

// EV11, EV22, EV23, EV83
TEST(FamiliesThemselves, ask_only_if_they_know_of_help_and_recognise_the_need) {
  EXPECT_TRUE(rises(along("awareness.families_know", {0, 0.5, 1}, contacts_of_many)));
  EXPECT_TRUE(rises(along("awareness.recognises", {0, 0.5, 1}, contacts_of_many)));
  const Settings all_inherit{{"need.inherited_share", 0.6}};
  EXPECT_TRUE(
      rises(along("awareness.inherited_recognises", {0.1, 0.5, 1}, contacts_of_many, all_inherit)));
}

// EV46
TEST(Campaign, lets_more_families_know_and_so_ask) {
  const Settings none_know{{"awareness.families_know", 0}, {"awareness.campaign_effect", 0.8}};
  EXPECT_TRUE(rises(along("awareness.campaign", {0, 0.5, 1}, contacts_of_many, none_know)));
  const Settings campaign{{"awareness.families_know", 0}, {"awareness.campaign", 1}};
  EXPECT_TRUE(rises(along("awareness.campaign_effect", {0, 0.3, 0.8}, contacts_of_many, campaign)));
}

// EV45, EV82
TEST(FamiliesThemselves, ask_more_with_trust_and_less_without) {
  EXPECT_TRUE(rises(along("trust.effect", {0, 0.3, 1}, contacts_of({.trust = 4}))));
  EXPECT_TRUE(falls(along("trust.effect", {0, 0.3, 1}, contacts_of({.trust = 0}))));
}

// EV82
TEST(FamiliesThemselves, lose_trust_when_they_ask_and_are_not_heard) {
  Settings only_family{{"noticing.family", 1}};
  for (const char* route :
       {"school", "early_years", "health", "police", "housing_voluntary", "public"}) {
    only_family.emplace_back(parameter_named(std::string("noticing.") + route).name, 0);
  }
  const auto trust_after = [](OneAuthority& one) {
    double sum = 0;
    for (int i = 0; i < 50; ++i) {
      const FamilySlot slot = one.enter({.level = NeglectLevel::two});
      one.family(slot).clocks.spend(FamilyClock::noticed);
      be_noticed(one.world, slot);
      sum += one.family(slot).trust;
    }
    return sum;
  };
  EXPECT_TRUE(falls(along("trust.loss_refused", {0, 0.4, 1}, trust_after, only_family)));
}

// EV8, EV13
TEST(Incident, is_reported_with_its_chance) {
  const auto referrals = [](OneAuthority& one) {
    for (int i = 0; i < 100; ++i) {
      turn_concern(one.world, one.enter());
    }
    return static_cast<double>(one.counter.count(HappeningKind::referral));
  };
  EXPECT_TRUE(rises(along("noticing.incident_moderate", {0, 0.5, 1}, referrals,
                          {{"need.concern_serious_share", 0}})));
  EXPECT_TRUE(rises(along("noticing.incident_serious", {0, 0.5, 1}, referrals,
                          {{"need.concern_serious_share", 1}})));
}

// EV13
TEST(Incident, that_is_serious_leads_to_an_enquiry_for_a_child_in_need) {
  const auto enquiries = [](AcuteConcern concern) {
    return [concern](OneAuthority& one) {
      const FamilySlot slot = one.enter({.concern = concern});
      one.help(slot, ServiceTier::child_in_need);
      report_incident(one.world, slot);
      return static_cast<double>(one.counter.count(HappeningKind::enquiry_started));
    };
  };
  EXPECT_EQ(quantity({}, enquiries(AcuteConcern::moderate)), 0.0);
  EXPECT_EQ(quantity({}, enquiries(AcuteConcern::serious)), 1.0);
}

TEST(Siblings, are_referred_together_with_their_chance) {
  const auto children = [](OneAuthority& one) {
    for (int i = 0; i < 50; ++i) {
      one.refer_to_social_care(one.enter({.children = 3}));
    }
    double sum = 0;
    for (const Happening& referral : one.counter.of(HappeningKind::referral)) {
      sum += referral.children;
    }
    return sum;
  };
  const auto counts = along("noticing.siblings_included", {0.5, 0.8, 1}, children);
  EXPECT_TRUE(rises(counts));
  EXPECT_EQ(counts[2], 150.0);
}

/// Contacts so many days after a referral that came to nothing, against before.
Quantity contacts_after_no_further_action(double days) {
  return [days](OneAuthority& one) {
    const FamilySlot slot = one.enter({.level = NeglectLevel::one});
    const double before = contacts(one, slot);
    one.refer_to_social_care(slot);
    one.live_for_days(days);
    return contacts(one, slot) / before;
  };
}

// EV28, EV74
TEST(FamiliesTurnedAway, are_noticed_more_often_for_some_weeks) {
  const Settings quiet{{"noticing.rate", 0.001},
                       {"need.worsening", 0},
                       {"need.easing", 0},
                       {"need.concern_arrival", 0},
                       {"trust.loss_refused", 0}};
  const auto soon =
      along("noticing.repeat_contacts", {1, 2, 4}, contacts_after_no_further_action(7), quiet);
  EXPECT_NEAR(soon[0], 1.0, near);
  EXPECT_NEAR(soon[1], 2.0, near);
  EXPECT_NEAR(soon[2], 4.0, near);
  Settings twice = quiet;
  twice.emplace_back("noticing.repeat_contacts", 2);
  EXPECT_TRUE(
      rises(along("noticing.repeat_weeks", {2, 30}, contacts_after_no_further_action(100), twice)));
}

// EV74
TEST(FamiliesTurnedAway, do_not_vanish) {
  EXPECT_GT(quantity({}, contacts_after_no_further_action(30)), 0.0);
}

// c6: the official months
TEST(BeingNoticed, follows_the_months_as_strongly_as_is_said) {
  const auto april = [](OneAuthority& one) { return one.authority.times.noticing.speed(10); };
  const auto june = [](OneAuthority& one) { return one.authority.times.noticing.speed(70); };
  EXPECT_TRUE(falls(along("noticing.month_size", {0, 0.5, 1}, april)));
  EXPECT_TRUE(rises(along("noticing.month_size", {0, 0.5, 1}, june)));
  EXPECT_EQ(quantity({{"noticing.month_size", 0}}, april), 1.0);
}

/// What comes of a contact about a family at each level, where nobody errs.
std::vector<HappeningKind> answers(const Settings& settings) {
  std::vector<HappeningKind> all;
  for (const NeglectLevel level :
       {NeglectLevel::one, NeglectLevel::two, NeglectLevel::three, NeglectLevel::four}) {
    OneAuthority one(settings);
    const FamilySlot slot = one.enter({.level = level});
    one.family(slot).clocks.spend(FamilyClock::noticed);
    be_noticed(one.world, slot);
    const bool referred = one.counter.count(HappeningKind::referral) > 0;
    const bool offered = one.seen_case(slot).stage == CaseStage::early_help_assessment;
    all.push_back(referred  ? HappeningKind::referral
                  : offered ? HappeningKind::help_started
                            : HappeningKind::contact);
  }
  return all;
}

constexpr auto nothing = HappeningKind::contact;
constexpr auto early_help = HappeningKind::help_started;
constexpr auto referral = HappeningKind::referral;

// EV24, EV27, EV34
TEST(Contact, leads_to_nothing_to_early_help_or_to_a_referral_by_the_level_seen) {
  EXPECT_THAT(answers({}), ElementsAre(nothing, nothing, early_help, referral));
  EXPECT_THAT(answers({{"threshold.referral", 2.5}}),
              ElementsAre(nothing, nothing, referral, referral));
  EXPECT_THAT(answers({{"threshold.community_early_help", 1.5}}),
              ElementsAre(nothing, early_help, early_help, referral));
  EXPECT_THAT(
      answers({{"threshold.community_early_help", 3.5}, {"threshold.targeted_early_help", 3.5}}),
      ElementsAre(nothing, nothing, nothing, referral));
}

}  // namespace
}  // namespace stepdown
