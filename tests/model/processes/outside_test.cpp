#include "model/processes/outside.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

/// Open outside cases at the end of each month.
class OutsideMonths : public Observer {
 public:
  void month_ended(const Authority& authority, std::size_t) override {
    open.push_back(authority.outside.open.count());
    referred.push_back(authority.outside.next_id);
    days.push_back(authority.outside.open.integral());
  }
  std::vector<std::int64_t> open;
  std::vector<std::uint32_t> referred;
  std::vector<double> days;
};

TEST(OutsideCases, are_moved_by_no_lever) {
  ModelParameters base = small_authority();
  base.workforce.additional_front_door = 100;  // where nobody queues behind the model's families
  const Authority day_0 = after_warm_up(base, {4, 0});
  std::vector<OutsideMonths> under(4);
  std::vector<ModelParameters> policies(4, base);
  policies[1] = with_unlimited_places(with_closure(base, ClosurePolicy::tapered));
  policies[2].workforce.additional_social_workers = -1000;
  policies[3].caseload.social_worker_cap = 1;
  policies[3].caseload.overload = Overload::stretch;
  policies[3].threshold.front_door = 8;
  for (std::size_t i = 0; i < policies.size(); ++i) {
    Authority authority = day_0;
    Observers observers;
    observers.add(under[i]);
    live_through_horizon(authority, base, policies[i], observers);
    EXPECT_EQ(under[i].open, under[0].open);
    EXPECT_EQ(under[i].referred, under[0].referred);
    EXPECT_EQ(under[i].days, under[0].days);
  }
  EXPECT_GT(under[0].open.back(), 5);
  EXPECT_GT(under[0].referred.back(), under[0].referred.front() + 20);
}

TEST(OutsideCase, holds_a_place_while_assessed_and_later_only_with_a_case_holder) {
  for (const double with_case_holder : {0.0, 1.0}) {
    ModelParameters p = quiet_authority();
    p.outside.assessed_only_share = 0;
    p.outside.with_case_holder = with_case_holder;
    p.outside.short_years = p.outside.long_years = 10;
    SmallWorld small(p);
    receive_outside_referral(small.world);
    small.authority.outside.next_arrival = no_day;
    const Team& team = small.team(ServiceTier::child_in_need);
    EXPECT_EQ(team.total_load(), one_place);
    pass_outside_date(small.world, 0);
    EXPECT_EQ(small.authority.outside.open.count(), 1);
    EXPECT_EQ(team.total_load(), with_case_holder > 0.5 ? one_place : 0);
    pass_outside_date(small.world, 0);
    EXPECT_EQ(small.authority.outside.open.count(), 0);
    EXPECT_EQ(team.total_load(), 0);
  }
}

TEST(OutsideCase, that_is_only_assessed_closes_with_its_assessment) {
  ModelParameters p = quiet_authority();
  p.outside.assessed_only_share = 1;
  SmallWorld small(p);
  receive_outside_referral(small.world);
  small.authority.outside.next_arrival = no_day;
  EXPECT_LE(small.authority.outside.calendar.earliest().time, 75 * 1.4);
  small.live_until(75 * 1.4 + 1);
  EXPECT_EQ(small.authority.outside.open.count(), 0);
}

TEST(OutsideCase, over_the_cap_spreads_the_workers_help_more_thinly_at_once) {
  ModelParameters p = quiet_authority();
  p.need.worsening = 1;
  p.caseload.social_worker_cap = 1;
  p.caseload.dilution = 1;
  p.help[row_of(ServiceTier::child_protection)].worsening = 0.5;
  SmallWorld small(p);
  const FamilySlot family = small.new_family(1, NeglectLevel::four);
  small.open_statutory(family, ServiceTier::child_protection);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::worsens), 0.5);
  receive_outside_referral(small.world);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::worsens), 0.75);
  small.rules.p.outside.assessed_only_share = 1;
  pass_outside_date(small.world, 0);
  EXPECT_DOUBLE_EQ(small.yearly(family, FamilyClock::worsens), 0.5);
}

TEST(OutsideCase, that_closes_lets_an_unallocated_family_have_the_place) {
  ModelParameters p = quiet_authority();
  p.caseload.social_worker_cap = 1;
  p.outside.assessed_only_share = 1;
  SmallWorld small(p);
  receive_outside_referral(small.world);
  const FamilySlot family = small.new_family(1, NeglectLevel::four);
  small.open_statutory(family, ServiceTier::child_in_need);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::unallocated);
  pass_outside_date(small.world, 0);
  EXPECT_EQ(small.case_of(family).stage, CaseStage::helped);
}

TEST(OutsideCareEntries, hold_a_place_while_they_last_and_are_counted_as_looked_after) {
  ModelParameters p = quiet_authority();
  p.outside.care_years = 0.01;
  SmallWorld small(p);
  receive_outside_child_in_care(small.world);
  small.authority.outside.next_care_arrival = no_day;
  EXPECT_EQ(small.authority.outside.in_care.count(), 1);
  EXPECT_EQ(small.team(ServiceTier::looked_after).total_load(), one_place);
  small.live_until(1000);
  EXPECT_EQ(small.authority.outside.in_care.count(), 0);
  EXPECT_EQ(small.authority.outside.open.count(), 0);
  EXPECT_EQ(small.team(ServiceTier::looked_after).total_load(), 0);
  EXPECT_EQ(small.diary.of(HappeningKind::outside_closed).at(0).repeats, 1);
}

// At 40 a year for 10,000 children, 400 are expected in ten years, with a standard deviation of 20.
TEST(OutsideCareEntries, come_at_their_rate) {
  ModelParameters p = quiet_authority();
  p.outside.care_entries = 40;
  SmallWorld small(p);
  schedule_next_outside_care(small.world);
  small.live_until(10 * days_per_year);
  EXPECT_NEAR(small.authority.outside.next_care_id, 400, 110);
}

}  // namespace
}  // namespace stepdown
