#include "calibration/backcast/backcast.h"

#include <gmock/gmock.h>

#include <cmath>

#include "tests/fixtures/emulated_formula.h"

namespace stepdown {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Referral rates of 2018 to 2024.
Target rates(const std::vector<double>& figures) {
  Target target = formula_targets({0, 0, 0, 0}, 0.05).front();
  int year = 2018;
  for (const double figure : figures) {
    target.by_year.push_back({year++, figure, "made up"});
  }
  target.value = figures.back();
  target.observed = figures.back();
  target.noise = 20;
  target.drift = 15;
  target.error = 12;
  target.year = year - 1;
  return target;
}

const std::vector<double> seven_years = {440, 455, 450, 470, 462, 480, 475};

LocalFitPlan quick_plan() {
  LocalFitPlan plan;
  plan.budget = 0;
  plan.matched_points = 0;
  plan.sampled_points = 200;
  plan.draws = 100;
  return plan;
}

std::vector<BackcastScore> scores_of(const std::vector<BackcastCase>& cases,
                                     const std::atomic<bool>& stop = false) {
  return backcast(cases, formula_emulator(), quick_plan(), stop, [](std::size_t) {});
}

std::vector<BackcastCase> own(const std::vector<Target>& targets) {
  return own_backcast("own", formula_base(), targets);
}

BackcastScore score(const char* measure, const char* authority, int year, double observed,
                    double predicted) {
  BackcastScore made;
  made.authority = authority;
  made.measure = measure;
  made.year = year;
  made.observed = observed;
  made.predicted = predicted;
  made.low = predicted - 10;
  made.high = predicted + 10;
  made.as_last_year = observed - 8;
  made.own_mean = observed + 16;
  return made;
}

TEST(OwnBackcast, keeps_back_the_last_two_years_to_be_told) {
  const auto cases = own({rates(seven_years)});
  ASSERT_THAT(cases, SizeIs(1));
  EXPECT_EQ(cases[0].authority, "own");
  EXPECT_EQ(cases[0].last_year, 2022);
  ASSERT_THAT(cases[0].later, SizeIs(2));
  EXPECT_EQ(cases[0].later[0].year, 2023);
  EXPECT_EQ(cases[0].later[0].value, 480);
  EXPECT_EQ(cases[0].later[1].value, 475);
}

TEST(OwnBackcast, has_the_target_as_it_stood_then) {
  const Target then = own({rates(seven_years)})[0].targets.at(0);
  EXPECT_THAT(then.by_year, SizeIs(5));
  EXPECT_EQ(then.observed, 462);
  EXPECT_EQ(then.year, 2022);
  // A level between the last figure and those before it, known better than one figure tells.
  EXPECT_GT(then.value, 455);
  EXPECT_LT(then.value, 470);
  EXPECT_GT(then.error, 0);
  EXPECT_LT(then.error, then.noise);
}

TEST(OwnBackcast, refers_as_readily_as_the_place_did_then) {
  const BackcastCase then = own({rates(seven_years)})[0];
  // The place file is made from the level that is now.
  EXPECT_NEAR(then.world.noticing.place_factor / formula_base().noticing.place_factor,
              then.targets.at(0).value / seven_years.back(), 1e-12);
}

TEST(OwnBackcast, is_moved_by_nothing_that_was_published_later) {
  std::vector<double> other = seven_years;
  other[5] = 900;
  other[6] = 1200;
  Target known = rates(seven_years);
  Target moved = rates(other);
  // Noise and drift are shares of the value, as of all rates.
  moved.noise = known.noise / known.value * moved.value;
  moved.drift = known.drift / known.value * moved.value;
  const Target before = own({known})[0].targets[0];
  const Target after = own({moved})[0].targets[0];
  EXPECT_DOUBLE_EQ(after.value, before.value);
  EXPECT_DOUBLE_EQ(after.error, before.error);
  EXPECT_NEAR(after.noise, before.noise, 1e-9);
  EXPECT_NEAR(after.drift, before.drift, 1e-9);
  const auto said = scores_of(own({known}));
  const auto said_of_moved = scores_of(own({moved}));
  ASSERT_EQ(said.size(), said_of_moved.size());
  for (std::size_t i = 0; i < said.size(); ++i) {
    EXPECT_NEAR(said_of_moved[i].predicted, said[i].predicted, 1e-6);
    EXPECT_NEAR(said_of_moved[i].low, said[i].low, 1e-6);
    EXPECT_NEAR(said_of_moved[i].high, said[i].high, 1e-6);
    EXPECT_EQ(said_of_moved[i].as_last_year, said[i].as_last_year);
    EXPECT_EQ(said_of_moved[i].own_mean, said[i].own_mean);
  }
}

TEST(OwnBackcast, needs_three_years_before_the_last_two) {
  EXPECT_THAT(own({rates({440, 455, 450, 470, 462})}), SizeIs(1));
  EXPECT_THAT(own({rates({455, 450, 470, 462})}), IsEmpty());
  EXPECT_THAT(own({}), IsEmpty());
  EXPECT_THAT(own({formula_targets({0, 0, 0, 0}, 0.05).front()}), IsEmpty());
}

TEST(OwnBackcast, leaves_out_a_series_that_ended_before_the_others_or_has_a_gap_there) {
  Target short_one = rates(seven_years);
  short_one.measure = "protection_plans_per_10000";
  short_one.by_year.resize(4);
  Target with_gap = rates(seven_years);
  with_gap.by_year.erase(with_gap.by_year.begin() + 4);
  const auto cases = own({rates(seven_years), short_one, with_gap});
  ASSERT_THAT(cases, SizeIs(1));
  EXPECT_THAT(cases[0].targets, SizeIs(1));
}

TEST(Backcast, tells_each_later_year_beside_the_last_and_the_mean_of_all) {
  const auto scores = scores_of(own({rates(seven_years)}));
  ASSERT_THAT(scores, SizeIs(2));
  EXPECT_EQ(scores[0].year, 2023);
  EXPECT_EQ(scores[0].observed, 480);
  EXPECT_EQ(scores[0].as_last_year, 462);
  EXPECT_DOUBLE_EQ(scores[0].own_mean, (440 + 455 + 450 + 470 + 462) / 5.0);
  EXPECT_NEAR(scores[0].predicted, 462, 15);
  EXPECT_TRUE(scores[0].is_inside());
}

TEST(Backcast, is_less_sure_of_a_year_further_off) {
  Target restless = rates(seven_years);
  restless.drift = 60;
  const auto scores = scores_of(own({restless}));
  EXPECT_GT(scores[1].high - scores[1].low, 1.1 * (scores[0].high - scores[0].low));
}

TEST(Backcast, leaves_out_figures_that_were_not_fitted_to) {
  auto cases = own({rates(seven_years)});
  cases[0].later.push_back({"protection_plans_per_10000", 2023, 50});
  EXPECT_THAT(scores_of(cases), SizeIs(2));
}

TEST(Backcast, has_no_scores_of_cases_it_did_not_reach) {
  const std::atomic<bool> stop{true};
  EXPECT_THAT(scores_of(own({rates(seven_years)}), stop), IsEmpty());
}

TEST(BackcastSummaries, are_mean_errors_and_how_often_ranges_held) {
  // Off by 5 and by 15; "as last year" by 8 and the own mean by 16 each time.
  const std::vector<BackcastScore> scores = {score("a", "one", 2023, 100, 105),
                                             score("a", "two", 2023, 100, 85)};
  const auto made = summaries_of(scores);
  ASSERT_THAT(made, SizeIs(1));
  EXPECT_EQ(made[0].measure, "a");
  EXPECT_EQ(made[0].figures, 2U);
  EXPECT_EQ(made[0].authorities, 2U);
  EXPECT_EQ(made[0].error, 10);
  EXPECT_EQ(made[0].error_as_last_year, 8);
  EXPECT_EQ(made[0].error_own_mean, 16);
  EXPECT_EQ(made[0].coverage_90, 0.5);
  EXPECT_EQ(made[0].against_last_year(), 1.25);
}

TEST(BackcastSummaries, come_in_the_order_of_first_scores_and_of_the_year_asked_for) {
  const std::vector<BackcastScore> scores = {
      score("b", "one", 2023, 100, 105), score("a", "one", 2023, 100, 100),
      score("b", "one", 2024, 100, 115), score("b", "two", 2024, 100, 119)};
  const auto all = summaries_of(scores);
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all[0].measure, "b");
  EXPECT_EQ(all[0].figures, 3U);
  EXPECT_EQ(all[0].authorities, 2U);
  const auto later = summaries_of(scores, 2024);
  ASSERT_THAT(later, SizeIs(1));
  EXPECT_EQ(later[0].error, 17);
  EXPECT_THAT(summaries_of(scores, 2030), IsEmpty());
}

}  // namespace
}  // namespace stepdown
