#include "calibration/fit/emulated_authority.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "calibration/matching/judged_points.h"
#include "tests/fixtures/emulated_formula.h"

namespace stepdown {
namespace {

const AuthoritySpace& base_space() {
  static const AuthoritySpace space(formula_base(), formula_emulator().inputs());
  return space;
}

Table independent(std::size_t figures) {
  Table made(figures, figures);
  for (std::size_t i = 0; i < figures; ++i) {
    made.at(i, i) = 1;
  }
  return made;
}

EmulatedAuthority authority_with(const Table& correlations) {
  return {formula_emulator(), base_space(),
          scaled_targets(formula_targets({0, 0, 0, 0}, 0.05), formula_emulator(), 31'250, nullptr),
          correlations};
}

EmulatedAuthority authority() { return authority_with(independent(formula_measures)); }

/// Runs of a model that lies `shift` beside the formulas, and by `slope` more for each unit of the
/// first free number, `scatter` about that.
TriedPoints runs_beside(double shift, double slope, double scatter, std::size_t count,
                        std::uint32_t repeat = 0) {
  TriedPoints made;
  made.points = points_of_normal_prior(count, 3, 11 + repeat);
  for (std::size_t i = 0; i < count; ++i) {
    const Point& free = made.points[i];
    std::vector<double> values = formula_places({0, free[0], free[1], free[2]});
    for (std::size_t t = 0; t < values.size(); ++t) {
      const double z = Luck({4 + repeat, static_cast<std::uint32_t>(i)})
                           .standard_normal(static_cast<std::uint32_t>(t), Decision{}, 0);
      values[t] += shift + slope * free[0] + scatter * z;
    }
    made.values.push_back(values);
  }
  return made;
}

TEST(EmulatedAuthority, is_the_emulator_at_the_place_s_own_facts) {
  ModelParameters place = formula_base();
  place.workforce.social_workers = 80;
  const AuthoritySpace space(place, formula_emulator().inputs());
  const EmulatedAuthority there(
      formula_emulator(), space,
      scaled_targets(formula_targets({0, 0, 0, 0}, 0.05), formula_emulator(), 31'250, nullptr),
      independent(formula_measures));
  const Point point = space.with_facts(Point{0, 0, 0});
  EXPECT_NEAR(there.predict({{0, 0, 0}}).means.at(0, 3), formula_places(point)[3], 0.02);
  EXPECT_TRUE(there.corrections().empty());
}

TEST(EmulatedAuthority, has_the_likelihood_of_normal_errors) {
  const EmulatedAuthority there = authority();
  const Point free = {0.3, -0.2, 0.1};
  const Emulated thought = there.predict({free});
  double expected = 0;
  for (std::size_t t = 0; t < formula_measures; ++t) {
    const double error = formula_emulator().measures()[t].quality.error;
    const double variance =
        0.05 * 0.05 + error * error + thought.run_variances.at(0, t);  // of the emulator's own size
    const double off = there.observed()[t] - thought.means.at(0, t);
    expected -= 0.5 * (off * off / variance + std::log(variance));
  }
  EXPECT_NEAR(there.log_likelihoods({free})[0], expected, 1e-9);
}

TEST(EmulatedAuthority, lets_errors_that_go_together_weigh_less_than_separate_ones) {
  Table correlations = independent(formula_measures);
  correlations.at(0, 1) = correlations.at(1, 0) = 0.6;
  const EmulatedAuthority there = authority_with(correlations);
  const Point free = {0.3, -0.2, 0.1};
  const Emulated thought = there.predict({free});
  std::vector<double> off;
  double expected = 0;
  for (std::size_t t = 0; t < formula_measures; ++t) {
    const double error = formula_emulator().measures()[t].quality.error;
    const double variance = 0.05 * 0.05 + error * error + thought.run_variances.at(0, t);
    off.push_back((there.observed()[t] - thought.means.at(0, t)) / std::sqrt(variance));
    expected -= 0.5 * std::log(variance);
  }
  // The inverse of ((1, r), (r, 1)) is ((1, -r), (-r, 1)) / (1 - r^2).
  expected -=
      0.5 * (off[0] * off[0] - 2 * 0.6 * off[0] * off[1] + off[1] * off[1]) / (1 - 0.6 * 0.6);
  expected -= 0.5 * (off[2] * off[2] + off[3] * off[3]);
  EXPECT_NEAR(there.log_likelihoods({free})[0], expected, 1e-9);
}

TEST(EmulatedAuthority, makes_normal_numbers_go_together_as_errors_do) {
  Table correlations = independent(formula_measures);
  correlations.at(0, 1) = correlations.at(1, 0) = 0.6;
  EXPECT_THAT(authority_with(correlations).correlated({1, 2, 3, 4}),
              ::testing::ElementsAre(1, ::testing::DoubleEq(0.6 * 1 + 0.8 * 2), 3, 4));
}

TEST(EmulatedAuthority, is_likeliest_where_the_figures_come_from) {
  const std::vector<double> likelihoods =
      authority().log_likelihoods({{0, 0, 0}, {1.5, 0, 0}, {0, 1.5, 0}, {0, 0, 1.5}});
  EXPECT_GT(likelihoods[0], likelihoods[1] + 10);
  EXPECT_GT(likelihoods[0], likelihoods[2] + 5);
  // The third number moves no figure.
  EXPECT_NEAR(likelihoods[0], likelihoods[3], 1.5);
}

TEST(EmulatedAuthority, moves_to_where_runs_of_the_model_lie) {
  EmulatedAuthority there = authority();
  there.correct_by(runs_beside(0.2, 0.1, 0.05, 200));
  const std::vector<Point> points = {{0, 0, 0}, {1, 0.5, 0}};
  const Emulated thought = there.predict(points);
  for (std::size_t t = 0; t < formula_measures; ++t) {
    EXPECT_NEAR(thought.means.at(0, t), formula_places({0, 0, 0, 0})[t] + 0.2, 0.03) << t;
    EXPECT_NEAR(thought.means.at(1, t), formula_places({0, 1, 0.5, 0})[t] + 0.3, 0.05) << t;
    // In standard deviations of the figures' errors, 0.05.
    EXPECT_NEAR(there.corrections()[t], 4, 1) << t;
  }
}

TEST(EmulatedAuthority, learns_from_scatter_beyond_luck_what_it_does_not_know) {
  EmulatedAuthority there = authority();
  there.correct_by(runs_beside(0, 0, 0.3, 300));
  const Emulated thought = there.predict({{0, 0, 0}});
  for (std::size_t t = 0; t < formula_measures; ++t) {
    EXPECT_NEAR(thought.variances.at(0, t) + thought.run_variances.at(0, t), 0.09, 0.025) << t;
  }
}

TEST(EmulatedAuthority, takes_what_its_slopes_took_up_for_no_less_unknown) {
  // Slopes that are no slopes of anything: with five for each run the scatter left is far smaller.
  double variance = 0;
  constexpr std::uint32_t repeats = 60;
  for (std::uint32_t repeat = 0; repeat < repeats; ++repeat) {
    EmulatedAuthority there = authority();
    there.correct_by(runs_beside(0, 0, 0.3, 14, repeat));
    const Emulated thought = there.predict({{0, 0, 0}});
    for (std::size_t t = 0; t < formula_measures; ++t) {
      variance += (thought.variances.at(0, t) + thought.run_variances.at(0, t)) /
                  (repeats * formula_measures);
    }
  }
  // 0.0816 without; of 240 estimates the standard error is 0.0025.
  EXPECT_NEAR(variance, 0.09, 0.005);
}

TEST(EmulatedAuthority, is_moved_little_by_few_runs) {
  EmulatedAuthority there = authority();
  there.correct_by(runs_beside(1, 0, 0, 9));
  EXPECT_THAT(there.corrections(), ::testing::ElementsAre(0, 0, 0, 0));
  EmulatedAuthority steep = authority();
  steep.correct_by(runs_beside(0, 1, 0, 20));
  const Emulated thought = steep.predict({{1, 0, 0}});
  EXPECT_LT(thought.means.at(0, 0), formula_places({0, 1, 0, 0})[0] + 0.7);
}

TEST(EmulatedAuthority, leaves_out_figures_that_a_run_does_not_have) {
  TriedPoints tried = runs_beside(0.2, 0, 0.01, 100);
  for (std::size_t i = 0; i < 95; ++i) {
    tried.values[i][1] = std::numeric_limits<double>::quiet_NaN();
  }
  EmulatedAuthority there = authority();
  there.correct_by(tried);
  EXPECT_EQ(there.corrections()[1], 0);
  EXPECT_NEAR(there.corrections()[0], 4, 1);
  EXPECT_TRUE(std::isfinite(there.log_likelihoods({{0, 0, 0}})[0]));
}

TEST(EmulatedDraws, scatter_as_runs_do_and_wider_with_the_errors_of_figures) {
  const EmulatedAuthority there = authority();
  const std::vector<Point> points = {{0, 0, 0}};
  const EmulatedDraws draws(there, points);
  const Emulated thought = there.predict(points);
  for (const bool noisy : {false, true}) {
    double mean = 0;
    double squares = 0;
    for (std::uint64_t luck = 0; luck < 4000; ++luck) {
      const double value =
          (noisy ? draws.noisy_run(points[0], luck) : draws.run(points[0], luck))[0];
      mean += value / 4000;
      squares += value * value / 4000;
    }
    const double variance =
        thought.variances.at(0, 0) + thought.run_variances.at(0, 0) + (noisy ? 0.0025 : 0);
    EXPECT_NEAR(mean, thought.means.at(0, 0), 0.005);
    EXPECT_NEAR((squares - mean * mean) / variance, 1, 0.15);
  }
  EXPECT_EQ(draws.run(points[0], 5), draws.run(points[0], 5));
}

}  // namespace
}  // namespace stepdown
