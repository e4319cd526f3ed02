#include "model/replication.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <string>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

/// Bit by bit, so that "not a number" must stand where it stood.
bool same_bits(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

void expect_same(const Outcomes& a, const Outcomes& b) {
  EXPECT_TRUE(same_bits(a.of_run, b.of_run));
  EXPECT_TRUE(same_bits(a.monthly, b.monthly));
  EXPECT_EQ(a.months, b.months);
}

TEST(Replication, is_a_pure_function_of_parameters_and_key) {
  const ModelParameters p = small_authority();
  const Outcomes once = Replication(p, {42, 3}).under(p);
  expect_same(once, Replication(p, {42, 3}).under(p));
  EXPECT_FALSE(same_bits(once.of_run, Replication(p, {42, 4}).under(p).of_run));
  EXPECT_FALSE(same_bits(once.of_run, Replication(p, {43, 3}).under(p).of_run));
}

TEST(Replication, gives_each_policy_the_same_day_0_in_any_order) {
  const ModelParameters base = small_authority();
  const ModelParameters tapered = with_closure(base, ClosurePolicy::tapered);
  const Replication first(base, {1, 0});
  const Outcomes base_first = first.under(base);
  const Outcomes tapered_second = first.under(tapered);
  const Replication second(base, {1, 0});
  const Outcomes tapered_first = second.under(tapered);
  expect_same(tapered_first, tapered_second);
  expect_same(second.under(base), base_first);
  expect_same(second.under(tapered), tapered_first);
  EXPECT_FALSE(same_bits(base_first.of_run, tapered_first.of_run));
}

TEST(Replication, has_a_value_for_each_measure_and_for_each_month) {
  ModelParameters p = small_authority();
  p.horizon.years = 3;
  const Outcomes outcomes = Replication(p, {1, 0}).under(p);
  EXPECT_EQ(outcomes.of_run.size(), run_measures().size());
  EXPECT_EQ(outcomes.months, 36u);
  EXPECT_EQ(outcomes.monthly.size(), 36 * monthly_measures().size());
  for (std::size_t i = 0; i < outcomes.monthly.size(); ++i) {
    const std::size_t month = i / monthly_measures().size();
    const std::string_view measure = monthly_measures()[i % monthly_measures().size()].name;
    const bool once_a_year = measure.starts_with("year_flow_");
    EXPECT_EQ(std::isfinite(outcomes.monthly[i]), !once_a_year || month % 12 == 11)
        << measure << " in month " << month;
  }
}

TEST(Replication, needs_no_warm_up_and_no_more_than_a_year) {
  ModelParameters p = small_authority();
  p.horizon.warm_up_years = 0;
  p.horizon.years = 1;
  const Outcomes outcomes = Replication(p, {1, 0}).under(p);
  EXPECT_GT(measured(outcomes, "child_years_level_3_to_5"), 0.0);
  EXPECT_TRUE(std::isnan(measured(outcomes, "return_of_need_24m"))) << "nobody is seen so long";
}

TEST(Replication, watches_no_more_when_observers_watch_with_it) {
  const ModelParameters p = small_authority();
  const Replication replication(p, {8, 0});
  const Outcomes outcomes = replication.under(p);
  Authority authority = after_warm_up(p, {8, 0});
  Authority unwatched = authority;
  Diary diary;
  Observers observers;
  observers.add(diary);
  live_through_horizon(authority, p, p, observers);
  live_through_horizon(unwatched, p, p, Observers());
  EXPECT_EQ(authority.events, unwatched.events);
  EXPECT_EQ(authority.calendar.earliest().time, unwatched.calendar.earliest().time);
  double referred = 0;
  for (const HappeningKind kind : {HappeningKind::referral, HappeningKind::outside_referral}) {
    for (const Happening& referral : diary.of(kind)) {
      referred += referral.children;
    }
  }
  const double years = authority.now / days_per_year;
  EXPECT_DOUBLE_EQ(measured(outcomes, "referrals"), referred / years);
}

TEST(Replication, comes_to_an_exodus_within_a_month_on_its_day) {
  ModelParameters p = with_steady_workforce(small_authority());
  p.workforce.social_workers = 10;
  p.exodus = {.share = 0.5, .at_month = 5.5};
  Authority authority = after_warm_up(p, {8, 0});
  Diary diary;
  Observers observers;
  observers.add(diary);
  live_through_horizon(authority, p, p, observers);
  const auto changes = diary.of(HappeningKind::worker_changed);
  ASSERT_FALSE(changes.empty());
  // From 1 April to the middle of September.
  EXPECT_EQ(changes.front().day, 30 + 31 + 30 + 31 + 31 + 15);
}

// Limits.

TEST(WithoutCapacity, all_wait_and_nobody_gets_early_help) {
  ModelParameters p = small_authority();
  p.workforce.key_workers_per_10000 = 0;
  p.workforce.community_workers_per_10000 = 0;
  const Outcomes outcomes = Replication(p, {1, 0}).under(p);
  for (const std::string tier : {"community_early_help", "targeted_early_help"}) {
    EXPECT_EQ(measured(outcomes, "starts_" + tier), 0.0);
    EXPECT_EQ(measured(outcomes, "stock_" + tier), 0.0);
    EXPECT_GT(measured(outcomes, "waiting_" + tier + "_mean"), 0.0);
    EXPECT_EQ(measured(outcomes, "waiting_" + tier + "_dropped_out"), 100.0);
  }
}

TEST(WithoutSocialWorkers, every_child_in_need_is_unallocated) {
  ModelParameters p = with_nobody_in_care(small_authority());
  p.workforce.social_workers = 0;
  p.protection.siblings_planned = 1;  // siblings of children on a plan are children in need
  const Outcomes outcomes = Replication(p, {1, 0}).under(p);
  EXPECT_EQ(measured(outcomes, "starts_child_in_need"), 0.0);
  EXPECT_GT(measured(outcomes, "unallocated_mean"), 0.0);
  EXPECT_TRUE(std::isnan(measured(outcomes, "caseload_social_worker")));
}

TEST(WithUnlimitedPlaces, nobody_waits) {
  const ModelParameters p = with_unlimited_places(small_authority());
  for (std::size_t policy = 0; policy < closure_policy_names.size(); ++policy) {
    const ModelParameters closing = with_closure(p, static_cast<ClosurePolicy>(policy));
    const Outcomes outcomes = Replication(closing, {1, 0}).under(closing);
    for (const std::string tier : {"community_early_help", "targeted_early_help"}) {
      EXPECT_GT(measured(outcomes, "starts_" + tier), 0.0);
      EXPECT_EQ(measured(outcomes, "waiting_" + tier + "_peak"), 0.0);
      EXPECT_EQ(measured(outcomes, "waiting_" + tier + "_p90_days"), 0.0);
    }
    EXPECT_EQ(measured(outcomes, "unallocated_peak"), 0.0);
    EXPECT_EQ(measured(outcomes, "over_cap"), 0.0);
  }
}

TEST(UnlimitedPlacesFromDay0, let_nobody_wait_after_it) {
  ModelParameters before = with_steady_workforce(small_authority());
  before.workforce.social_workers = 6;
  before.caseload.social_worker_cap = 5;
  before.workforce.key_workers_per_10000 = 0;
  const Replication replication(before, {1, 0});
  const Outcomes without = replication.under(before);
  ModelParameters unlimited = before;
  unlimited.workforce.volunteers = unlimited.workforce.partner_leads = 300;
  unlimited.caseload.social_worker_cap = 100;
  const Outcomes with = replication.under(unlimited);
  for (const char* peak : {"waiting_community_early_help_peak", "waiting_targeted_early_help_peak",
                           "unallocated_peak"}) {
    EXPECT_GT(measured(without, peak), 0.0) << peak;
    EXPECT_EQ(measured(with, peak), 0.0) << peak;
  }
}

TEST(WhenNobodyNotices, there_are_no_referrals_and_there_is_no_help) {
  ModelParameters p = small_authority();
  p.noticing.rate = 0;
  p.noticing.incident_moderate = 0;
  p.noticing.incident_serious = 0;
  p.outside.referrals = 0;
  p.outside.care_entries = 0;
  const Outcomes outcomes = Replication(p, {1, 0}).under(p);
  EXPECT_EQ(measured(outcomes, "referrals"), 0.0);
  EXPECT_EQ(measured(outcomes, "first_helped_families"), 0.0);
  EXPECT_EQ(measured(outcomes, "children_in_need_at_31_march"), 0.0);
  EXPECT_EQ(measured(outcomes, "never_helped_level_3"), 100.0);
  EXPECT_NEAR(measured(outcomes, "severe_child_years_without_help") /
                  measured(outcomes, "child_years_level_4_to_5"),
              1.0, 1e-12);
  EXPECT_GT(measured(outcomes, "child_years_level_4_to_5"), 0.0);
}

/// Refusals of families who are, without error, in need of what was refused.
class WrongRefusals : public Observer {
 public:
  explicit WrongRefusals(const ModelParameters& p) : p_(p) {}
  std::vector<HappeningKind> wants() const override {
    return {HappeningKind::no_further_action, HappeningKind::assessment_ended};
  }
  void saw(const Happening& h, const Authority& authority) override {
    const Family& family = authority.families.family(h.slot);
    const double need = number(family.level) + p_.judgement.concern_weight * grade(family.concern);
    const bool refused =
        h.reason == ClosingReason::not_in_need || h.kind == HappeningKind::no_further_action;
    const double threshold = h.kind == HappeningKind::no_further_action
                                 ? p_.threshold.front_door
                                 : p_.threshold.child_in_need;
    refusals += refused ? 1 : 0;
    wrong += refused && need >= threshold ? 1 : 0;
    wrong += !refused && need < threshold ? 1 : 0;
  }
  int refusals = 0;
  int wrong = 0;

 private:
  const ModelParameters& p_;
};

TEST(PerfectJudgement, refuses_nobody_in_error_and_errors_do) {
  for (const double error : {0.0, 1.2}) {
    ModelParameters p = small_authority();
    p.judgement.error_sd = error;
    p.judgement.disguise_levels = 0;
    p.deprivation.judgement = 0;
    p.rationing.child_in_need_raise = 0;
    p.front_door.enquiry_days = 0;  // an assessment is decided on the day on which need is judged
    Authority authority = after_warm_up(p, {1, 0});
    WrongRefusals refusals(p);
    Observers observers;
    observers.add(refusals);
    live_through_horizon(authority, p, p, observers);
    EXPECT_GT(refusals.refusals, 0);
    EXPECT_EQ(refusals.wrong > 0, error > 0.0) << refusals.wrong;
  }
}

// Identity.

TEST(Identity, a_policy_that_changes_nothing_differs_by_nothing_at_all) {
  for (std::size_t policy = 0; policy < closure_policy_names.size(); ++policy) {
    const ModelParameters p = with_closure(small_authority(), static_cast<ClosurePolicy>(policy));
    const Replication replication(p, {21, 1});
    ModelParameters unchanged = p;
    unchanged.closure[0].policy = p.closure[0].policy;
    expect_same(replication.under(p), replication.under(unchanged));
  }
}

TEST(Identity, a_decision_that_changes_nothing_changes_nothing_in_any_month) {
  ModelParameters p = small_authority();
  const Replication replication(p, {21, 1});
  const Outcomes at_once = replication.under(p);
  for (const double month : {0.5, 17.0, 47.9}) {
    p.policy.from_month = month;
    expect_same(at_once, replication.under(p));
  }
}

TEST(Identity, a_lever_of_day_0_is_the_same_under_a_policy_that_begins_later) {
  const ModelParameters before = small_authority();
  const Replication replication(before, {21, 1});
  ModelParameters more = before;
  more.workforce.additional_social_workers = 3;
  const Outcomes at_once = replication.under(more);
  more.policy.from_month = 24;
  expect_same(at_once, replication.under(more, more));
}

TEST(Identity, a_lever_that_reaches_nobody_changes_nothing) {
  ModelParameters p = small_authority();
  const Replication replication(p, {21, 1});
  const Outcomes before = replication.under(p);
  p.closure[1].time_limit_weeks = 3;  // the policy is abrupt
  p.closure[1].taper_place_share = {0.1};
  p.closure[1].good_reviews = 7;
  expect_same(before, replication.under(p));
}

class NullEffect : public testing::TestWithParam<ClosurePolicy> {};

TEST_P(NullEffect, of_help_leaves_need_exactly_equal_under_abrupt_and_other_closure) {
  ModelParameters abrupt =
      with_nobody_in_care(with_unlimited_places(with_no_effect_of_help(small_authority())));
  abrupt.horizon.years = 6;
  const ModelParameters other = with_closure(abrupt, GetParam());
  for (std::uint32_t run = 0; run < 3; ++run) {
    const Replication replication(abrupt, {5, run});
    const Outcomes a = replication.under(abrupt);
    const Outcomes b = replication.under(other);
    for (const char* measure :
         {"child_years_level_3_to_5", "child_years_level_4_to_5", "share_level_3_to_5",
          "return_of_need_24m", "lateness_level_3_days", "lateness_level_4_days",
          "level_at_first_help", "first_helped_families", "never_helped_level_3"}) {
      EXPECT_EQ(measured(a, measure), measured(b, measure)) << measure;
      EXPECT_TRUE(std::isfinite(measured(a, measure))) << measure;
    }
    EXPECT_NE(measured(a, "rereferral_12m"), measured(b, "rereferral_12m"));
  }
}

INSTANTIATE_TEST_SUITE_P(OfEachPolicy, NullEffect,
                         testing::Values(ClosurePolicy::tapered, ClosurePolicy::sustained,
                                         ClosurePolicy::time_limited, ClosurePolicy::step_down),
                         [](const auto& of) {
                           return std::string(
                               closure_policy_names[static_cast<std::size_t>(of.param)]);
                         });

}  // namespace
}  // namespace stepdown
