#include "analysis/decision/scenario_discovery.h"

#include <gtest/gtest.h>

#include <vector>

#include "analysis/sampling/scrambled_sobol.h"

namespace stepdown {
namespace {

std::vector<std::vector<double>> rows_of(std::size_t worlds, std::size_t inputs) {
  const std::vector<double> points = scrambled_sobol(worlds, inputs, 3);
  std::vector<std::vector<double>> rows(inputs);
  for (std::size_t i = 0; i < points.size(); ++i) {
    rows[i % inputs].push_back(points[i]);
  }
  return rows;
}

TEST(Discovery, finds_a_plain_border_and_counts_worlds_it_did_not_look_at) {
  const auto rows = rows_of(128, 3);
  std::vector<bool> lost;
  for (std::size_t world = 0; world < 128; ++world) {
    lost.push_back(rows[1][world] > 0.7);
  }
  const auto box = discover(rows, lost);
  ASSERT_TRUE(box);
  ASSERT_EQ(box->sides.size(), 1);
  EXPECT_EQ(box->sides[0].input, 1);
  EXPECT_TRUE(box->sides[0].is_above);
  EXPECT_NEAR(box->sides[0].value, 0.7, 0.02);
  EXPECT_EQ(box->worlds, 64);
  EXPECT_GE(box->density(), 0.9);
  EXPECT_GE(box->coverage(), 0.9);
}

TEST(Discovery, finds_nothing_where_all_worlds_are_alike) {
  EXPECT_FALSE(discover(rows_of(64, 2), std::vector<bool>(64, true)));
  EXPECT_FALSE(discover(rows_of(64, 2), std::vector<bool>(64, false)));
}

}  // namespace
}  // namespace stepdown
