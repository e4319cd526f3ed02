#include "calibration/base_fit.h"

#include <gmock/gmock.h>

#include "tests/fixtures/formula_world.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;

FitPlan weakly_held() {
  FitPlan plan;
  plan.pull_sd = 100;
  plan.step = 0.01;
  return plan;
}

TEST(BaseFit, finds_the_values_that_give_the_targets) {
  const FitProgress found = fit(formula_world(), weakly_held(), 50, [](const auto&) {});
  // 100 w / e = 40 and 10 e + w = 25 (luck apart): e = 25 / 10.4.
  EXPECT_NEAR(found.values.at("need.easing"), 25 / 10.4, 0.01);
  EXPECT_NEAR(found.values.at("need.worsening"), 10 / 10.4, 0.01);
  EXPECT_LT(found.misfit, 1e-3);
}

TEST(BaseFit, keeps_values_to_four_digits_and_tells_what_those_come_to) {
  const TrialWorld world = formula_world();
  const FitProgress found = fit(world, weakly_held(), 50, [](const auto&) {});
  for (const auto& [name, value] : found.values) {
    EXPECT_EQ(value, in_four_digits(value)) << name;
  }
  ModelParameters kept = initial_parameters();
  kept.need.fragile_factor = 1;
  kept.need.easing = found.values.at("need.easing");
  kept.need.worsening = found.values.at("need.worsening");
  EXPECT_NEAR(found.means[1], formula_worlds()(kept, {})(kept, kept).of_run[1] + 0.0005, 1e-9);
}

TEST(BaseFit, tells_of_the_start_and_of_what_is_better) {
  std::vector<FitProgress> told;
  fit(formula_world(), weakly_held(), 50, [&](const FitProgress& each) { told.push_back(each); });
  ASSERT_GT(told.size(), 1U);
  EXPECT_EQ(told.front().iteration, 0);
  EXPECT_GT(told.front().misfit, told.back().misfit);
}

TEST(BaseFit, names_the_figures_that_are_furthest_off) {
  const std::vector<Target> targets = formula_world().targets();
  const std::string words = told_in_words({3, 26, {}, {41, 12.5}}, targets);
  EXPECT_THAT(words, HasSubstr("misfit 26.00, 1 of 2 figures within tolerance"));
  EXPECT_THAT(words, HasSubstr("furthest off: second 12.5 (25), first 41 (40)"));
}

}  // namespace
}  // namespace stepdown
