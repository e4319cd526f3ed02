#include <gtest/gtest.h>

#include <array>

#include "analysis/sensitivity/morris_design.h"
#include "analysis/sensitivity/morris_effects.h"
#include "tests/fixtures/sensitivity_functions.h"

namespace stepdown {
namespace {

// Exact by going over the whole grid of four levels. One per cent is one standard error where walks
// begin at random; spread evenly they come much nearer.
TEST(MorrisEffectsOfIshigami, ComeWithinOnePerCentOfTheExactOnes) {
  constexpr std::array<double, 3> exact = {7.704054, 7.875, 6.248796};
  for (const std::uint64_t seed : {0U, 1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U, 9U}) {
    const MorrisDesign design({3, 10'000, 1, seed});
    std::vector<double> values;
    for (std::size_t i = 0; i < design.plan().evaluations(); ++i) {
      values.push_back(ishigami(design.point(i)));
    }
    const std::vector<MorrisEffect> effects = morris_effects(design, values, 1);
    for (std::size_t i = 0; i < 3; ++i) {
      EXPECT_NEAR(effects[i].size.value, exact[i], 0.01 * exact[i]) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace stepdown
