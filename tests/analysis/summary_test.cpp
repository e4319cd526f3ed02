#include "analysis/summary.h"

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

namespace stepdown {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

TEST(Summary, agrees_with_a_worked_example) {
  // Student's own sleep data, second minus first drug: mean 1.58, standard error 0.38896, and the
  // 97.5% point of t with 9 degrees of freedom is 2.26216.
  const std::vector<double> differences{1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4};
  const Summary summary = summarise(differences);
  EXPECT_EQ(summary.runs, 10U);
  EXPECT_NEAR(summary.mean, 1.58, 1e-12);
  EXPECT_NEAR(summary.mean_low(), 0.7001142, 1e-6);
  EXPECT_NEAR(summary.mean_high(), 2.4598858, 1e-6);
}

TEST(Summary, widens_the_interval_with_the_confidence) {
  const std::vector<double> values{1, 2, 3, 4, 5};
  // Points of t with 4 degrees of freedom: 2.776445 (95%), 4.604095 (99%).
  const Summary summary = summarise(values);
  const double standard_error = std::sqrt(2.5 / 5);
  EXPECT_NEAR(summary.half_width, 2.776445 * standard_error, 1e-6);
  EXPECT_NEAR(half_width_of_mean(summary.deviation, 5, 0.99), 4.604095 * standard_error, 1e-6);
}

TEST(Summary, takes_the_90_percent_range_from_the_5th_to_the_95th_percentile) {
  std::vector<double> values;
  for (int i = 100; i >= 0; --i) {
    values.push_back(i);
  }
  EXPECT_DOUBLE_EQ(summarise(values).low, 5);
  EXPECT_DOUBLE_EQ(summarise(values).high, 95);
}

TEST(Summary, leaves_out_and_counts_runs_without_a_value) {
  const std::vector<double> values{none, 3, none, 5};
  const Summary summary = summarise(values);
  EXPECT_EQ(summary.runs, 2U);
  EXPECT_EQ(summary.missing, 2U);
  EXPECT_DOUBLE_EQ(summary.mean, 4);
}

TEST(Summary, of_nobody_is_no_number) {
  const Summary summary = summarise(std::vector<double>{none});
  EXPECT_EQ(summary.runs, 0U);
  EXPECT_TRUE(std::isnan(summary.mean));
  EXPECT_TRUE(std::isnan(summary.half_width));
  EXPECT_TRUE(std::isnan(summary.low));
}

TEST(Summary, of_one_run_has_a_mean_without_an_interval) {
  const Summary summary = summarise(std::vector<double>{7});
  EXPECT_DOUBLE_EQ(summary.mean, 7);
  EXPECT_TRUE(std::isnan(summary.half_width));
  EXPECT_DOUBLE_EQ(summary.high, 7);
}

TEST(Quantile, is_linear_between_two_values) {
  const std::vector<double> sorted{10, 20, 40};
  EXPECT_DOUBLE_EQ(quantile(sorted, 0.0), 10);
  EXPECT_DOUBLE_EQ(quantile(sorted, 0.25), 15);
  EXPECT_DOUBLE_EQ(quantile(sorted, 0.75), 30);
  EXPECT_DOUBLE_EQ(quantile(sorted, 1.0), 40);
}

}  // namespace
}  // namespace stepdown
