#include "analysis/decision/break_even.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <vector>

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Gt;
using ::testing::IsEmpty;
using ::testing::Lt;
using ::testing::Pair;
using ::testing::SizeIs;

/// Runs differ by -spread, 0 and +spread around a curve.
std::vector<BenefitAt> around(const std::function<double(double)>& curve, double spread = 0.1) {
  std::vector<BenefitAt> benefits;
  for (const double value : {0.0, 0.25, 0.5, 0.75, 1.0}) {
    BenefitAt at{value, {}};
    for (int run = 0; run < 30; ++run) {
      at.of_runs.push_back(curve(value) + spread * (run % 3 - 1));
    }
    benefits.push_back(at);
  }
  return benefits;
}

TEST(BreakEven, is_where_the_benefit_is_nothing) {
  const BreakEven found = break_even(around([](double x) { return x - 0.35; }), 1);
  EXPECT_EQ(found.answer, BreakEvenAnswer::once);
  EXPECT_TRUE(found.is_better_above);
  EXPECT_NEAR(found.value, 0.35, 1e-9);
  EXPECT_THAT(found.low, AllOf(Gt(0.25), Lt(0.35)));
  EXPECT_THAT(found.high, AllOf(Gt(0.35), Lt(0.45)));
  EXPECT_THAT(found.changes, ElementsAre(Pair(0.25, 0.5)));
}

TEST(BreakEven, may_be_of_a_policy_that_pays_below_it) {
  const BreakEven found = break_even(around([](double x) { return 0.35 - x; }), 1);
  EXPECT_EQ(found.answer, BreakEvenAnswer::once);
  EXPECT_FALSE(found.is_better_above);
  EXPECT_NEAR(found.value, 0.35, 1e-9);
}

TEST(BreakEven, may_not_lie_in_the_range) {
  EXPECT_EQ(break_even(around([](double x) { return x + 1; }), 1).answer,
            BreakEvenAnswer::always_better);
  EXPECT_EQ(break_even(around([](double x) { return x - 2; }), 1).answer,
            BreakEvenAnswer::always_worse);
}

TEST(BreakEven, is_not_told_where_all_is_too_close_to_call) {
  const BreakEven found = break_even(around([](double) { return 0.01; }, 1), 1);
  EXPECT_EQ(found.answer, BreakEvenAnswer::too_close);
  EXPECT_THAT(found.in_doubt, ElementsAre(Pair(0, 1)));
  EXPECT_THAT(values_to_refine(found, 3), IsEmpty());
}

TEST(BreakEven, says_when_the_sign_changes_more_than_once) {
  const BreakEven found =
      break_even(around([](double x) { return x > 0.3 && x < 0.6 ? 1.0 : -1.0; }), 1);
  EXPECT_EQ(found.answer, BreakEvenAnswer::several);
  EXPECT_THAT(found.changes, SizeIs(2));
}

TEST(BreakEven, says_where_a_policy_pays_for_sure_if_it_never_surely_loses) {
  const BreakEven found = break_even(around([](double x) { return x > 0.6 ? 1.0 : 0.0; }), 1);
  EXPECT_EQ(found.answer, BreakEvenAnswer::one_sign);
  EXPECT_TRUE(found.is_better_above);
  EXPECT_THAT(found.in_doubt, ElementsAre(Pair(0, 0.5)));
}

TEST(BreakEven, leaves_failed_runs_out) {
  std::vector<BenefitAt> benefits = around([](double x) { return x - 0.35; });
  benefits[1].of_runs[3] = std::numeric_limits<double>::quiet_NaN();
  const BreakEven found = break_even(benefits, 1);
  EXPECT_EQ(found.answer, BreakEvenAnswer::once);
  EXPECT_EQ(found.points[1].runs, 29);
}

TEST(BreakEven, is_looked_for_more_closely_between_the_neighbours_of_the_change) {
  const BreakEven found = break_even(around([](double x) { return x - 0.35; }), 1);
  EXPECT_THAT(values_to_refine(found, 4), ElementsAre(0.3, 0.35, 0.4, 0.45));
}

}  // namespace
}  // namespace stepdown
