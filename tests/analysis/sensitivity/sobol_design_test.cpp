#include "analysis/sensitivity/sobol_design.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace stepdown {
namespace {

SobolPlan plan_of(std::vector<std::vector<std::size_t>> factors, bool second_order = false) {
  SobolPlan plan;
  plan.factors = std::move(factors);
  plan.rows = 8;
  plan.scrambles = 3;
  plan.second_order = second_order;
  return plan;
}

TEST(SobolDesign, ExchangesTheInputsOfOneFactorAtATime) {
  const SobolPlan plan = plan_of({{0}, {1, 2}}, true);
  const SobolDesign design(plan);
  ASSERT_EQ(plan.evaluations_of_a_row(), 6U);
  ASSERT_EQ(plan.evaluations(), 3U * 8 * 6);
  for (std::size_t row = 0; row < plan.all_rows(); ++row) {
    const std::size_t first = row * plan.evaluations_of_a_row();
    const std::vector<double> a = design.point(first + SobolPlan::a);
    const std::vector<double> b = design.point(first + SobolPlan::b);
    const auto at = [&](std::size_t which) { return design.point(first + which); };
    EXPECT_EQ(at(plan.ab(0)), (std::vector{b[0], a[1], a[2]}));
    EXPECT_EQ(at(plan.ab(1)), (std::vector{a[0], b[1], b[2]}));
    EXPECT_EQ(at(plan.ba(0)), (std::vector{a[0], b[1], b[2]}));
    EXPECT_EQ(at(plan.ba(1)), (std::vector{b[0], a[1], a[2]}));
  }
}

TEST(SobolDesign, TakesAAndBOutOfOneSequenceInEachScramble) {
  const SobolPlan plan = plan_of(SobolPlan::single(2));
  const SobolDesign design(plan);
  std::set<double> seen;
  for (std::size_t scramble = 0; scramble < plan.scrambles; ++scramble) {
    for (std::size_t input = 0; input < 2; ++input) {
      for (const std::size_t which : {SobolPlan::a, SobolPlan::b}) {
        std::set<int> cells;
        for (std::size_t row = 0; row < plan.rows; ++row) {
          const std::size_t number =
              (scramble * plan.rows + row) * plan.evaluations_of_a_row() + which;
          const double place = design.point(number)[input];
          cells.insert(static_cast<int>(place * 8));
          seen.insert(place);
        }
        EXPECT_EQ(cells.size(), 8U) << "one point in each eighth";
      }
    }
  }
  EXPECT_EQ(seen.size(), 3U * 8 * 2 * 2) << "no place is used twice";
}

TEST(SobolDesign, IsTheSameWithTheSameSeedAndSeedZeroIsASeed) {
  SobolPlan plan = plan_of(SobolPlan::single(2));
  plan.seed = 0;
  const std::vector<double> zero = SobolDesign(plan).point(5);
  EXPECT_EQ(SobolDesign(plan).point(5), zero);
  plan.seed = 1;
  EXPECT_NE(SobolDesign(plan).point(5), zero);
}

}  // namespace
}  // namespace stepdown
