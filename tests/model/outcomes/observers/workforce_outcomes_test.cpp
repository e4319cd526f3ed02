#include "model/outcomes/observers/workforce_outcomes.h"

#include <gtest/gtest.h>

#include <cmath>

#include "model/processes/care.h"
#include "model/processes/statutory.h"
#include "model/processes/workforce.h"
#include "tests/fixtures/observed_outcomes.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

ModelParameters with_ten_social_workers() {
  ModelParameters p = quiet_authority();
  p.workforce.social_workers = 10;
  p.workforce.agency_cover = 0;
  p.workforce.recruitment_weeks = 1e9;  // nobody comes after those who leave
  return p;
}

/// The measures of posts and of time over a year of a quiet authority of ten social workers.
class WorkforceMeasures : public testing::Test {
 protected:
  WorkforceMeasures() { small_.observers.add(outcomes_.observer()); }

  Worker& worker(WorkerId id) { return small_.team(ServiceTier::child_in_need).worker(id); }
  void tell(HappeningKind kind, double day, FamilySlot slot,
            ServiceTier tier = ServiceTier::universal, ClosingReason reason = ClosingReason::none) {
    outcomes_.saw({.kind = kind, .day = day, .slot = slot, .tier = tier, .reason = reason},
                  small_.authority);
  }
  double value(std::string_view name) {
    settle_tallies(small_.authority);
    return outcomes_.value(name, small_.authority);
  }

  SmallWorld small_{with_ten_social_workers()};
  ObservedOutcomes outcomes_{workforce_outcomes(), {small_.rules.p, small_.authority, 365.25, 1}};
};

TEST_F(WorkforceMeasures, count_a_post_as_vacant_until_it_has_a_permanent_worker) {
  worker(0).staffing = Staffing::vacant;
  worker(1).staffing = Staffing::agency;
  worker(2).staffing = Staffing::newly_qualified;
  worker(3).is_absent = true;
  outcomes_.observer().month_ended(small_.authority, 0);
  worker(9).staffing = Staffing::closed;
  worker(0).staffing = worker(1).staffing = Staffing::permanent;
  outcomes_.observer().month_ended(small_.authority, 1);
  EXPECT_DOUBLE_EQ(value("vacancy_rate"), 100.0 * 2 / 19);
  EXPECT_DOUBLE_EQ(value("agency_share"), 100.0 * 1 / 18) << "of those in post";
  EXPECT_DOUBLE_EQ(value("absence_share"), 100.0 * 2 / 18);
  EXPECT_EQ(outcomes_.observer().monthly_values(), (std::vector<double>{2, 0}));
}

TEST_F(WorkforceMeasures, count_leavers_a_year_of_work) {
  small_.live_until(0.5 * 365.25);
  staff_exodus(small_.world, 0.4);
  small_.live_until(365.25);
  EXPECT_DOUBLE_EQ(value("turnover_rate"), 100.0 * 4 / (0.5 * 10 + 0.5 * 6));
}

TEST_F(WorkforceMeasures, tell_how_often_a_child_in_need_gets_another_worker) {
  const FamilySlot family = small_.new_family(2, NeglectLevel::four);
  small_.open_statutory(family, ServiceTier::child_in_need);
  small_.live_until(0.25 * 365.25);
  for (int change = 0; change < 3; ++change) {
    outcomes_.saw({.kind = HappeningKind::worker_changed,
                   .day = small_.authority.now,
                   .slot = family,
                   .tier = ServiceTier::child_in_need,
                   .children = 2},
                  small_.authority);
  }
  outcomes_.saw({.kind = HappeningKind::worker_changed,
                 .day = small_.authority.now,
                 .slot = family,
                 .tier = ServiceTier::targeted_early_help,
                 .children = 2},
                small_.authority);
  EXPECT_DOUBLE_EQ(value("worker_changes"), 3 * 2 / (2 * 0.25));
}

TEST_F(WorkforceMeasures, tell_how_many_children_had_three_workers_when_need_ends) {
  const FamilySlot steady = small_.new_family(1, NeglectLevel::four);
  const FamilySlot handed_over = small_.new_family(1, NeglectLevel::four);
  for (const FamilySlot family : {steady, handed_over}) {
    small_.open_statutory(family, ServiceTier::child_in_need);
  }
  small_.world.case_of(steady).worker_changes = 1;
  small_.world.case_of(handed_over).worker_changes = 2;
  for (const FamilySlot family : {steady, handed_over}) {
    end_case(small_.world, family, ClosingReason::good_review);
  }
  EXPECT_EQ(value("children_with_3_workers"), 50.0);
}

TEST_F(WorkforceMeasures, time_the_front_door_by_all_its_decisions) {
  EXPECT_TRUE(std::isnan(value("decision_days_mean")));
  for (FamilySlot family = 0; family < 10; ++family) {
    tell(HappeningKind::referral, 100, family);
    tell(family == 0 ? HappeningKind::no_further_action : HappeningKind::referral_accepted,
         101.0 + family, family);
  }
  EXPECT_DOUBLE_EQ(value("decision_days_mean"), 5.5);
  EXPECT_DOUBLE_EQ(value("decision_days_p90"), 9.0);
}

TEST_F(WorkforceMeasures, time_the_way_from_a_referral_to_the_plan_that_follows) {
  tell(HappeningKind::referral, 100, 0);
  tell(HappeningKind::referral_accepted, 101, 0);
  tell(HappeningKind::assessment_ended, 140, 0);
  tell(HappeningKind::help_started, 150, 0, ServiceTier::child_in_need);
  tell(HappeningKind::help_started, 170, 0, ServiceTier::child_protection);
  EXPECT_DOUBLE_EQ(value("referral_to_help_days_mean"), 50.0) << "to the first plan alone";
  tell(HappeningKind::referral, 200, 1);
  tell(HappeningKind::help_started, 270, 1, ServiceTier::child_protection);
  EXPECT_DOUBLE_EQ(value("referral_to_help_days_mean"), 60.0);
  EXPECT_DOUBLE_EQ(value("referral_to_help_days_p90"), 70.0);
}

TEST_F(WorkforceMeasures, do_not_time_the_return_from_care_of_children_who_were_all_taken) {
  const FamilySlot all = small_.new_family(1, NeglectLevel::five);
  const FamilySlot some = small_.new_family(2, NeglectLevel::five);
  small_.rules.p.care.siblings_in_care = 0;
  for (const FamilySlot family : {all, some}) {
    tell(HappeningKind::referral, 0, family);
    hold_for_assessment(small_.world, family, small_.world.family(family).at_home);
    start_care(small_.world, family);
  }
  tell(HappeningKind::help_started, 400, all, ServiceTier::child_in_need);
  EXPECT_TRUE(std::isnan(value("referral_to_help_days_mean")));
  tell(HappeningKind::help_started, 40, some, ServiceTier::child_in_need);
  EXPECT_DOUBLE_EQ(value("referral_to_help_days_mean"), 40.0) << "of the sibling who stayed";
}

TEST_F(WorkforceMeasures, do_not_time_referrals_that_end_without_a_plan) {
  tell(HappeningKind::referral, 100, 0);
  tell(HappeningKind::no_further_action, 101, 0);
  tell(HappeningKind::help_started, 150, 0, ServiceTier::child_in_need);
  tell(HappeningKind::referral, 200, 1);
  tell(HappeningKind::assessment_ended, 240, 1, ServiceTier::universal, ClosingReason::not_in_need);
  tell(HappeningKind::help_started, 280, 1, ServiceTier::child_in_need);
  tell(HappeningKind::referral, 300, 2);
  tell(HappeningKind::help_started, 310, 2, ServiceTier::targeted_early_help);
  tell(HappeningKind::family_left, 311, 2);
  tell(HappeningKind::help_started, 320, 2, ServiceTier::child_in_need);
  tell(HappeningKind::referral, 330, 3);
  tell(HappeningKind::offer_declined, 335, 3, ServiceTier::child_in_need, ClosingReason::declined);
  tell(HappeningKind::help_started, 340, 3, ServiceTier::child_in_need);
  EXPECT_TRUE(std::isnan(value("referral_to_help_days_mean")));
}

}  // namespace
}  // namespace stepdown
