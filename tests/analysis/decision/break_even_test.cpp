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

/// Runs differ around the curve only where it is not 0.
std::vector<BenefitAt> the_same_where_nothing(const std::function<double(double)>& curve,
                                              double spread = 0.1) {
  std::vector<BenefitAt> benefits = around(curve, spread);
  for (BenefitAt& at : benefits) {
    if (curve(at.value) == 0) {
      std::ranges::fill(at.of_runs, 0.0);
    }
  }
  return benefits;
}

TEST(BreakEven, tells_what_is_the_same_in_every_run_from_what_is_in_doubt) {
  const BreakEven found = break_even(the_same_where_nothing([](double x) { return x; }), 1);
  EXPECT_EQ(found.answer, BreakEvenAnswer::one_sign);
  EXPECT_THAT(found.in_doubt, IsEmpty());
  EXPECT_THAT(found.the_same, ElementsAre(Pair(0, 0)));
  EXPECT_TRUE(found.points.front().is_the_same);
  EXPECT_EQ(break_even(the_same_where_nothing([](double) { return 0.0; }), 1).answer,
            BreakEvenAnswer::the_same);
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

TEST(BreakEven, of_a_doubt_is_looked_for_more_closely_out_to_where_it_is_sure) {
  // In doubt up to 0.25, sure from 0.5 on: the edge lies between these two.
  const BreakEven above = break_even(around([](double x) { return x > 0.3 ? 1.0 : 0.0; }), 1);
  EXPECT_THAT(above.in_doubt, ElementsAre(Pair(0, 0.25)));
  EXPECT_THAT(values_to_refine(above, 3), ElementsAre(0.125, 0.375));
  // In doubt at 0.5 alone.
  const BreakEven at = break_even(around([](double x) { return x == 0.5 ? 0.0 : 1.0; }), 1);
  EXPECT_THAT(values_to_refine(at, 3), ElementsAre(0.375, 0.625));
}

}  // namespace
}  // namespace stepdown
