#include "analysis/decision/stopping.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace stepdown {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

std::size_t runs_until_met(StoppingRule rule, double spread, std::size_t most = 10'000) {
  while (!rule.is_met() && rule.runs() < most) {
    const double sign = rule.runs() % 2 == 0 ? 1 : -1;
    rule.take(std::vector<double>{10 + sign * spread, 5});
  }
  return rule.runs();
}

TEST(StoppingRule, wants_30_runs_at_least) {
  EXPECT_EQ(runs_until_met(StoppingRule({{1, false}, {1, false}}), 0.01), 30);
}

TEST(StoppingRule, wants_all_measures_to_pass) {
  EXPECT_GT(runs_until_met(StoppingRule({{0.1, false}, {1, false}}), 1), 300);
  EXPECT_EQ(runs_until_met(StoppingRule({{10, false}, {1, false}}), 1), 30);
}

TEST(StoppingRule, reads_a_share_of_the_mean_itself) {
  // 1% of 10, a little less for the error of the mean: 1.96 / sqrt(n) <= 0.099.
  EXPECT_NEAR(static_cast<double>(runs_until_met(StoppingRule({{0.01, true}, {1, false}}), 1)),
              std::pow(1.96 / 0.099, 2), 6);
}

TEST(StoppingRule, counts_only_runs_that_have_a_value) {
  StoppingRule rule({{1, false}});
  for (int run = 0; run < 50; ++run) {
    rule.take(std::vector<double>{run % 2 == 0 ? none : 1.0});
  }
  EXPECT_FALSE(rule.is_met());
  for (int run = 0; run < 10; ++run) {
    rule.take(std::vector<double>{run % 2 == 0 ? none : 1.0});
  }
  EXPECT_TRUE(rule.is_met());
}

TEST(StoppingRule, is_met_by_a_difference_that_is_always_zero) {
  StoppingRule rule({{0.01, true}});
  for (int run = 0; run < 30; ++run) {
    rule.take(std::vector<double>{0.0});
  }
  EXPECT_TRUE(rule.is_met());
}

}  // namespace
}  // namespace stepdown
