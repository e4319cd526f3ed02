#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "analysis/sensitivity/morris_design.h"
#include "analysis/sensitivity/morris_effects.h"
#include "model/random.h"

namespace stepdown {
namespace {

MorrisDesign design_of(std::size_t inputs, std::size_t walks, std::uint64_t seed = 1) {
  return MorrisDesign({inputs, walks / 4, 4, seed});
}

template <typename Function>
std::vector<double> values_at(const MorrisDesign& design, std::size_t replicates,
                              const Function& function) {
  std::vector<double> values;
  for (std::size_t i = 0; i < design.plan().evaluations(); ++i) {
    for (std::size_t r = 0; r < replicates; ++r) {
      values.push_back(function(design.point(i), i, r));
    }
  }
  return values;
}

TEST(MorrisDesign, MovesEveryInputOnceInAWalkByTwoThirdsOfItsRange) {
  const MorrisDesign design = design_of(5, 20);
  for (std::size_t walk = 0; walk < 20; ++walk) {
    std::set<std::size_t> moved;
    for (std::size_t step = 0; step < 5; ++step) {
      const std::vector<double> before = design.point(walk * 6 + step);
      const std::vector<double> after = design.point(walk * 6 + step + 1);
      const auto [input, is_up] = design.move(walk, step);
      moved.insert(input);
      for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_NEAR(after[i] - before[i], i != input ? 0 : is_up ? 2.0 / 3 : -2.0 / 3, 1e-12);
      }
    }
    EXPECT_EQ(moved.size(), 5U);
  }
}

TEST(MorrisDesign, ReachesAllFourLevels) {
  const MorrisDesign design = design_of(1, 200);
  std::set<double> levels;
  for (std::size_t i = 0; i < design.plan().evaluations(); ++i) {
    levels.insert(design.point(i).front());
  }
  EXPECT_EQ(levels, (std::set<double>{0, 1.0 / 3, 2.0 / 3, 1}));
}

TEST(MorrisEffects, OfAStraightLineAreItsSlopesWithoutUnevenness) {
  const MorrisDesign design = design_of(3, 12, 0);
  const auto effects = morris_effects(
      design, values_at(design, 1, [](const auto& x, auto, auto) { return 4 * x[0] - 2 * x[1]; }),
      1);
  EXPECT_NEAR(effects[0].mean.value, 4, 1e-9);
  EXPECT_NEAR(effects[1].mean.value, -2, 1e-9);
  EXPECT_NEAR(effects[1].size.value, 2, 1e-9);
  EXPECT_NEAR(effects[1].unevenness.value, 0, 1e-6);
  EXPECT_NEAR(effects[2].size.value, 0, 1e-9);
  EXPECT_TRUE(std::isnan(effects[0].luck)) << "one replicate cannot tell";
}

TEST(MorrisEffects, TellLuckFromUnevenness) {
  const MorrisDesign design = design_of(2, 400);
  const Luck luck({3, 0});
  const auto effects = morris_effects(
      design,
      values_at(design, 2,
                [&](const auto& x, std::size_t i, std::size_t r) {
                  return 10 * x[0] + luck.standard_normal(static_cast<std::uint32_t>(i),
                                                          static_cast<Decision>(250),
                                                          static_cast<std::uint32_t>(r));
                }),
      2);
  // The mean of two differences of two unit normals over a step of 2/3 has a variance of 9/4.
  EXPECT_NEAR(effects[1].by_luck, std::sqrt(2 / 3.141592653589793 * 2.25), 0.15);
  EXPECT_TRUE(effects[1].is_lost_in_luck());
  EXPECT_GT(effects[1].luck, 0.8);
  EXPECT_FALSE(effects[0].is_lost_in_luck());
  EXPECT_LT(effects[0].luck, 0.05);
  EXPECT_LT(effects[0].unevenness.value, 1) << "all of it would be 1.5";
}

TEST(MorrisEffects, CountStepsThatAreMissing) {
  const MorrisDesign design = design_of(2, 12);
  std::vector<double> values =
      values_at(design, 1, [](const auto& x, auto, auto) { return 4 * x[0] - 2 * x[1]; });
  values[1] = std::numeric_limits<double>::quiet_NaN();
  const auto effects = morris_effects(design, values, 1);
  EXPECT_EQ(effects[0].missing + effects[1].missing, 2U) << "the point in the middle ends two";
  EXPECT_NEAR(effects[0].mean.value, 4, 1e-9);
}

}  // namespace
}  // namespace stepdown
