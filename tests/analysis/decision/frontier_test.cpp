#include "analysis/decision/frontier.h"

#include <gtest/gtest.h>

#include <vector>

namespace stepdown {
namespace {

CostAndOutcome always(double cost, double outcome) {
  return {std::vector<double>(10, cost), std::vector<double>(10, outcome)};
}

TEST(Frontier, holds_the_options_that_none_beats_in_both) {
  const std::vector<CostAndOutcome> options{always(3, 1), always(1, 5), always(2, 6), always(4, 1),
                                            always(2, 3)};
  const std::vector<OnFrontier> unbeaten = frontier(options);
  ASSERT_EQ(unbeaten.size(), 3);
  EXPECT_EQ(unbeaten[0].option, 1);
  EXPECT_EQ(unbeaten[1].option, 4);
  EXPECT_EQ(unbeaten[2].option, 0);
}

TEST(Frontier, holds_no_option_that_is_better_in_the_last_bits_only) {
  const double less = 0.3 + 0.2 + 0.1;
  const double more = 0.1 + 0.2 + 0.3;
  ASSERT_LT(less, more);
  const std::vector<CostAndOutcome> options{always(1, more), always(2, less)};
  EXPECT_EQ(frontier(options).size(), 1);
}

TEST(Frontier, is_certain_of_an_order_that_holds_in_80_of_100_runs) {
  std::vector<CostAndOutcome> options{always(1, 5), always(2, 4)};
  options[1].outcome[0] = options[1].outcome[1] = 5.5;
  EXPECT_TRUE(frontier(options).front().is_certain());
  options[1].outcome[2] = 5.5;
  EXPECT_FALSE(frontier(options).front().is_certain());
  EXPECT_EQ(frontier(options).front().runs_in_order, 7);
}

}  // namespace
}  // namespace stepdown
