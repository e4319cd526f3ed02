#include "model/processes/closing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "model/processes/help.h"
#include "model/processes/statutory.h"
#include "model/processes/protection.h"
#include "model/processes/review.h"
#include "model/processes/strength.h"
#include "tests/model/mechanisms/one_authority.h"

// Reviews and closing: when help ends, by which steps, and what is told to others.

namespace stepdown {
namespace {

constexpr double near = 1e-6;

constexpr ServiceTier community = ServiceTier::community_early_help;
constexpr ServiceTier targeted = ServiceTier::targeted_early_help;
constexpr ServiceTier in_need = ServiceTier::child_in_need;

/// Nothing happens by itself but reviews and dates.
Settings quiet_and(const Settings& more) {
  Settings all{{"noticing.rate", 0},
               {"need.worsening", 0},
               {"need.easing", 0},
               {"need.concern_arrival", 0},
               {"need.fragile_factor", 1},
               {"help.community_early_help.leaves_early", 0},
               {"help.targeted_early_help.leaves_early", 0}};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

class Services : public testing::TestWithParam<ServiceTier> {
 public:
  static std::string_view named(const char* group, const char* what) {
    return parameter_named(std::string(group) + std::string(name_of(GetParam())) + what).name;
  }
  static std::string_view closure(const char* what) { return named("closure.", what); }
  static std::string_view help(const char* what) { return named("help.", what); }
};

/// A family that is helped and has become as well as this.
FamilySlot helped(OneAuthority& one, ServiceTier tier, NeglectLevel now) {
  const FamilySlot slot = one.enter({.level = NeglectLevel::four});
  one.help(slot, tier);
  one.set_need(slot, now);
  return slot;
}

/// Days of help until it ended, or as many as were looked at.
Quantity days_of_help(ServiceTier tier, NeglectLevel now) {
  return [=](OneAuthority& one) {
    helped(one, tier, now);
    one.live_for_days(1500);
    const auto ended = one.counter.of(HappeningKind::help_ended);
    return ended.empty() ? 1500.0 : ended.front().days;
  };
}

// EV62
TEST_P(Services, review_at_their_intervals) {
  const auto first_review = [](OneAuthority& one) {
    return one.seen_case(helped(one, GetParam(), NeglectLevel::three)).date(CaseDate::review);
  };
  EXPECT_TRUE(rises(along(help(".review_weeks"), {4, 8, 16}, first_review)));
}

// EV67
TEST_P(Services, that_close_abruptly_end_help_at_the_first_good_review) {
  const Settings abrupt = quiet_and({{closure(".policy"), "abrupt"}});
  EXPECT_TRUE(rises(along(help(".review_weeks"), {4, 8, 16},
                          days_of_help(GetParam(), NeglectLevel::one), abrupt)));
  EXPECT_NEAR(
      along(help(".review_weeks"), {4}, days_of_help(GetParam(), NeglectLevel::one), abrupt)[0], 28,
      near);
}

// EV62, EV67, EV78
TEST_P(Services, that_wait_for_sustained_progress_hold_on_for_so_many_good_reviews) {
  const auto days =
      along(closure(".good_reviews"), {1, 2, 4}, days_of_help(GetParam(), NeglectLevel::one),
            quiet_and({{closure(".policy"), "sustained"}, {help(".review_weeks"), 4}}));
  EXPECT_NEAR(days[0], 28, near);
  EXPECT_NEAR(days[1], 56, near);
  EXPECT_NEAR(days[2], 112, near);
}

// EV65, EV69
TEST_P(Services, with_a_time_limit_end_help_then_whatever_the_level) {
  const auto days = along(
      closure(".time_limit_weeks"), {10, 22}, days_of_help(GetParam(), NeglectLevel::three),
      quiet_and({{closure(".policy"), "time_limited"}, {help(".reviews_without_progress"), 50}}));
  EXPECT_NEAR(days[0], 70, near);
  EXPECT_NEAR(days[1], 154, near);
}

// EV80
TEST_P(Services, step_up_after_so_many_reviews_without_progress) {
  const auto days_until_step_up = [](OneAuthority& one) {
    helped(one, GetParam(), NeglectLevel::four);
    one.live_for_days(1500);
    const HappeningKind up = GetParam() == in_need    ? HappeningKind::enquiry_started
                             : GetParam() == targeted ? HappeningKind::referral
                                                      : HappeningKind::help_ended;
    return one.counter.of(up).empty() ? 1500.0 : one.counter.of(up).front().day;
  };
  EXPECT_TRUE(rises(along(help(".reviews_without_progress"), {1, 3, 6}, days_until_step_up,
                          quiet_and({{help(".review_weeks"), 4}}))));
}

// EV68
TEST_P(Services, that_taper_let_help_fall_by_its_steps) {
  const Settings tapered = quiet_and({{closure(".policy"), "tapered"},
                                      {closure(".taper_weeks"), {4, 4}},
                                      {closure(".taper_intensity"), {0.6, 0.2}},
                                      {closure(".taper_place_share"), {0.5, 0.1}},
                                      {closure(".contact_weeks"), 50},
                                      {help(".review_weeks"), 4}});
  OneAuthority one(tapered);
  const FamilySlot slot = helped(one, GetParam(), NeglectLevel::one);
  EXPECT_EQ(one.seen_case(slot).intensity, 1.0F);
  EXPECT_EQ(one.seen_case(slot).places, 1000);
  one.live_for_days(29);
  EXPECT_EQ(one.seen_case(slot).intensity, 0.6F);
  EXPECT_EQ(one.seen_case(slot).places, 500);
  one.live_for_days(28);
  EXPECT_EQ(one.seen_case(slot).intensity, 0.2F);
  EXPECT_EQ(one.seen_case(slot).places, 100);
  one.live_for_days(28);
  EXPECT_EQ(one.counter.count(HappeningKind::help_ended, ClosingReason::taper_completed), 1);
}

/// Families in a taper who are back at level 3, or are not.
Quantity relapses_seen(ServiceTier tier, NeglectLevel level) {
  return [=](OneAuthority& one) {
    for (int i = 0; i < 40; ++i) {
      const FamilySlot slot = helped(one, tier, NeglectLevel::one);
      close_by_policy(one.world, slot, {.good = true, .good_in_a_row = 1}, 1.0);
      one.set_need(slot, level);
    }
    one.live_for_days(8);
    return static_cast<double>(one.counter.count(HappeningKind::relapse_seen));
  };
}

// EV68
TEST_P(Services, that_taper_see_relapses_and_false_alarms_at_contacts_with_their_chances) {
  Settings tapered = quiet_and({{closure(".policy"), "tapered"}, {closure(".contact_weeks"), 1}});
  EXPECT_TRUE(rises(along("taper.relapse_seen", {0, 0.5, 1},
                          relapses_seen(GetParam(), NeglectLevel::three), tapered)));
  EXPECT_TRUE(rises(along("taper.false_alarm", {0, 0.3, 1},
                          relapses_seen(GetParam(), NeglectLevel::one), tapered)));
  tapered.emplace_back("taper.relapse_seen", 1);
  EXPECT_EQ(along(closure(".contact_weeks"), {1, 2}, relapses_seen(GetParam(), NeglectLevel::four),
                  tapered),
            (std::vector<double>{40, 0}));
}

// EV68
TEST_P(Services, that_taper_bring_back_full_help_at_a_relapse_without_a_referral) {
  OneAuthority one(quiet_and({{closure(".policy"), "tapered"},
                              {closure(".contact_weeks"), 1},
                              {"taper.relapse_seen", 1}}));
  const FamilySlot slot = helped(one, GetParam(), NeglectLevel::one);
  close_by_policy(one.world, slot, {.good = true, .good_in_a_row = 1}, 1.0);
  EXPECT_LT(strength_of_help(one.world, slot), 1.0);
  one.set_need(slot, NeglectLevel::three);
  one.live_for_days(8);
  EXPECT_EQ(one.seen_case(slot).stage, CaseStage::helped);
  EXPECT_EQ(strength_of_help(one.world, slot), 1.0);
  EXPECT_EQ(one.counter.count(HappeningKind::referral), 0);
}

// EV70
TEST_P(Services, that_step_down_offer_the_tier_below) {
  OneAuthority one(quiet_and({{closure(".policy"), "step_down"}}));
  const FamilySlot slot = helped(one, GetParam(), NeglectLevel::one);
  close_by_policy(one.world, slot, {.good = true, .good_in_a_row = 1}, 1.0);
  EXPECT_EQ(one.counter.count(HappeningKind::help_ended, ClosingReason::stepped_down), 1);
  EXPECT_EQ(one.seen_case(slot).tier, GetParam() == in_need    ? targeted
                                      : GetParam() == targeted ? community
                                                               : ServiceTier::universal);
}

// EV30, EV71
TEST_P(Services, that_hand_back_let_others_notice_more_afterwards) {
  const auto contacts_after_closing = [](OneAuthority& one) {
    double sum = 0;
    for (int i = 0; i < 50; ++i) {
      const FamilySlot slot = helped(one, GetParam(), NeglectLevel::one);
      end_case(one.world, slot, ClosingReason::good_review);
      sum += one.yearly(slot, FamilyClock::noticed);
    }
    return sum;
  };
  const auto contacts = along("closure.hand_back", {0, 0.5, 1}, contacts_after_closing,
                              {{"closure.hand_back_effect", 3}});
  EXPECT_TRUE(rises(contacts));
  EXPECT_NEAR(contacts[2], 3 * contacts[0], 1e-4);
  EXPECT_TRUE(rises(along("closure.hand_back_effect", {1, 2, 5}, contacts_after_closing,
                          {{"closure.hand_back", 1}})));
}

INSTANTIATE_TEST_SUITE_P(Three, Services, testing::Values(community, targeted, in_need),
                         [](const auto& tested) { return std::string(name_of(tested.param)); });

// EV78
TEST(Review, is_good_for_more_families_the_higher_its_threshold) {
  const auto good = [](OneAuthority& one) {
    for (std::size_t row = 0; row < neglect_levels; ++row) {
      const FamilySlot slot = one.enter({.level = NeglectLevel::five});
      one.help(slot, targeted);
      one.set_need(slot, level_at(row));
      hold_review(one.world, slot);
    }
    double sum = 0;
    for (const Happening& review : one.counter.of(HappeningKind::review_held)) {
      sum += review.repeats;
    }
    return sum;
  };
  EXPECT_EQ(along("threshold.good_review", {1, 2.5, 4.5}, good), (std::vector<double>{0, 2, 4}));
}

// EV78
TEST(Review, is_never_good_during_an_acute_concern) {
  OneAuthority one({{"judgement.concern_weight", 0}});
  const FamilySlot slot =
      one.enter({.level = NeglectLevel::one, .concern = AcuteConcern::moderate});
  one.help(slot, targeted);
  hold_review(one.world, slot);
  EXPECT_EQ(one.counter.of(HappeningKind::review_held).front().repeats, 0);
}

// EV67
TEST(Review, goes_by_the_judged_level_and_not_by_the_true_one) {
  OneAuthority one({{"judgement.error_sd", 3}, {"judgement.home_visit_factor", 1}});
  int closed_in_need = 0;
  for (int i = 0; i < 50; ++i) {
    const FamilySlot slot = one.enter({.level = NeglectLevel::four});
    one.help(slot, targeted);
    hold_review(one.world, slot);
    closed_in_need += one.authority.families.has_case(slot) ? 0 : 1;
  }
  EXPECT_GT(closed_in_need, 0);
}

// d8
TEST(ChildInNeed, after_a_plan_is_not_closed_before_its_least_time) {
  const auto days_in_need = [](OneAuthority& one) {
    const FamilySlot slot = one.enter({.level = NeglectLevel::five});
    hold_for_assessment(one.world, slot, 1);
    start_plan(one.world, slot, {5.0, 5.0});
    one.set_need(slot, NeglectLevel::one);
    one.live_for_days(1000);
    for (const Happening& ended : one.counter.of(HappeningKind::help_ended)) {
      if (ended.tier == in_need) {
        return ended.days;
      }
    }
    return 1000.0;
  };
  EXPECT_TRUE(
      rises(along("closure.minimum_weeks_after_plan", {0, 20, 60}, days_in_need, quiet_and({}))));
}

}  // namespace
}  // namespace stepdown
