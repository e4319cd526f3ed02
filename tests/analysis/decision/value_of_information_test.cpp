#include "analysis/decision/value_of_information.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace stepdown {
namespace {

std::vector<double> halves(double low, double high) {
  std::vector<double> values;
  for (int i = 0; i < 100; ++i) {
    values.push_back(i % 2 == 0 ? low : high);
  }
  return values;
}

TEST(WorthOfKnowingAll, is_what_the_better_choice_would_gain) {
  // 3 or -1 with equal chance: taken on average, and given up in half of all worlds for 1 more.
  const std::vector<std::vector<double>> benefits{std::vector<double>(100, 0.0), halves(3, -1)};
  const WorthOfKnowing found = worth_of_knowing_all(benefits);
  EXPECT_NEAR(found.worth, 0.5, 1e-12);
  EXPECT_LT(found.low, 0.5);
  EXPECT_GT(found.high, 0.5);
}

TEST(WorthOfKnowing, is_nothing_where_one_option_is_always_better) {
  std::vector<double> input;
  std::vector<double> benefit;
  for (int i = 0; i < 100; ++i) {
    input.push_back(i);
    benefit.push_back(1000 + i);
  }
  const std::vector<std::vector<double>> inputs{input};
  const std::vector<std::vector<double>> benefits{benefit};
  const WorthOfKnowing found = worth_of_knowing(inputs, benefits, 1);
  EXPECT_NEAR(found.worth, 0, 1e-6);
}

TEST(WorthOfKnowing, finds_a_bend) {
  // Only beyond 70 does the option gain anything; before, it loses 10.
  std::vector<double> input;
  std::vector<double> benefit;
  for (int i = 0; i < 200; ++i) {
    input.push_back(i / 2.0);
    benefit.push_back(i / 2.0 > 70 ? i / 2.0 - 70 : -10);
  }
  double truth = 0;
  for (const double each : benefit) {
    truth += each > 0 ? each / 200 : 0;
  }
  const std::vector<std::vector<double>> inputs{input};
  const std::vector<std::vector<double>> benefits{benefit};
  EXPECT_NEAR(worth_of_knowing(inputs, benefits, 1).worth, truth, 0.15 * truth);
}

TEST(WorthOfKnowing, follows_a_smooth_curve) {
  std::vector<double> input;
  std::vector<double> benefit;
  double truth = 0;
  for (int i = 0; i < 400; ++i) {
    input.push_back(i / 400.0);
    benefit.push_back(std::sin(10 * input.back()) - 0.5);
    truth += std::max(0.0, benefit.back()) / 400;
  }
  const std::vector<std::vector<double>> inputs{input};
  const std::vector<std::vector<double>> benefits{benefit};
  EXPECT_NEAR(worth_of_knowing(inputs, benefits, 1).worth, truth, 0.01 * truth);
}

}  // namespace
}  // namespace stepdown
