#include "model/outcomes/observers/cost_outcomes.h"

#include <gtest/gtest.h>

#include <cmath>

#include "model/calendar_months.h"
#include "model/processes/outside.h"
#include "model/processes/workforce.h"
#include "tests/fixtures/observed_outcomes.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr double year = 365.25;
constexpr double month = year / 12;

ModelParameters with_prices() {
  ModelParameters p = quiet_authority();
  p.cost = {};
  p.cost.community_worker = 10;
  p.cost.key_worker = 100;
  p.cost.social_worker = 1000;
  p.cost.looked_after_child = 10'000;
  p.cost.agency_factor = 2;
  p.cost.recruitment = 7;
  p.workforce.agency_cover = 0;
  return p;
}

/// An authority whose costs a test adds up from the end of one stretch of time to the next.
class Cost : public testing::Test {
 protected:
  explicit Cost(const ModelParameters& p = with_prices(), double years = 1)
      : small_(p),
        outcomes_(cost_outcomes(), {small_.rules.p, small_.authority, years * year, years}) {
    small_.observers.add(outcomes_.observer());
  }

  void month_ends(double day) {
    small_.live_until(day);
    settle_tallies(small_.authority);
    outcomes_.observer().month_ended(small_.authority, months_++);
  }
  void settle_at(double day) {
    small_.live_until(day);
    settle_tallies(small_.authority);
  }
  double value(std::string_view name) const { return outcomes_.value(name, small_.authority); }

  SmallWorld small_;
  ObservedOutcomes outcomes_;
  std::size_t months_ = 0;
};

TEST_F(Cost, is_that_of_the_workers_in_post_busy_or_not_and_of_each_day_in_care) {
  const FamilySlot family = small_.new_family(2, NeglectLevel::five);
  settle_at(0.5 * year);
  small_.open_statutory(family, ServiceTier::looked_after);
  month_ends(200);
  settle_at(0.75 * year);
  leave(small_.world, family);
  month_ends(year);
  const double care = 2 * 0.25 * 10'000;
  EXPECT_NEAR(value("cost_total"), 10 + 100 + 1000 + care, 1e-9);
  EXPECT_NEAR(value("cost_community_early_help"), 10, 1e-9);
  EXPECT_NEAR(value("cost_targeted_early_help"), 100, 1e-9);
  EXPECT_NEAR(value("cost_social_work"), 1000, 1e-9);
  EXPECT_NEAR(value("cost_looked_after"), care, 1e-9);
  const std::vector<double> months = outcomes_.observer().monthly_values();
  ASSERT_EQ(months.size(), 2u);
  EXPECT_NEAR(months[0], (1110 * 200 + 2 * (200 - 0.5 * year) * 10'000) / year, 1e-9);
  EXPECT_NEAR(months[0] + months[1], value("cost_total"), 1e-9);
}

TEST_F(Cost, of_a_vacant_post_is_none_and_of_filling_it_that_of_recruitment) {
  staff_exodus(small_.world, 1);
  settle_at(0);
  const Worker& post = small_.team(ServiceTier::child_in_need).worker(0);
  ASSERT_EQ(post.staffing, Staffing::vacant);
  const double filled = post.next_change;
  month_ends(filled + 100);
  EXPECT_NEAR(value("cost_social_work"), 1000 * 100 / year, 1e-9);
  EXPECT_NEAR(value("cost_recruitment"), 7, 1e-9);
}

ModelParameters with_agency_workers_for_ever() {
  ModelParameters p = with_prices();
  p.workforce.agency_cover = 1;
  p.workforce.agency_weeks = 1e-9;
  p.workforce.recruitment_weeks = 1e9;
  return p;
}

class CostOfAgencies : public Cost {
 protected:
  CostOfAgencies() : Cost(with_agency_workers_for_ever()) {}
};

TEST_F(CostOfAgencies, is_a_multiple_of_that_of_permanent_workers) {
  staff_exodus(small_.world, 1);
  month_ends(0.5 * year);
  EXPECT_NEAR(value("cost_agency"), 1000, 1e-3);
  EXPECT_NEAR(value("cost_social_work"), 0, 1e-3);
}

TEST_F(Cost, of_outside_children_in_care_stands_in_a_line_of_its_own) {
  receive_outside_child_in_care(small_.world);
  small_.authority.outside.next_care_arrival = no_day;
  small_.authority.outside.calendar.schedule(0, no_day);
  month_ends(0.5 * year);
  EXPECT_NEAR(value("cost_outside_placements"), 5000, 1e-9);
  EXPECT_EQ(value("cost_looked_after"), 0.0);
  EXPECT_NEAR(value("cost_total"), 5000 + 0.5 * 1110, 1e-9);
}

ModelParameters with_programmes() {
  ModelParameters p = with_prices();
  p.cost.community_worker = p.cost.key_worker = p.cost.social_worker = 0;
  p.cost.campaign = 1000;
  p.cost.universal_parenting = 20;
  p.cost.home_visits = 30;
  p.cost.peer_support = 40;
  p.cost.front_door_worker = 50;
  p.cost.volunteer = 60;
  p.cost.partner_worker = 70;
  p.cost.family_group_conference = 80;
  p.awareness.campaign = 1;
  p.noticing.portal = 0.5;
  p.awareness.anti_stigma = 0.25;
  p.need.universal_parenting = 0.5;
  p.noticing.home_visits = 0.1;
  p.working.peer_support = 0.5;
  p.workforce.volunteers = 3;
  p.workforce.partner_leads = 2;
  return p;
}

class CostOfProgrammes : public Cost {
 protected:
  CostOfProgrammes() : Cost(with_programmes()) {}
};

TEST_F(CostOfProgrammes, is_paid_by_their_size_and_by_the_families_reached) {
  const FamilySlot helped = small_.new_family(3);
  small_.new_family();
  small_.seek(helped, ServiceTier::targeted_early_help);
  settle_at(month);
  end_case(small_.world, helped, ClosingReason::good_review);
  small_.world.tell(
      {.kind = HappeningKind::proceedings_ended, .day = 0, .slot = helped, .repeats = 1});
  small_.world.tell(
      {.kind = HappeningKind::proceedings_ended, .day = 0, .slot = helped, .repeats = 0});
  month_ends(year);
  EXPECT_NEAR(value("cost_campaigns"), 1750, 1e-9);
  EXPECT_NEAR(value("cost_universal_parenting"), 20 * 0.5 * 2, 1e-9);
  EXPECT_NEAR(value("cost_peer_support"), 40 * 0.5 / 12, 1e-9) << "one family, a month";
  EXPECT_NEAR(value("cost_front_door"), 50, 1e-9);
  EXPECT_NEAR(value("cost_volunteers"), 180, 1e-9);
  EXPECT_NEAR(value("cost_family_group_conferences"), 80, 1e-9);
}

TEST_F(CostOfProgrammes, borne_by_partners_is_told_and_not_in_the_total) {
  small_.new_family();
  month_ends(year);
  EXPECT_NEAR(value("cost_partners"), 2 * 70 + 30 * 0.1, 1e-9);
  EXPECT_NEAR(value("cost_total"), 1750 + 20 * 0.5 + 50 + 180, 1e-9);
}

TEST_F(CostOfProgrammes, begins_with_the_policy) {
  ModelParameters policy = with_programmes();
  policy.policy.from_month = 6;
  ModelParameters before = with_prices();
  before.awareness.campaign = 0.5;
  ObservedOutcomes later(cost_outcomes(), {policy, small_.authority, year, 1, &before});
  small_.authority.now = 5.5 * month;
  later.observer().month_ended(small_.authority, 0);
  EXPECT_NEAR(later.value("cost_campaigns", small_.authority), 1000 * 0.5 * 5.5 / 12, 1e-9);
  small_.authority.now = 6.5 * month;
  later.observer().month_ended(small_.authority, 1);
  const double from = day_after_months(policy.horizon.start_year, 6);
  EXPECT_NEAR(later.value("cost_campaigns", small_.authority),
              (1000 * 0.5 * from + 1750 * (6.5 * month - from)) / year, 1e-9);
}

ModelParameters with_a_discount() {
  ModelParameters p = with_prices();
  p.cost.discount_rate = 0.1;
  return p;
}

class CostOverTheYears : public Cost {
 protected:
  CostOverTheYears() : Cost(with_a_discount(), 2.5) {}
};

TEST_F(CostOverTheYears, is_told_for_each_of_the_first_three_that_are_whole) {
  for (int m = 1; m <= 30; ++m) {
    month_ends(m * month);
  }
  EXPECT_NEAR(value("cost_year_1"), 1110, 1e-9);
  EXPECT_NEAR(value("cost_year_2"), 1110, 1e-9);
  EXPECT_TRUE(std::isnan(value("cost_year_3"))) << "six months of it";
  EXPECT_NEAR(value("cost_total"), 1110, 1e-9);
}

TEST_F(CostOverTheYears, counts_less_the_later_it_falls) {
  double expected = 0;
  for (int m = 1; m <= 30; ++m) {
    month_ends(m * month);
    expected += 1110.0 / 12 * std::pow(1.1, -(m - 0.5) / 12);
  }
  EXPECT_NEAR(value("cost_discounted"), expected, 1e-9);
  EXPECT_LT(value("cost_discounted"), 2.5 * 1110);
}

TEST(CostLines, add_up_to_the_total_in_a_whole_authority_but_for_the_partners) {
  ModelParameters p = small_authority();
  p.workforce.volunteers = 2;
  p.workforce.partner_leads = 1;
  p.working.peer_support = 0.3;
  const Outcomes outcomes = Replication(p, {3, 0}).under(p);
  double sum = 0;
  for (const Measure& measure : cost_outcomes().run_measures.subspan(1, 13)) {
    sum += measured(outcomes, measure.name);
  }
  EXPECT_NEAR(sum, measured(outcomes, "cost_total"), 1e-6);
  EXPECT_GT(measured(outcomes, "cost_partners"), 0.0);
}

}  // namespace
}  // namespace stepdown
