#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "model/processes/arrivals.h"
#include "model/processes/household.h"
#include "model/processes/need.h"
#include "model/processes/noticing.h"
#include "model/processes/policy_change.h"
#include "model/processes/workforce.h"
#include "tests/model/mechanisms/one_authority.h"

// Shocks and trends from outside: each changes the speed of what it acts on, from its month on, for
// as long as it lasts.

namespace stepdown {
namespace {

using testing::Each;

constexpr double days_per_month = days_per_year / 12;

/// Days from today until the clock of a family strikes.
Quantity days_until(FamilyClock clock) {
  return [clock](OneAuthority& one) {
    const FamilySlot slot = one.enter();
    for (const FamilyClock stopped :
         {FamilyClock::worsens, FamilyClock::eases, FamilyClock::concern, FamilyClock::noticed}) {
      if (stopped != clock) {
        one.family(slot).clocks.spend(stopped);
      }
    }
    return one.family(slot).clocks.next_day();
  };
}

// EV9
TEST(CostOfLiving, quickens_worsening) {
  EXPECT_TRUE(
      falls(along("shock.cost_of_living.size", {0.5, 1, 3}, days_until(FamilyClock::worsens))));
}

// EV8, EV12, EV13
TEST(Crises, come_more_often) {
  EXPECT_TRUE(falls(along("shock.crises.size", {0.5, 1, 3}, days_until(FamilyClock::concern))));
}

// EV26
TEST(Publicity, brings_contacts_sooner_and_more_reports_of_incidents) {
  EXPECT_TRUE(falls(along("shock.publicity.size", {0.5, 1, 3}, days_until(FamilyClock::noticed))));
  const auto reports = [](OneAuthority& one) {
    for (int i = 0; i < 200; ++i) {
      turn_concern(one.world, one.enter());
    }
    return static_cast<double>(one.counter.count(HappeningKind::referral));
  };
  EXPECT_TRUE(rises(along("shock.publicity.size", {0.5, 1, 2}, reports)));
}

TEST(Arrivals, come_sooner_the_more_families_come) {
  const auto next = [](OneAuthority& one) {
    one.authority.family_arrivals = 0;
    schedule_next_arrival(one.world);
    return one.authority.next_family_arrival;
  };
  EXPECT_TRUE(falls(along("shock.arrivals.size", {0.5, 1, 2}, next)));
}

// EV42, EV49
TEST(PartnerCuts, take_away_contacts_by_partners_and_by_nobody_else) {
  const auto contacts = [](OneAuthority& one) {
    for (int i = 0; i < 100; ++i) {
      const FamilySlot slot = one.enter();
      one.family(slot).clocks.spend(FamilyClock::noticed);
      be_noticed(one.world, slot);
    }
    return static_cast<double>(one.counter.count(HappeningKind::contact));
  };
  EXPECT_TRUE(rises(along("shock.partner_cuts.size", {0, 0.5, 1}, contacts)));
  const Settings others{
      {"noticing.school", 0}, {"noticing.health", 0}, {"noticing.housing_voluntary", 0}};
  EXPECT_THAT(along("shock.partner_cuts.size", {0, 0.5, 1}, contacts, others), Each(100.0));
}

/// The speed of worsening in the middle of a month after day 0.
Quantity speed_in_month(double month) {
  return [month](OneAuthority& one) {
    return one.authority.times.worsening.speed((month + 0.5) * days_per_month);
  };
}

const Settings doubled{{"shock.cost_of_living.size", 2}};

TEST(Shock, begins_in_its_month) {
  EXPECT_EQ(along("shock.cost_of_living.from_month", {0, 12, 24}, speed_in_month(12), doubled),
            (std::vector<double>{2, 2, 1}));
}

TEST(Shock, rises_evenly_over_its_months) {
  const auto speeds =
      along("shock.cost_of_living.rise_months", {0, 12, 48}, speed_in_month(6), doubled);
  EXPECT_TRUE(falls(speeds));
  EXPECT_EQ(speeds[0], 2.0);
  EXPECT_NEAR(speeds[1], 1.0 + 6.5 / 12, 1e-12);
}

TEST(Shock, ends_after_its_months) {
  EXPECT_EQ(along("shock.cost_of_living.lasts_months", {6, 12, 18}, speed_in_month(12), doubled),
            (std::vector<double>{1, 1, 2}));
}

TEST(Shock, of_part_of_a_month_acts_by_that_part) {
  EXPECT_EQ(along("shock.cost_of_living.from_month", {12.25, 12.5}, speed_in_month(12), doubled),
            (std::vector<double>{1.75, 1.5}));
  EXPECT_EQ(along("shock.cost_of_living.lasts_months", {0, 0.5, 12.25}, speed_in_month(0), doubled),
            (std::vector<double>{1, 1.5, 2}));
}

// EV52
TEST(StaffExodus, takes_its_part_of_the_social_workers) {
  const auto filled = [](OneAuthority& one) {
    staff_exodus(one.world, one.rules.p.exodus.share);
    return static_cast<double>(one.authority.teams[2].in_post());
  };
  EXPECT_TRUE(falls(along("shock.staff_exodus.share", {0, 0.3, 1}, filled)));
  EXPECT_EQ(along("shock.staff_exodus.share", {1}, filled)[0], 0.0);
}

}  // namespace
}  // namespace stepdown
