#include "calibration/matching/scaled_target.h"

#include <gmock/gmock.h>

#include <cmath>

#include "tests/fixtures/emulated_formula.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;

/// Of one point: means 1, 2, 3 with variances 0.01 of what the emulator does not know and 0.04 of
/// runs.
Emulated three_measures() {
  Emulated made{Table(1, 3), Table(1, 3), Table(1, 3)};
  for (std::size_t t = 0; t < 3; ++t) {
    made.means.at(0, t) = static_cast<double>(t) + 1;
    made.variances.at(0, t) = 0.01;
    made.run_variances.at(0, t) = 0.04;
  }
  return made;
}

TEST(ScaledTarget, stands_on_the_scale_of_its_measure) {
  std::vector<Target> targets = formula_targets({0, 0, 0, 0}, 0.05);
  const std::vector<ScaledTarget> scaled =
      scaled_targets(targets, formula_emulator(), 31'250, nullptr);
  ASSERT_EQ(scaled.size(), formula_measures);
  for (std::size_t m = 0; m < formula_measures; ++m) {
    EXPECT_NEAR(scaled[m].value, formula_places({0, 0, 0, 0})[m], 1e-9);
    EXPECT_NEAR(scaled[m].sd, 0.05, 1e-9);
    EXPECT_EQ(scaled[m].noise_share, 1);
  }
}

TEST(ScaledTarget, has_less_luck_in_a_larger_authority) {
  const std::vector<Target> targets = formula_targets({0, 0, 0, 0}, 0.05);
  EXPECT_DOUBLE_EQ(
      scaled_targets(targets, formula_emulator(), 125'000, nullptr).front().noise_share, 0.25);
}

TEST(ScaledTarget, is_left_out_and_named_where_the_emulator_does_not_know_the_measure) {
  std::vector<Target> targets = formula_targets({0, 0, 0, 0}, 0.05);
  targets[1].measure = "spent";
  std::vector<std::string> unknown;
  const auto scaled = scaled_targets(targets, formula_emulator(), 31'250, &unknown);
  EXPECT_THAT(unknown, ElementsAre("spent"));
  EXPECT_THAT(measures_of(scaled), ElementsAre("referrals_per_10000", "protection_plans_per_10000",
                                               "caseload_social_worker"));
}

TEST(ErrorCorrelations, are_those_of_a_distribution_for_shares_within_so_many_months) {
  std::vector<Target> targets(4);
  targets[0].measure = "plans_ended_within_3m";
  targets[0].value = 20;
  targets[1].measure = "episodes_ended_within_3m";
  targets[1].value = 40;
  targets[2].measure = "plans_ended_within_12m";
  targets[2].value = 80;
  targets[3].measure = "rereferral_12m";
  targets[3].value = 22;
  const Table found = error_correlations(targets);
  // Of a Brownian bridge: sqrt(0.2 * 0.2 / (0.8 * 0.8)).
  EXPECT_NEAR(found.at(0, 2), 0.25, 1e-12);
  EXPECT_EQ(found.at(2, 0), found.at(0, 2));
  EXPECT_EQ(found.at(0, 1), 0);
  EXPECT_EQ(found.at(0, 3), 0);
  EXPECT_EQ(found.at(3, 3), 1);
}

TEST(ErrorCorrelations, never_make_two_figures_one_finding) {
  std::vector<Target> targets(2);
  targets[0].measure = "plans_ended_within_24m";
  targets[0].value = 100;
  targets[1].measure = "plans_ended_within_12m";
  targets[1].value = 100;
  EXPECT_NEAR(error_correlations(targets).at(0, 1), 0.95, 1e-12);
}

TEST(Implausibility, is_the_distance_in_standard_deviations_of_all_that_could_explain_it) {
  // 0.5 off, with variances 0.15 + 0.01 + 0.04 * 0.5 for an authority of twice the size.
  const std::vector<ScaledTarget> targets = {{"a", 1.5, std::sqrt(0.15), 0, 0.5}};
  EXPECT_NEAR(implausibilities(three_measures(), targets, 0)[0], 0.5 / std::sqrt(0.18), 1e-12);
}

TEST(Implausibility, counts_the_furthest_figure_after_those_that_may_be_off) {
  const double sd = std::sqrt(1 - 0.05);  // with the other two variances: 1
  const std::vector<ScaledTarget> targets = {
      {"a", 1.5, sd, 0, 1}, {"b", 6.0, sd, 0, 1}, {"c", 5.0, sd, 0, 1}};
  EXPECT_NEAR(implausibilities(three_measures(), targets, 0)[0], 4, 1e-12);
  EXPECT_NEAR(implausibilities(three_measures(), targets, 1)[0], 2, 1e-12);
  EXPECT_NEAR(implausibilities(three_measures(), targets, 2)[0], 0.5, 1e-12);
  // However many may be off, one has to be near.
  EXPECT_NEAR(implausibilities(three_measures(), targets, 9)[0], 0.5, 1e-12);
}

TEST(Implausibility, is_none_where_there_are_no_figures) {
  EXPECT_THAT(implausibilities(three_measures(), {}, 0), ElementsAre(0));
}

}  // namespace
}  // namespace stepdown
