#include "model/outcomes/observers/waiting_outcomes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr ServiceTier targeted = ServiceTier::targeted_early_help;

/// The measures of waiting for targeted early help in a quiet authority without key workers, over a
/// hundred days.
class Waiting : public testing::Test {
 protected:
  Waiting() {
    ModelParameters p = quiet_authority();
    p.workforce.key_workers_per_10000 = 0;
    small_.adopt(p);
    observer_ = waiting_outcomes().observe({small_.rules.p, small_.authority, 100, 100 / 365.25});
    small_.observers.add(*observer_);
  }

  void wait_ended(double days, ClosingReason reason = ClosingReason::none) {
    observer_->saw({.kind = HappeningKind::waiting_ended,
                    .day = 50,
                    .slot = 0,
                    .tier = targeted,
                    .reason = reason,
                    .days = days},
                   small_.authority);
  }
  double value(std::string_view name) {
    small_.authority.list_of(targeted).settle(100);
    const OutcomeKind kind = waiting_outcomes();
    const auto at = std::ranges::find(kind.run_measures, name, &Measure::name);
    EXPECT_NE(at, kind.run_measures.end()) << name;
    return observer_->run_values(small_.authority)
        .at(static_cast<std::size_t>(at - kind.run_measures.begin()));
  }

  SmallWorld small_{quiet_authority()};
  std::unique_ptr<OutcomeObserver> observer_;
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
  const auto from_now_on =
      waiting_outcomes().observe({small_.rules.p, small_.authority, 100, 100 / 365.25});
  small_.observers.add(*from_now_on);
  small_.live_until(30);
  end_case(small_.world, small_.authority.list_of(targeted).first(), ClosingReason::dropped_out);
  from_now_on->month_ended(small_.authority, 0);
  EXPECT_EQ(from_now_on->run_values(small_.authority).at(6), 2.0);
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
