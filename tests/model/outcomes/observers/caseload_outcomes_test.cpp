#include "model/outcomes/observers/caseload_outcomes.h"

#include <gtest/gtest.h>

#include <memory>

#include "tests/fixtures/small_authority.h"

namespace stepdown {
namespace {

constexpr std::size_t of_social_worker = 0;
constexpr std::size_t of_key_worker = 1;
constexpr std::size_t over_the_cap = 3;
constexpr std::size_t unallocated = 4;
constexpr std::size_t peak = 5;

TEST(Caseload, is_the_mean_over_the_horizon_without_what_was_before) {
  ModelParameters p = quiet_authority();
  p.workforce.key_workers_per_10000 = 2;
  p.caseload.social_worker_cap = 2;
  SmallWorld small(p);
  const FamilySlot held = small.new_family(4, NeglectLevel::five);
  small.authority.now = -50;  // the warm-up
  small.open_statutory(held, ServiceTier::child_protection);
  small.live_until(0);
  for (Team& team : small.authority.teams) {
    team.settle(0);
  }
  const auto observer = caseload_outcomes().observe({p, small.authority, 100, 100 / 365.25});
  small.observers.add(*observer);
  small.seek(small.new_family(3, NeglectLevel::three), ServiceTier::targeted_early_help);
  const FamilySlot in_need = small.new_family(2, NeglectLevel::four);
  small.live_until(60);
  small.open_statutory(in_need, ServiceTier::child_in_need);
  small.live_until(100);
  for (Team& team : small.authority.teams) {
    team.settle(100);
  }
  small.authority.stocks.each([](Tally& tally) { tally.settle(100); });
  const std::vector<double> values = observer->run_values(small.authority);
  EXPECT_DOUBLE_EQ(values[of_social_worker], 4.0);
  EXPECT_DOUBLE_EQ(values[of_key_worker], 1.5);
  EXPECT_DOUBLE_EQ(values[over_the_cap], 2.0);
  EXPECT_DOUBLE_EQ(values[unallocated], 2 * 0.4);
  EXPECT_DOUBLE_EQ(values[peak], 1.0);
}

}  // namespace
}  // namespace stepdown
