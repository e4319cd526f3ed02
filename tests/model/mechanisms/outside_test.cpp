#include "model/processes/outside.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/model/mechanisms/one_authority.h"

// Children whose need is outside this model: how many come, how long they stay, who holds them.

namespace stepdown {
namespace {

/// Two hundred referrals of one day, and what has become of them after so many days.
template <typename Count>
Quantity after_referrals(double days, Count count) {
  return [=](OneAuthority& one) {
    for (int i = 0; i < 200; ++i) {
      receive_outside_referral(one.world);
    }
    one.authority.outside.next_arrival = Case::never;
    one.live_for_days(days);
    return static_cast<double>(count(one));
  };
}

constexpr auto still_open = [](OneAuthority& one) { return one.authority.outside.open.count(); };
constexpr auto held = [](OneAuthority& one) {
  return one.authority.teams[2].total_load() / one_place;
};

TEST(OutsideReferrals, come_sooner_the_more_there_are) {
  const auto next = [](OneAuthority& one) {
    schedule_next_outside_referral(one.world);
    return one.authority.outside.next_arrival;
  };
  EXPECT_TRUE(falls(along("outside.referrals", {50, 110, 600}, next)));
  EXPECT_TRUE(falls(along("noticing.place_factor", {0.5, 1, 2}, next)));
}

// c1
TEST(OutsideReferrals, are_repeats_by_their_share) {
  const auto repeats = after_referrals(0, [](OneAuthority& one) {
    double sum = 0;
    for (const Happening& referral : one.counter.of(HappeningKind::outside_referral)) {
      sum += referral.repeats;
    }
    return sum;
  });
  EXPECT_TRUE(rises(along("outside.rereferral_share", {0, 0.2, 1}, repeats)));
}

// c1, b4, b5
TEST(OutsideCases, stay_by_their_shares_and_lengths) {
  EXPECT_TRUE(
      falls(along("outside.assessed_only_share", {0, 0.4, 1}, after_referrals(120, still_open))));
  EXPECT_TRUE(rises(along("outside.short_years", {0.1, 0.5, 2}, after_referrals(365, still_open))));
  EXPECT_TRUE(rises(along("outside.long_share", {0, 0.3, 1}, after_referrals(730, still_open))));
  EXPECT_TRUE(rises(along("outside.long_years", {1, 5, 15}, after_referrals(1500, still_open))));
}

// csww, b1
TEST(OutsideCases, are_held_by_social_workers_by_their_share) {
  EXPECT_TRUE(rises(along("outside.with_case_holder", {0, 0.5, 1}, after_referrals(120, held))));
}

// cla
TEST(OutsideCare, comes_sooner_and_lasts_longer_by_its_numbers) {
  const auto next = [](OneAuthority& one) {
    schedule_next_outside_care(one.world);
    return one.authority.outside.next_care_arrival;
  };
  EXPECT_TRUE(falls(along("outside.care_entries", {1, 8, 50}, next)));
  const auto in_care = [](OneAuthority& one) {
    for (int i = 0; i < 100; ++i) {
      receive_outside_child_in_care(one.world);
    }
    one.authority.outside.next_care_arrival = Case::never;
    one.live_for_days(730);
    return static_cast<double>(one.authority.outside.in_care.count());
  };
  EXPECT_TRUE(rises(along("outside.care_years", {0.5, 2, 9}, in_care)));
}

}  // namespace
}  // namespace stepdown
