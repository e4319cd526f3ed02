#include <gtest/gtest.h>

#include "analysis/sampling/scrambled_sobol.h"
#include "analysis/sensitivity/given_data.h"
#include "tests/fixtures/sensitivity_functions.h"

namespace stepdown {
namespace {

GivenData of_ishigami(std::uint64_t seed, bool luck_alone) {
  constexpr std::size_t points = 256;
  constexpr std::size_t inputs = 4;  // the last does nothing
  GivenData data{inputs, 1, scrambled_sobol(points, inputs, seed), {}};
  const Luck luck({seed, 1});
  for (std::size_t i = 0; i < points; ++i) {
    data.values.push_back(luck_alone ? luck.standard_normal(static_cast<std::uint32_t>(i),
                                                            static_cast<Decision>(250), 0)
                                     : ishigami({data.places.data() + inputs * i, 3}));
  }
  return data;
}

// Of 200 studies in which no input does anything, about 10 should name one; with the nominal 0.05
// more than 30 come with a chance below 1e-7.
TEST(GivenDataEffects, RarelyNameAnInputThatDoesNothing) {
  int named = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    bool any = false;
    const GivenDataEffects effects = given_data_effects(of_ishigami(seed, true), seed);
    for (const GivenDataEffect& effect : effects.inputs) {
      any = any || effect.stands_out(effects.by_chance);
    }
    named += any ? 1 : 0;
  }
  EXPECT_LE(named, 30);
  EXPECT_GE(named, 1);
}

TEST(GivenDataEffects, NameTheInputsThatMoveIshigami) {
  int inert = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const GivenDataEffects effects = given_data_effects(of_ishigami(seed, false), seed);
    EXPECT_TRUE(effects.inputs[0].stands_out(effects.by_chance));
    EXPECT_TRUE(effects.inputs[1].stands_out(effects.by_chance));
    inert += effects.inputs[3].stands_out(effects.by_chance) ? 1 : 0;
  }
  EXPECT_LE(inert, 5);
}

}  // namespace
}  // namespace stepdown
