#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "model/processes/consent.h"
#include "model/processes/help.h"
#include "model/processes/statutory.h"
#include "model/processes/protection.h"
#include "model/processes/review.h"
#include "model/processes/strength.h"
#include "tests/model/mechanisms/one_authority.h"

// Family Help: targeted early help and child in need as one service (EV75).

namespace stepdown {
namespace {

using testing::DoubleEq;
using testing::Each;

constexpr ServiceTier targeted = ServiceTier::targeted_early_help;
constexpr ServiceTier in_need = ServiceTier::child_in_need;

Settings merged_and(const Settings& more = {}) {
  Settings all{{"family_help.model", "merged"}};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

// EV75
TEST(FamilyHelp, steps_up_without_referral_or_change_of_worker) {
  const auto step_up = [](OneAuthority& one) {
    const FamilySlot slot = one.enter({.level = NeglectLevel::four});
    one.help(slot, targeted);
    const WorkerId lead = one.seen_case(slot).worker;
    hold_review(one.world, slot);
    EXPECT_EQ(one.seen_case(slot).worker, lead);
    EXPECT_EQ(one.counter.count(HappeningKind::worker_changed), 0);
    return one.counter.count(HappeningKind::referral) == 0 && one.seen_case(slot).tier == in_need &&
                   one.seen_case(slot).gets_help()
               ? 1.0
               : 0.0;
  };
  const Settings at_once{{"help.targeted_early_help.reviews_without_progress", 1}};
  EXPECT_EQ(quantity(at_once, step_up), 0.0);
  EXPECT_EQ(quantity(merged_and(at_once), step_up), 1.0);
}

// EV66, EV75
TEST(FamilyHelp, keeps_the_lead_practitioner_beside_a_worker_of_the_protection_team) {
  OneAuthority one(merged_and());
  const FamilySlot slot = one.enter({.level = NeglectLevel::five});
  one.help(slot, in_need);
  const WorkerId lead = one.seen_case(slot).worker;
  ASSERT_EQ(one.seen_case(slot).team, 1);
  start_plan(one.world, slot, {5.0, 5.0});
  EXPECT_EQ(one.seen_case(slot).worker, lead);
  EXPECT_EQ(one.seen_case(slot).team, 1);
  EXPECT_NE(one.seen_case(slot).second_worker, nobody);
}

// EV75
TEST(FamilyHelp, lets_early_help_and_child_in_need_wait_on_one_list) {
  OneAuthority one(merged_and({{"workforce.key_workers_per_10000", 0},
                               {"workforce.social_workers", 2},
                               {"family_help.protection_share", 1}}));
  one.help(one.enter({.level = NeglectLevel::four}), in_need);
  one.help(one.enter(), targeted);
  EXPECT_EQ(one.authority.unallocated.length(), 0);
  EXPECT_EQ(one.authority.waiting_for(1), 2);
}

TEST(FamilyHelp, leaves_the_protection_team_its_share_of_the_posts) {
  const auto room_of = [](std::size_t team) {
    return
        [team](OneAuthority& one) { return static_cast<double>(one.authority.teams[team].room()); };
  };
  EXPECT_TRUE(
      rises(along("family_help.protection_share", {0.2, 0.5, 0.9}, room_of(2), merged_and())));
  EXPECT_TRUE(
      falls(along("family_help.protection_share", {0.2, 0.5, 0.9}, room_of(1), merged_and())));
}

// EV50
TEST(ProtectionTeam, has_a_cap_of_its_own) {
  const auto help_of_protection = [](OneAuthority& one) {
    const FamilySlot slot = one.enter({.level = NeglectLevel::five, .children = 4});
    hold_for_assessment(one.world, slot, one.family(slot).at_home);
    start_plan(one.world, slot, {5.0, 5.0});
    return strength_of_help(one.world, slot);
  };
  EXPECT_TRUE(rises(
      along("family_help.protection_cap", {1, 2, 4}, help_of_protection,
            merged_and({{"protection.siblings_planned", 1}, {"family_help.transition_loss", 0}}))));
}

Quantity strength_after(double days) {
  return [days](OneAuthority& one) {
    one.live_for_days(days);
    const FamilySlot slot = one.enter();
    one.help(slot, targeted);
    return strength_of_help(one.world, slot);
  };
}

// EV53
TEST(FamilyHelp, loses_strength_while_it_settles) {
  EXPECT_TRUE(
      falls(along("family_help.transition_loss", {0, 0.2, 0.6}, strength_after(1), merged_and())));
  EXPECT_EQ(along("family_help.transition_months", {0, 6, 12}, strength_after(200),
                  merged_and({{"family_help.transition_loss", 0.5}})),
            (std::vector<double>{1, 1, 0.5}));
  EXPECT_THAT(along(
                  "family_help.transition_loss", {0, 0.2, 0.6},
                  [](OneAuthority& one) {
                    const FamilySlot slot = one.enter();
                    one.help(slot, ServiceTier::community_early_help);
                    return strength_of_help(one.world, slot);
                  },
                  merged_and()),
              Each(1.0))
      << "of the service that is not changed";
}

// EV44, EV75
TEST(FamilyHelp, is_accepted_more_or_less_often_than_early_help) {
  const auto accepting = [](ServiceTier tier) {
    return [tier](OneAuthority& one) { return chance_of_accepting(one.world, one.enter(), tier); };
  };
  const Settings half = merged_and({{"consent.early_help", 0.5}, {"consent.child_in_need", 0.5}});
  for (const ServiceTier tier : {targeted, in_need}) {
    EXPECT_TRUE(rises(along("family_help.consent", {0.7, 1, 1.3}, accepting(tier), half)));
  }
  EXPECT_THAT(along("family_help.consent", {0.7, 1, 1.3},
                    accepting(ServiceTier::community_early_help), half),
              Each(DoubleEq(0.5)));
}

}  // namespace
}  // namespace stepdown
