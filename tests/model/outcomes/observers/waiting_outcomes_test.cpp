#include "model/outcomes/observers/waiting_outcomes.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/fixtures/observed_outcomes.h"
#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier targeted = ServiceTier::targeted_early_help;

ModelParameters without_key_workers() {
  ModelParameters p = quiet_authority();
  p.workforce.key_workers_per_10000 = 0;
  return p;
}

/// The measures of waiting for targeted early help in a quiet authority without key workers, over a
/// hundred days.
class Waiting : public testing::Test {
 protected:
  Waiting() : outcomes_(waiting_outcomes(), hundred_days()) {
    small_.observers.add(outcomes_.observer());
  }

  HorizonFacts hundred_days() const {
    return {small_.rules.p, small_.authority, 100, 100 / 365.25};
  }
  void wait_ended(double days, ClosingReason reason = ClosingReason::none) {
    outcomes_.saw({.kind = HappeningKind::waiting_ended,
                   .day = 50,
                   .slot = 0,
                   .tier = targeted,
                   .reason = reason,
                   .days = days},
                  small_.authority);
  }
  double value(std::string_view name) {
    settle_tallies(small_.authority);
    return outcomes_.value(name, small_.authority);
  }

  SmallWorld small_{without_key_workers()};
  ObservedOutcomes outcomes_;
};

TEST_F(Waiting, has_a_mean_over_time_and_a_peak) {
  const FamilySlot first = small_.new_family();
  small_.seek(first, targeted);
  small_.live_until(40);
  small_.seek(small_.new_family(), targeted);
  small_.live_until(60);
  end_case(small_.world, first, ClosingReason::dropped_out);
  small_.live_until(100);
  EXPECT_DOUBLE_EQ(value("waiting_targeted_early_help_mean"), (60.0 + 60.0) / 100.0);
  EXPECT_EQ(value("waiting_targeted_early_help_peak"), 2.0);
  EXPECT_EQ(value("waiting_targeted_early_help_dropped_out"), 100.0);
  EXPECT_EQ(value("waiting_community_early_help_peak"), 0.0);
}

TEST_F(Waiting, has_the_peak_of_a_list_that_only_grows_shorter_from_day_0) {
  small_.seek(small_.new_family(), targeted);
  small_.seek(small_.new_family(), targeted);
  ObservedOutcomes from_now_on(waiting_outcomes(), hundred_days());
  small_.observers.add(from_now_on.observer());
  small_.live_until(30);
  end_case(small_.world, small_.list(targeted).first(), ClosingReason::dropped_out);
  from_now_on.observer().month_ended(small_.authority, 0);
  EXPECT_EQ(from_now_on.value("waiting_targeted_early_help_peak", small_.authority), 2.0);
}

TEST_F(Waiting, leaves_out_families_of_family_help_who_are_in_need_and_wait_on_the_same_list) {
  const FamilySlot in_need = small_.new_family(1, NeglectLevel::four);
  small_.seek(small_.new_family(), targeted);
  small_.team(ServiceTier::child_in_need).set_cap(0, 0, 0);
  small_.open_statutory(small_.new_family(1, NeglectLevel::five), ServiceTier::child_protection);
  small_.open_statutory(in_need, ServiceTier::child_in_need);
  ASSERT_EQ(small_.case_of(in_need).stage, CaseStage::unallocated);
  small_.live_until(20);
  ModelParameters merged = without_key_workers();
  merged.family_help.model = ServiceModel::merged;
  merged.family_help.protection_share = 1;
  small_.adopt(merged);
  ASSERT_EQ(small_.authority.waiting_for(1), 2);
  small_.live_until(60);
  const FamilySlot later = small_.new_family(1, NeglectLevel::four);
  small_.open_statutory(later, ServiceTier::child_in_need);
  ASSERT_EQ(small_.authority.waiting_for(1), 3);
  small_.live_until(80);
  end_case(small_.world, in_need, ClosingReason::not_in_need);
  small_.live_until(100);
  outcomes_.observer().month_ended(small_.authority, 0);
  EXPECT_DOUBLE_EQ(value("waiting_targeted_early_help_mean"), 1.0);
  EXPECT_EQ(value("waiting_targeted_early_help_peak"), 1.0);
  EXPECT_EQ(outcomes_.observer().monthly_values().back(), 1.0);
}

TEST_F(Waiting, has_the_median_and_the_day_that_one_in_ten_exceeds) {
  for (const double days : {9, 1, 8, 2, 7, 3, 6, 4, 5, 10}) {
    wait_ended(days);
  }
  wait_ended(77, ClosingReason::dropped_out);
  wait_ended(78, ClosingReason::stepped_up);
  EXPECT_EQ(value("waiting_targeted_early_help_median_days"), 5.0);
  EXPECT_EQ(value("waiting_targeted_early_help_p90_days"), 9.0);
  EXPECT_DOUBLE_EQ(value("waiting_targeted_early_help_dropped_out"), 100.0 / 11.0);
  EXPECT_TRUE(std::isnan(value("waiting_community_early_help_median_days")));
}

}  // namespace
}  // namespace stepdown
