#include "calibration/backcast/usual_miss.h"

#include <gmock/gmock.h>

#include <cmath>

#include "tests/fixtures/emulated_formula.h"

namespace stepdown {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Authorities that are what the formulas give at some point; of one in three figures twice as
/// high, which no point can give with the others.
std::vector<BackcastCase> cases(bool with_impossible) {
  std::vector<BackcastCase> made;
  for (int i = 0; i < 6; ++i) {
    BackcastCase each{"authority", 2020, formula_base(), {}, {}};
    each.targets = formula_targets({0, 0.3 * (i - 3), 0.2 * (3 - i), 0}, 0.02);
    if (with_impossible) {
      each.targets[3].value *= 2;
    }
    made.push_back(each);
  }
  return made;
}

std::vector<UsualMiss> misses(const std::vector<BackcastCase>& of,
                              const std::atomic<bool>& stop = false) {
  LocalFitPlan plan;
  plan.budget = 0;
  plan.matched_points = 0;
  plan.sampled_points = 200;
  plan.draws = 100;
  return usual_misses(of, formula_emulator(), plan, stop, [](std::size_t) {});
}

TEST(UsualMiss, is_small_where_the_model_can_give_every_figure) {
  const auto found = misses(cases(false));
  ASSERT_THAT(found, SizeIs(formula_measures));
  for (const UsualMiss& each : found) {
    EXPECT_EQ(each.authorities, 6U) << each.measure;
    EXPECT_LT(each.distance, 0.15) << each.measure;
  }
}

TEST(UsualMiss, shows_where_figures_cannot_be_had_together) {
  const auto found = misses(cases(true));
  EXPECT_EQ(found.back().measure, "caseload_social_worker");
  EXPECT_GT(found.back().distance, 0.2);
}

TEST(UsualMiss, of_nothing_is_nothing) {
  EXPECT_THAT(misses({}), IsEmpty());
  EXPECT_THAT(misses(cases(false), true), IsEmpty());
}

}  // namespace
}  // namespace stepdown
