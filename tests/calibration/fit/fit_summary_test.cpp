#include "calibration/fit/fit_summary.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "calibration/matching/judged_points.h"
#include "tests/fixtures/emulated_formula.h"

namespace stepdown {
namespace {

/// A fit whose runs came to 400, 401, ..., 600 referrals.
LocalFit fit_of_referrals(double observed, double noise) {
  LocalFit fit;
  fit.targets = {formula_targets({0, 0, 0, 0}, 0.05).front()};
  fit.targets[0].value = 500;
  fit.targets[0].observed = observed;
  fit.targets[0].error = 5;
  fit.targets[0].noise = noise;
  fit.discrepancies = {0};
  for (int referrals = 400; referrals <= 600; ++referrals) {
    fit.fitted.push_back({static_cast<double>(referrals)});
  }
  return fit;
}

const AuthoritySpace& base_space() {
  static const AuthoritySpace space(formula_base(), formula_emulator().inputs());
  return space;
}

/// Draws of three free numbers: the first learnt, the second tied to it, the third as the prior.
LocalFit fit_of_draws() {
  LocalFit fit;
  for (const Point& z : points_of_normal_prior(400, 3, 2)) {
    const double first = 0.7 + 0.3 * z[0];
    fit.draws.push_back({first, -0.9 * z[0] + std::sqrt(1 - 0.81) * z[1], z[2]});
  }
  return fit;
}

TEST(PredictedTarget, has_the_middle_and_nine_tenths_of_what_a_year_would_show) {
  const PredictedTarget found = predicted_targets(fit_of_referrals(500, 0.001), 1).front();
  EXPECT_NEAR(found.middle, 500, 0.1);
  EXPECT_NEAR(found.low, 410, 0.1);
  EXPECT_NEAR(found.high, 590, 0.1);
  EXPECT_DOUBLE_EQ(found.level_low, 410);
  EXPECT_DOUBLE_EQ(found.level_high, 590);
}

TEST(PredictedTarget, is_wider_than_its_level_by_the_noise_of_a_single_year) {
  LocalFit fit = fit_of_referrals(500, 50);
  fit.fitted.assign(201, {500.0});
  const PredictedTarget found = predicted_targets(fit, 1).front();
  EXPECT_EQ(found.level_low, 500);
  // 1.645 times a tenth, on the logarithm.
  EXPECT_NEAR(found.low, 500 * std::exp(-0.1645), 8);
  EXPECT_NEAR(found.high, 500 * std::exp(0.1645), 8);
}

TEST(PredictedTarget, leaves_out_the_discrepancy_that_the_draws_have_in_them) {
  LocalFit fit = fit_of_referrals(500, 50);
  const PredictedTarget without = predicted_targets(fit, 1).front();
  fit.discrepancies = {0.5};
  EXPECT_EQ(predicted_targets(fit, 1).front().high, without.high);
}

TEST(PredictedTarget, takes_a_figure_of_unknown_history_to_be_as_uncertain_as_it_is_to_fit_to) {
  LocalFit fit = fit_of_referrals(500, 0);
  fit.targets[0].error = 50;
  fit.fitted.assign(201, {500.0});
  EXPECT_NEAR(predicted_targets(fit, 1).front().high, 500 * std::exp(0.1645), 8);
}

TEST(PredictedTarget, says_whether_the_last_year_lies_inside) {
  EXPECT_TRUE(predicted_targets(fit_of_referrals(580, 1), 1).front().is_inside());
  EXPECT_FALSE(predicted_targets(fit_of_referrals(640, 1), 1).front().is_inside());
  EXPECT_FALSE(predicted_targets(fit_of_referrals(300, 1), 1).front().is_inside());
}

TEST(PredictedTarget, is_held_against_the_value_fitted_to_where_there_is_no_other) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(predicted_targets(fit_of_referrals(none, 1), 1).front().observed(), 500);
}

TEST(PredictedTarget, leaves_out_runs_without_a_value_and_is_none_without_any) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  LocalFit fit = fit_of_referrals(500, 0.001);
  fit.fitted.push_back({none});
  EXPECT_NEAR(predicted_targets(fit, 1).front().middle, 500, 0.1);
  fit.fitted.assign(10, {none});
  EXPECT_TRUE(std::isnan(predicted_targets(fit, 1).front().middle));
  EXPECT_FALSE(predicted_targets(fit, 1).front().is_inside());
}

TEST(LearntNumbers, are_those_whose_draws_are_clearly_narrower_than_the_prior) {
  const std::vector<LearntNumber> found = learnt_numbers(fit_of_draws(), base_space());
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].parameter->name, "need.worsening");
  EXPECT_NEAR(found[0].sd_left, 0.3, 0.01);
  EXPECT_TRUE(found[0].is_learnt());
  EXPECT_NEAR(found[2].sd_left, 1, 0.03);
  EXPECT_FALSE(found[2].is_learnt());
}

TEST(LearntNumbers, have_their_range_in_their_own_unit_beside_the_base) {
  const LearntNumber found = learnt_numbers(fit_of_draws(), base_space()).front();
  EXPECT_EQ(found.base, 0.65);
  EXPECT_NEAR(found.middle, base_space().value(0, 0.7), 0.01);
  EXPECT_NEAR(found.low, base_space().value(0, 0.7 - 0.3 * 1.645), 0.01);
  EXPECT_NEAR(found.high, base_space().value(0, 0.7 + 0.3 * 1.645), 0.01);
}

TEST(TiedNumbers, are_pairs_of_which_one_can_make_up_for_the_other) {
  const std::vector<TiedNumbers> found = tied_numbers(fit_of_draws(), base_space());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].one->name, "need.worsening");
  EXPECT_EQ(found[0].other->name, "need.easing");
  EXPECT_NEAR(found[0].correlation, -0.9, 0.02);
}

TEST(TiedNumbers, are_not_made_by_chance) {
  LocalFit fit;
  fit.draws = points_of_normal_prior(20, 3, 9);
  for (std::size_t i = 0; i < fit.draws.size(); ++i) {
    // Correlated by 0.75, less than what twenty draws may show by chance.
    fit.draws[i][1] = 0.75 * fit.draws[i][0] + std::sqrt(1 - 0.75 * 0.75) * fit.draws[i][1];
  }
  EXPECT_TRUE(tied_numbers(fit, base_space()).empty());
}

TEST(TiedNumbers, are_none_where_a_number_does_not_vary) {
  LocalFit fit;
  fit.draws.assign(50, {0.5, 0.5, 0.5});
  EXPECT_TRUE(tied_numbers(fit, base_space()).empty());
}

TEST(MiddleOfAFit, is_made_of_the_medians) {
  const std::vector<double> middle = middle_of(fit_of_draws(), base_space());
  ASSERT_EQ(middle.size(), 3U);
  EXPECT_NEAR(middle[0], base_space().value(0, 0.7), 0.01);
  EXPECT_NEAR(middle[2], 1.8, 0.05);
}

}  // namespace
}  // namespace stepdown
