#include "analysis/decision/scenario_discovery.h"

#include <gtest/gtest.h>

#include <set>
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

TEST(Discovery, draws_the_border_halfway_between_the_worlds_it_parts_the_first_world_too) {
  std::vector<std::vector<double>> rows(1);
  std::vector<bool> lost;
  for (std::size_t world = 0; world < 80; ++world) {
    rows[0].push_back(world % 2 == 0 ? 0.001 * static_cast<double>(world)
                                     : 0.8 + 0.001 * static_cast<double>(world));
    lost.push_back(world % 2 == 1);
  }
  rows[0][0] = 0.7;
  const auto box = discover(rows, lost);
  ASSERT_TRUE(box);
  EXPECT_NEAR(box->sides.front().value, (0.7 + 0.801) / 2, 1e-12);
}

TEST(Discovery, gives_further_sides_only_to_the_most_promising_boxes) {
  // Lost beyond two borders together, and beyond a third, which alone is the best to begin with.
  const auto rows = rows_of(1024, 3);
  std::vector<bool> lost;
  for (std::size_t world = 0; world < 1024; ++world) {
    lost.push_back((rows[0][world] > 0.5 && rows[1][world] > 0.5) || rows[2][world] > 0.78);
  }
  const auto inputs_of_box = [&](const DiscoveryPlan& plan) {
    std::set<std::size_t> inputs;
    const Box box = discover(rows, lost, plan).value();
    for (const BoxSide& side : box.sides) {
      inputs.insert(side.input);
    }
    return inputs;
  };
  EXPECT_EQ(inputs_of_box({}), (std::set<std::size_t>{0, 1}));
  EXPECT_EQ(inputs_of_box({.most_boxes = 1}), std::set<std::size_t>{2});
}

}  // namespace
}  // namespace stepdown
