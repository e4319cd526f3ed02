#include "calibration/fit/fit_budget.h"

#include <gtest/gtest.h>

namespace stepdown {
namespace {

TEST(FitBudget, is_spent_on_correcting_then_checking_then_sampling) {
  const FitBudget small = divided(100, 200);
  EXPECT_EQ(small.correcting, 60U);
  EXPECT_EQ(small.checking, 40U);
  EXPECT_EQ(small.left, 0U);
  const FitBudget large = divided(2000, 200);
  EXPECT_EQ(large.correcting, 300U);
  EXPECT_EQ(large.checking, 200U);
  EXPECT_EQ(large.left, 1500U);
  EXPECT_EQ(divided(0, 200).checking, 0U);
}

TEST(FitBudget, for_sampling_by_runs_is_told_and_is_enough) {
  for (const std::size_t draws : {20U, 200U, 10'000U}) {
    for (const std::size_t figures : {1U, 24U}) {
      EXPECT_TRUE(are_enough_by_runs(divided(budget_by_runs(figures, draws), draws), figures))
          << draws << ' ' << figures;
    }
  }
  EXPECT_FALSE(are_enough_by_runs(divided(500, 200), 24));
  EXPECT_FALSE(are_enough_by_runs(divided(budget_by_runs(24, 200) - 1, 200), 24));
}

}  // namespace
}  // namespace stepdown
