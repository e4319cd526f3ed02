#include "analysis/decision/scenario_discovery.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <vector>

#include "analysis/sampling/keyed_numbers.h"
#include "analysis/sampling/scrambled_sobol.h"

namespace stepdown {
namespace {

constexpr std::size_t worlds = 256;
constexpr std::size_t inputs = 5;

std::vector<std::vector<double>> places(std::uint64_t key) {
  const std::vector<double> points = scrambled_sobol(worlds, inputs, key);
  std::vector<std::vector<double>> rows(inputs);
  for (std::size_t i = 0; i < points.size(); ++i) {
    rows[i % inputs].push_back(points[i]);
  }
  return rows;
}

// A box by chance may be told in one of 100 cases: more than 16 of 300 have a chance below 1e-6.
TEST(Discovery, tells_no_box_where_there_is_only_chance) {
  constexpr int times = 300;
  int told = 0;
  for (int time = 0; time < times; ++time) {
    const KeyedNumbers numbers(static_cast<std::uint64_t>(time));
    std::vector<bool> lost;
    for (std::uint32_t world = 0; world < worlds; ++world) {
      lost.push_back(numbers.uniform(world, 0) < 0.3);
    }
    told += discover(places(static_cast<std::uint64_t>(time)), lost) ? 1 : 0;
  }
  std::printf("told %d of %d\n", told, times);
  EXPECT_LE(told, 16);
}

// Two of five inputs matter; in the corner nine of ten worlds lose, elsewhere one of ten. The sides
// were right in 198 of 200 cases: fewer than 90 of 100 have a chance below 1e-6.
TEST(Discovery, finds_the_corner_in_which_a_policy_loses) {
  constexpr int times = 100;
  int right = 0;
  double above = 0;
  double density = 0;
  for (int time = 0; time < times; ++time) {
    const auto key = static_cast<std::uint64_t>(time);
    const KeyedNumbers numbers(key);
    const std::vector<std::vector<double>> rows = places(key);
    std::vector<bool> lost;
    for (std::uint32_t world = 0; world < worlds; ++world) {
      const bool is_in_corner = rows[1][world] > 0.6 && rows[3][world] < 0.5;
      lost.push_back(numbers.uniform(world, 0) < (is_in_corner ? 0.9 : 0.1));
    }
    const auto box = discover(rows, lost);
    if (!box) {
      continue;
    }
    bool has_both = false;
    bool has_upper = false;
    for (const BoxSide& side : box->sides) {
      has_upper = has_upper || (side.input == 1 && side.is_above);
      has_both = has_both || (side.input == 3 && !side.is_above);
      above += side.input == 1 && side.is_above ? side.value / times : 0;
    }
    right += has_both && has_upper && box->sides.size() == 2 ? 1 : 0;
    density += box->density() / times;
  }
  std::printf("right sides %d of %d, mean side %.3f, density %.3f\n", right, times, above, density);
  EXPECT_GE(right, times * 9 / 10);
  EXPECT_NEAR(above, 0.6, 0.08);
  EXPECT_GE(density, 0.75);
}

}  // namespace
}  // namespace stepdown
