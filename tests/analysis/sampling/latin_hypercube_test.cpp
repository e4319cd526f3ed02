#include "analysis/sampling/latin_hypercube.h"

#include <gmock/gmock.h>

#include <cmath>
#include <set>

namespace stepdown {
namespace {

using ::testing::SizeIs;

TEST(LatinHypercube, HasOnePointInEveryStretchOfEveryDimension) {
  constexpr std::size_t points = 97;
  const std::vector<double> made = latin_hypercube(points, 5, 3);
  for (std::size_t d = 0; d < 5; ++d) {
    std::set<std::size_t> stretches;
    for (std::size_t p = 0; p < points; ++p) {
      const double place = made[p * 5 + d];
      EXPECT_GT(place, 0);
      EXPECT_LT(place, 1);
      stretches.insert(static_cast<std::size_t>(place * points));
    }
    EXPECT_THAT(stretches, SizeIs(points));
  }
}

TEST(LatinHypercube, IsChosenByTheKey) {
  EXPECT_EQ(latin_hypercube(20, 3, 0), latin_hypercube(20, 3, 0));
  EXPECT_NE(latin_hypercube(20, 3, 0), latin_hypercube(20, 3, 1));
  EXPECT_NE(latin_hypercube(20, 3, 1), latin_hypercube(20, 3, std::uint64_t{1} << 40));
}

// Of 500 independent designs the mean of a sum of squares is near 2/3 of its expected error: five
// standard errors of a plain sample would be passed by chance less than once in a million times.
TEST(LatinHypercube, LeavesLessErrorThanPlainSampling) {
  constexpr int designs = 500;
  constexpr std::size_t points = 16;
  double error = 0;
  for (std::uint64_t key = 0; key < designs; ++key) {
    double mean = 0;
    const std::vector<double> made = latin_hypercube(points, 2, key);
    for (std::size_t p = 0; p < points; ++p) {
      mean += (made[2 * p] + made[2 * p + 1]) / points;
    }
    error += (mean - 1) * (mean - 1) / designs;
  }
  const double of_plain_sampling = 2.0 / 12 / points;
  EXPECT_LT(error, of_plain_sampling / 20);
}

}  // namespace
}  // namespace stepdown
