#include "analysis/sampling/keyed_numbers.h"

#include <gtest/gtest.h>

namespace stepdown {
namespace {

TEST(KeyedNumbers, are_the_same_whenever_they_are_asked_for) {
  const KeyedNumbers numbers(7);
  const double first = numbers.uniform(3, 4);
  numbers.uniform(9, 9);
  EXPECT_EQ(numbers.uniform(3, 4), first);
  EXPECT_NE(numbers.uniform(4, 3), first);
  EXPECT_NE(KeyedNumbers(8).uniform(3, 4), first);
}

TEST(KeyedNumbers, draw_every_index_and_none_beyond) {
  const KeyedNumbers numbers(0);
  int counts[3] = {0, 0, 0};
  for (std::uint32_t i = 0; i < 3000; ++i) {
    ++counts[numbers.index(3, i, 0)];
  }
  for (const int count : counts) {
    EXPECT_NEAR(count, 1000, 150);
  }
}

TEST(KeyedNumbers, are_normal_with_mean_0_and_deviation_1) {
  const KeyedNumbers numbers(1);
  double sum = 0;
  double squares = 0;
  for (std::uint32_t i = 0; i < 10'000; ++i) {
    const double z = numbers.standard_normal(i, 1);
    sum += z;
    squares += z * z;
  }
  EXPECT_NEAR(sum / 10'000, 0, 0.05);
  EXPECT_NEAR(squares / 10'000, 1, 0.08);
}

}  // namespace
}  // namespace stepdown
