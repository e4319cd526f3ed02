#include "analysis/sensitivity/sobol_indices.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <span>

#include "tests/fixtures/sensitivity_functions.h"

namespace stepdown {
namespace {

SobolPlan plan_of(std::vector<std::vector<std::size_t>> factors, std::size_t rows = 256) {
  SobolPlan plan;
  plan.factors = std::move(factors);
  plan.rows = rows;
  return plan;
}

// 3 x + 2 y + 6 (x - 1/2) (y - 1/2): variances 9/12, 4/12 and 36/144.
double crossed(std::span<const double> x) {
  return 3 * x[0] + 2 * x[1] + 6 * (x[0] - 0.5) * (x[1] - 0.5);
}
constexpr double of_x = 9.0 / 16;
constexpr double of_y = 4.0 / 16;
constexpr double of_both = 3.0 / 16;

TEST(SobolIndices, TellAloneFromTogether) {
  SobolPlan plan = plan_of(SobolPlan::single(2));
  plan.second_order = true;
  const SobolIndices indices = sobol_indices(plan, values_at(SobolDesign(plan), crossed), 1);
  EXPECT_NEAR(indices.variance, 16.0 / 12, 0.01);
  EXPECT_NEAR(indices.mean, 2.5, 0.001);
  EXPECT_NEAR(indices.factors[0].first.value, of_x, 0.01);
  EXPECT_NEAR(indices.factors[0].total.value, of_x + of_both, 0.01);
  EXPECT_NEAR(indices.factors[1].first.value, of_y, 0.01);
  EXPECT_NEAR(indices.factors[1].total.value, of_y + of_both, 0.01);
  ASSERT_EQ(indices.pairs.size(), 1U);
  EXPECT_NEAR(indices.pairs[0].share.value, of_both, 0.02);
  EXPECT_TRUE(std::isnan(indices.luck.value)) << "one replicate cannot tell";
}

TEST(SobolIndices, CountAGroupAsOneFactor) {
  const SobolPlan plan = plan_of({{0, 1}, {2}});
  const SobolIndices indices =
      sobol_indices(plan,
                    values_at(SobolDesign(plan),
                              [](const auto& x) { return crossed(x) + std::sqrt(12.0) * x[2]; }),
                    1);
  const double all = 16.0 / 12 + 1;
  EXPECT_NEAR(indices.factors[0].first.value, 16.0 / 12 / all, 0.01);
  EXPECT_NEAR(indices.factors[0].total.value, 16.0 / 12 / all, 0.01);
  EXPECT_NEAR(indices.factors[1].total.value, 1 / all, 0.01);
}

TEST(SobolIndices, AreSharesOfAllSpreadAndOfWhatSettingsDecide) {
  const SobolPlan plan = plan_of(SobolPlan::single(2), 1024);
  const double sd = std::sqrt(16.0 / 12);
  const SobolIndices indices =
      sobol_indices(plan, noisy_values_at(SobolDesign(plan), crossed, sd), 2);
  EXPECT_NEAR(indices.luck.value, 0.5, 0.03);
  EXPECT_NEAR(indices.factors[0].total.value, (of_x + of_both) / 2, 0.03);
  EXPECT_NEAR(indices.factors[0].total_of_settings.value, of_x + of_both, 0.05);
}

TEST(SobolIndices, MeanTheSameWithCommonLuckInARow) {
  const SobolPlan plan = plan_of(SobolPlan::single(2), 1024);
  const double sd = std::sqrt(16.0 / 12);
  const SobolIndices indices =
      sobol_indices(plan, noisy_values_at(SobolDesign(plan), crossed, sd, true), 2);
  EXPECT_NEAR(indices.luck.value, 0.5, 0.03);
  EXPECT_NEAR(indices.factors[0].total.value, (of_x + of_both) / 2, 0.01);
  EXPECT_NEAR(indices.factors[1].total.value, (of_y + of_both) / 2, 0.01);
}

TEST(SobolIndices, CountValuesThatAreMissingAndGoOnWithoutThem) {
  const SobolPlan plan = plan_of(SobolPlan::single(2));
  std::vector<double> values = values_at(SobolDesign(plan), crossed);
  const std::size_t of_a_block = values.size() / plan.scrambles;
  for (std::size_t i = 0; i < 20; ++i) {
    values[3 * of_a_block + 7 * i] = std::numeric_limits<double>::quiet_NaN();
  }
  const SobolIndices indices = sobol_indices(plan, values, 1);
  EXPECT_EQ(indices.all_missing(), 20U);
  EXPECT_EQ(indices.missing[3], 20U);
  EXPECT_EQ(indices.missing[2], 0U);
  EXPECT_EQ(indices.values, values.size());
  EXPECT_NEAR(indices.factors[0].total.value, of_x + of_both, 0.02);
}

TEST(SobolIndices, LeaveOutAScrambleOfWhichNothingIsThere) {
  const SobolPlan plan = plan_of(SobolPlan::single(2));
  std::vector<double> values = values_at(SobolDesign(plan), crossed);
  std::fill_n(values.begin(), values.size() / plan.scrambles,
              std::numeric_limits<double>::quiet_NaN());
  const SobolIndices indices = sobol_indices(plan, values, 1);
  EXPECT_NEAR(indices.factors[0].total.value, of_x + of_both, 0.02);
}

TEST(SobolIndices, SayNothingWhereNothingDiffers) {
  const SobolPlan plan = plan_of(SobolPlan::single(2));
  const std::vector<double> values(plan.evaluations() * 2, 4.0);
  const SobolIndices indices = sobol_indices(plan, values, 2);
  EXPECT_EQ(indices.variance, 0);
  EXPECT_TRUE(std::isnan(indices.factors[0].total.value));
  EXPECT_TRUE(std::isnan(indices.luck.value));
}

TEST(SobolIndices, OfAFactorThatDoesNothingAreExactlyZeroWithCommonLuck) {
  const SobolPlan plan = plan_of(SobolPlan::single(2));
  const auto only_first = [](const auto& x) { return x[0]; };
  const SobolIndices indices =
      sobol_indices(plan, noisy_values_at(SobolDesign(plan), only_first, 1, true), 2);
  EXPECT_EQ(indices.factors[1].total.value, 0);
  EXPECT_EQ(indices.factors[1].first.value, 0);
}

}  // namespace
}  // namespace stepdown
