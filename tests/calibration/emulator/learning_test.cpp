#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "calibration/matching/judged_points.h"
#include "tests/fixtures/emulated_formula.h"

namespace stepdown {
namespace {

std::vector<std::string> all_names() {
  std::vector<std::string> names;
  for (const EmulatedMeasure& measure : formula_plan().measures) {
    names.push_back(measure.name);
  }
  return names;
}

Emulator learnt_from(const TrainingSet& seen, int threads = 1) {
  return learn_emulator(formula_space(), formula_plan(), seen, {.subset = 80, .threads = threads},
                        [](const MeasureEmulator&) {});
}

TEST(Learning, gives_an_emulator_that_tells_points_it_has_not_seen) {
  const std::vector<Point> points = points_of_normal_prior(300, 4, 77);
  const Table means = formula_emulator().means(Table(points), all_names());
  for (std::size_t m = 0; m < formula_measures; ++m) {
    double squares = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      squares += std::pow(means.at(i, m) - formula_places(points[i])[m], 2) / 300;
    }
    // Less than the luck of a single run.
    EXPECT_LT(std::sqrt(squares), formula_luck_sd(m, {0, 0, 0, 0})) << m;
  }
}

TEST(Learning, finds_how_far_luck_moves_a_run_and_where_it_moves_more) {
  for (std::size_t m = 0; m < formula_measures; ++m) {
    const MeasureEmulator& measure = formula_emulator().measures()[m];
    for (const Point& at : {Point{0, 0, 0, 0}, Point{0, 1, 0, 0}}) {
      const double sd = std::sqrt(measure.run_variance(at));
      EXPECT_NEAR(sd / formula_luck_sd(m, at), 1, 0.25) << m;
    }
  }
  const MeasureEmulator& uneven = formula_emulator().measures()[2];
  EXPECT_GT(uneven.run_variance(std::vector<double>{0, 1.5, 0, 0}),
            1.5 * uneven.run_variance(std::vector<double>{0, -1.5, 0, 0}));
}

TEST(Learning, bounds_the_variance_of_runs_where_nothing_was_seen) {
  const MeasureEmulator& measure = formula_emulator().measures()[2];
  const double far = measure.run_variance(std::vector<double>{0, 50, 0, 0});
  EXPECT_NEAR(far, std::exp(measure.greatest_log_variance), 1e-9);
}

TEST(Learning, holds_what_runs_come_to_in_nine_ranges_of_ten) {
  const std::vector<Point> points = points_of_normal_prior(400, 4, 78);
  const TrainingSet fresh = formula_set(points, 5);
  const Emulated said = formula_emulator().predict(Table(points), all_names());
  for (std::size_t m = 0; m < formula_measures; ++m) {
    const MeasureEmulator& measure = formula_emulator().measures()[m];
    int inside = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const double sd = std::sqrt(said.variances.at(i, m) + said.run_variances.at(i, m));
      const double off = measure.scale.on(fresh.runs[i][m]) - said.means.at(i, m);
      inside += std::abs(off) <= 1.6449 * sd ? 1 : 0;
    }
    const double share = inside / 400.0;
    EXPECT_GT(share, 0.80) << measure.name;
    EXPECT_LT(share, 0.98) << measure.name;
    EXPECT_NEAR(measure.quality.coverage_90, 0.9, 0.1) << measure.name;
  }
}

TEST(Learning, says_how_much_it_explains_and_how_far_it_usually_errs) {
  for (std::size_t m = 0; m < formula_measures; ++m) {
    const EmulatorQuality& quality = formula_emulator().measures()[m].quality;
    EXPECT_GT(quality.explained, 0.9) << m;
    EXPECT_LE(quality.explained, 1.05) << m;
    EXPECT_LT(quality.error, formula_luck_sd(m, {0, 0, 0, 0})) << m;
  }
}

TEST(Learning, leaves_out_points_without_a_value_for_that_measure_alone) {
  TrainingSet seen = formula_set(first_points(formula_plan(), 1), 1);
  for (std::size_t i = 0; i < 20; ++i) {
    seen.runs[i][1] = std::numeric_limits<double>::quiet_NaN();
    seen.runs[i][1 + formula_measures] = std::numeric_limits<double>::quiet_NaN();
  }
  seen.runs[30][0] = std::numeric_limits<double>::quiet_NaN();
  const Emulator emulator = learnt_from(seen);
  EXPECT_EQ(emulator.measures()[0].mean.points().rows, 160U);
  EXPECT_EQ(emulator.measures()[1].mean.points().rows, 140U);
  // The mean of one run is twice as noisy as that of two.
  const std::vector<double>& noise = emulator.measures()[0].noise_variances;
  EXPECT_GT(noise[30], 1.5 * noise[31] * emulator.measures()[0].run_variance(seen.points[30]) /
                           emulator.measures()[0].run_variance(seen.points[31]));
}

TEST(Learning, refuses_a_measure_that_hardly_any_run_has) {
  TrainingSet seen = formula_set(first_points(formula_plan(), 1), 1);
  for (std::vector<double>& runs : seen.runs) {
    runs[1] = std::numeric_limits<double>::quiet_NaN();
    runs[1 + formula_measures] = std::numeric_limits<double>::quiet_NaN();
  }
  EXPECT_THROW(learnt_from(seen), std::runtime_error);
}

TEST(Learning, does_not_depend_on_threads) {
  const TrainingSet seen = formula_set(first_points(formula_plan(), 1), 1);
  const Table at({{0.1, 0.2, 0.3, 0.4}});
  const Emulated once = learnt_from(seen, 1).predict(at, all_names());
  const Emulated again = learnt_from(seen, 4).predict(at, all_names());
  EXPECT_EQ(once.means.values, again.means.values);
  EXPECT_EQ(once.variances.values, again.variances.values);
}

TEST(Emulator, answers_for_the_measures_named_in_that_order) {
  const Table at({{0.1, 0.2, 0.3, 0.4}});
  const Table all = formula_emulator().means(at, all_names());
  const Table some = formula_emulator().means(at, {all_names()[2], all_names()[0]});
  EXPECT_EQ(some.at(0, 0), all.at(0, 2));
  EXPECT_EQ(some.at(0, 1), all.at(0, 0));
  EXPECT_EQ(formula_emulator().find("spent"), nullptr);
  EXPECT_THROW(formula_emulator().means(at, {"spent"}), std::logic_error);
}

}  // namespace
}  // namespace stepdown
