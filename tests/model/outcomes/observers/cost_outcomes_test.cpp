#include "model/outcomes/observers/cost_outcomes.h"

#include <gtest/gtest.h>

#include <memory>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

TEST(Cost, is_that_of_the_posts_busy_or_not_and_of_each_day_in_care) {
  ModelParameters p = quiet_authority();
  p.workforce.key_workers_per_10000 = 3;
  p.cost.community_worker = 10;
  p.cost.key_worker = 100;
  p.cost.social_worker = 1000;
  p.cost.looked_after_child = 10'000;
  SmallWorld small(p);
  const auto observer = cost_outcomes().observe({p, small.authority, 365.25, 1});
  const FamilySlot family = small.new_family(2, NeglectLevel::five);
  small.live_until(182.625);
  small.open_statutory(family, ServiceTier::looked_after);
  small.live_until(200);
  small.authority.stocks.each([](Tally& tally) { tally.settle(200); });
  observer->month_ended(small.authority, 0);
  small.live_until(273.9375);
  end_case(small.world, family, ClosingReason::permanence);
  small.live_until(365.25);
  small.authority.stocks.each([](Tally& tally) { tally.settle(365.25); });
  observer->month_ended(small.authority, 1);
  const double care = 2 * 0.25 * 10'000;
  const std::vector<double> values = observer->run_values(small.authority);
  EXPECT_NEAR(values[0], 10 + 3 * 100 + 1000 + care, 1e-9);
  EXPECT_NEAR(values[1], 10, 1e-9);
  EXPECT_NEAR(values[2], 300, 1e-9);
  EXPECT_NEAR(values[3], 1000, 1e-9);
  EXPECT_NEAR(values[4], care, 1e-9);
  const std::vector<double> months = observer->monthly_values();
  ASSERT_EQ(months.size(), 2u);
  EXPECT_NEAR(months[0], (1310 * 200 + 2 * 17.375 * 10'000) / 365.25, 1e-9);
  EXPECT_NEAR(months[0] + months[1], values[0], 1e-9);
}

}  // namespace
}  // namespace stepdown
