#include "tests/statistics/uniform_bands.h"

#include <gtest/gtest.h>

#include <cmath>

#include "model/random.h"

namespace stepdown {
namespace {

// Four draws of three ranks, all 81 ways: at rank 0 one or two, at or below rank 1 two or three.
TEST(UniformBands, have_the_chance_that_counting_all_ways_gives) {
  int inside = 0;
  for (int way = 0; way < 81; ++way) {
    int at_0 = 0;
    int up_to_1 = 0;
    for (int draw = 0, rest = way; draw < 4; ++draw, rest /= 3) {
      at_0 += rest % 3 == 0 ? 1 : 0;
      up_to_1 += rest % 3 <= 1 ? 1 : 0;
    }
    inside += at_0 >= 1 && at_0 <= 2 && up_to_1 >= 2 && up_to_1 <= 3 ? 1 : 0;
  }
  EXPECT_NEAR(chance_inside(4, {1, 2}, {2, 3}), inside / 81.0, 1e-12);
}

// 4,000 times 200 equally likely ranks; 6 standard errors, a chance of one in 500 million.
TEST(UniformBands, are_left_as_often_as_they_say) {
  const UniformBands bands(200, 100, 0.95);
  constexpr std::uint32_t times = 4000;
  int outside = 0;
  for (std::uint32_t time = 0; time < times; ++time) {
    const Luck luck({8, time});
    std::vector<std::size_t> ranks;
    for (std::uint32_t i = 0; i < 200; ++i) {
      ranks.push_back(static_cast<std::size_t>(100 * luck.uniform(i, Decision{}, 0)));
    }
    outside += bands.outside(ranks) > 0 ? 1 : 0;
  }
  // Counts are whole numbers, so that the chance is not quite reached.
  const double share = static_cast<double>(outside) / times;
  EXPECT_LT(share, 0.05 + 6 * std::sqrt(0.05 * 0.95 / times));
  EXPECT_GT(share, 0.035 - 6 * std::sqrt(0.035 * 0.965 / times));
}

}  // namespace
}  // namespace stepdown
