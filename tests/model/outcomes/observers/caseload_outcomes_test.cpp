#include "model/outcomes/observers/caseload_outcomes.h"

#include <gtest/gtest.h>

#include <cmath>

#include "model/processes/help.h"
#include "model/processes/outside.h"
#include "tests/fixtures/observed_outcomes.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

ModelParameters with_two_places() {
  ModelParameters p = quiet_authority();
  p.workforce.key_workers_per_10000 = 2;
  p.caseload.social_worker_cap = 2;
  return p;
}

/// A quiet authority of two key workers and a social worker with two places, over a hundred days.
class Caseload : public testing::Test {
 protected:
  ObservedOutcomes watched() {
    settle_tallies(small_.authority);
    return {caseload_outcomes(), {small_.rules.p, small_.authority, 100, 100 / 365.25}};
  }
  double value(const ObservedOutcomes& outcomes, std::string_view name) {
    settle_tallies(small_.authority);
    return outcomes.value(name, small_.authority);
  }

  SmallWorld small_{with_two_places()};
};

TEST_F(Caseload, is_the_mean_over_the_horizon_without_what_was_before) {
  const FamilySlot held = small_.new_family(4, NeglectLevel::five);
  small_.authority.now = -50;  // the warm-up
  small_.open_statutory(held, ServiceTier::child_protection);
  small_.live_until(0);
  ObservedOutcomes outcomes = watched();
  small_.observers.add(outcomes.observer());
  small_.seek(small_.new_family(3, NeglectLevel::three), ServiceTier::targeted_early_help);
  const FamilySlot in_need = small_.new_family(2, NeglectLevel::four);
  small_.live_until(60);
  outcomes.observer().month_ended(small_.authority, 0);
  small_.open_statutory(in_need, ServiceTier::child_in_need);
  small_.live_until(100);
  outcomes.observer().month_ended(small_.authority, 1);
  EXPECT_DOUBLE_EQ(value(outcomes, "caseload_social_worker"), 4.0);
  EXPECT_DOUBLE_EQ(value(outcomes, "load_social_worker"), 4.0);
  EXPECT_DOUBLE_EQ(value(outcomes, "caseload_key_worker"), 1.5);
  EXPECT_DOUBLE_EQ(value(outcomes, "over_cap"), 2.0);
  EXPECT_DOUBLE_EQ(value(outcomes, "unallocated_mean"), 2 * 0.4);
  EXPECT_DOUBLE_EQ(value(outcomes, "unallocated_peak"), 1.0);
}

TEST_F(Caseload, counts_a_child_whose_help_is_tapered_like_any_and_its_load_as_part_of_a_place) {
  small_.rules.p.closure[row_of(ServiceTier::child_in_need) - 1].taper_place_share = {0.5};
  ObservedOutcomes outcomes = watched();
  const FamilySlot family = small_.new_family(2, NeglectLevel::four);
  small_.open_statutory(family, ServiceTier::child_in_need);
  set_help_stage(small_.world, family, CaseStage::tapering, 0.5);
  small_.live_until(100);
  outcomes.observer().month_ended(small_.authority, 0);
  EXPECT_DOUBLE_EQ(value(outcomes, "caseload_social_worker"), 2.0);
  EXPECT_DOUBLE_EQ(value(outcomes, "load_social_worker"), 2 * 0.5);
  receive_outside_child_in_care(small_.world);
  outcomes.observer().month_ended(small_.authority, 1);
  EXPECT_DOUBLE_EQ(value(outcomes, "caseload_social_worker"), (2.0 + 3.0) / 2) << "of two months";
}

TEST_F(Caseload, is_shared_by_as_many_workers_as_were_in_post_on_average) {
  ObservedOutcomes outcomes = watched();
  small_.seek(small_.new_family(3, NeglectLevel::three), ServiceTier::targeted_early_help);
  small_.live_until(50);
  outcomes.observer().month_ended(small_.authority, 0);
  ModelParameters fewer = with_two_places();
  fewer.workforce.key_workers_per_10000 = 1;
  small_.adopt(fewer);
  small_.live_until(100);
  outcomes.observer().month_ended(small_.authority, 1);
  EXPECT_DOUBLE_EQ(value(outcomes, "caseload_key_worker"), 3.0 / 1.5);
}

TEST_F(Caseload, tells_how_long_families_in_need_have_no_worker) {
  ObservedOutcomes outcomes = watched();
  EXPECT_TRUE(std::isnan(value(outcomes, "unallocated_median_days")));
  for (int days = 1; days <= 10; ++days) {
    outcomes.saw({.kind = HappeningKind::unallocated_ended,
                  .day = 50,
                  .slot = 0,
                  .days = static_cast<double>(days)},
                 small_.authority);
  }
  outcomes.saw({.kind = HappeningKind::unallocated_ended,
                .day = 50,
                .slot = 0,
                .reason = ClosingReason::not_in_need,
                .days = 1000},
               small_.authority);
  EXPECT_EQ(value(outcomes, "unallocated_median_days"), 5.0);
  EXPECT_EQ(value(outcomes, "unallocated_p90_days"), 9.0);
}

TEST_F(Caseload, counts_who_has_no_worker_under_family_help_too) {
  ObservedOutcomes outcomes = watched();
  small_.observers.add(outcomes.observer());
  small_.open_statutory(small_.new_family(4, NeglectLevel::five), ServiceTier::child_protection);
  for (int family = 0; family < 2; ++family) {
    small_.open_statutory(small_.new_family(2, NeglectLevel::four), ServiceTier::child_in_need);
  }
  ModelParameters merged = with_two_places();
  merged.workforce.key_workers_per_10000 = 0;
  merged.family_help.model = ServiceModel::merged;
  merged.family_help.protection_share = 1;
  small_.live_until(10);
  small_.adopt(merged);
  small_.open_statutory(small_.new_family(1, NeglectLevel::four), ServiceTier::child_in_need);
  ASSERT_EQ(small_.authority.unallocated.length(), 0);
  EXPECT_EQ(value(outcomes, "unallocated_peak"), 3.0);
}

TEST_F(Caseload, counts_children_in_care_beside_their_siblings_at_home) {
  small_.rules.p.care.siblings_in_care = 0;
  ObservedOutcomes outcomes = watched();
  const FamilySlot family = small_.new_family(2, NeglectLevel::four);
  small_.open_statutory(family, ServiceTier::child_in_need);
  start_care(small_.world, family);
  ASSERT_EQ(count_of(small_.case_of(family).in_care), 1);
  small_.live_until(100);
  outcomes.observer().month_ended(small_.authority, 0);
  EXPECT_DOUBLE_EQ(value(outcomes, "caseload_social_worker"), 2.0);
}

TEST_F(Caseload, counts_children_on_a_plan_with_the_lead_practitioner_and_the_second_worker) {
  ObservedOutcomes outcomes = watched();
  ModelParameters merged = with_two_places();
  merged.family_help.model = ServiceModel::merged;
  merged.family_help.protection_share = 1;
  merged.family_help.transition_months = 0;
  merged.protection.siblings_planned = 0;
  small_.adopt(merged);
  const FamilySlot family = small_.new_family(2, NeglectLevel::five);
  small_.seek(family, ServiceTier::targeted_early_help);
  start_plan(small_.world, family, {5.0, 5.0});
  ASSERT_EQ(count_of(small_.case_of(family).planned), 1);
  ASSERT_NE(small_.case_of(family).second_worker, nobody);
  small_.live_until(30);
  outcomes.observer().month_ended(small_.authority, 0);
  EXPECT_DOUBLE_EQ(value(outcomes, "caseload_social_worker"), 1.0) << "of the child on the plan";
  EXPECT_DOUBLE_EQ(value(outcomes, "caseload_key_worker"), 2.0 / 2) << "two key workers";
}

TEST_F(Caseload, counts_children_of_outside_cases_while_a_worker_holds_them) {
  for (const double with_case_holder : {1.0, 0.0}) {
    ModelParameters p = with_two_places();
    p.outside.assessed_only_share = 0;
    p.outside.with_case_holder = with_case_holder;
    p.outside.long_share = 1;
    p.outside.long_years = 100;
    SmallWorld small(p);
    ObservedOutcomes outcomes(caseload_outcomes(), {p, small.authority, 200, 200 / 365.25});
    receive_outside_referral(small.world);
    small.authority.outside.next_arrival = no_day;
    outcomes.observer().month_ended(small.authority, 0);
    small.live_until(150);
    ASSERT_EQ(small.authority.outside.rows[0].stage, OutsideStage::in_need);
    outcomes.observer().month_ended(small.authority, 1);
    EXPECT_DOUBLE_EQ(outcomes.value("caseload_social_worker", small.authority),
                     with_case_holder > 0.5 ? 1.0 : 0.5)
        << "held at the end of both months, or of the assessment's alone";
  }
}

}  // namespace
}  // namespace stepdown
