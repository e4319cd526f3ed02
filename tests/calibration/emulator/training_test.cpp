#include "calibration/emulator/training.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <stdexcept>

#include "calibration/emulator/emulator_training.h"
#include "tests/fixtures/emulated_formula.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

namespace fs = std::filesystem;

struct Order {
  std::vector<Point> points = first_points(formula_plan(), 1);
  TrainingLuck luck = {.seed = 3, .threads = 2};
  DayZeroMaker model = formula_model();
  PointsDone told = [](std::size_t) {};
};

TrainingSet tried(const fs::path& journal_path, const Order& order,
                  const std::atomic<bool>& stop = false) {
  RunJournal journal(journal_path, "inputs");
  return try_points(formula_space(), formula_plan(), order.points, order.luck, journal, order.told,
                    stop, order.model);
}

TrainingSet tried(const Order& order) {
  const TemporaryFolder folder;
  return tried(folder.path() + "/journal", order);
}

void expect_same(const TrainingSet& a, const TrainingSet& b) {
  EXPECT_EQ(bits_of_points(a.points), bits_of_points(b.points));
  EXPECT_EQ(bits_of_points(a.runs), bits_of_points(b.runs));
  EXPECT_EQ(a.failed, b.failed);
}

TEST(Training, tries_each_point_so_often_and_tells_how_far_it_is) {
  Order order;
  std::vector<std::size_t> told;
  order.told = [&](std::size_t done) { told.push_back(done); };
  const TrainingSet seen = tried(order);
  ASSERT_EQ(seen.points.size(), 160U);
  EXPECT_EQ(seen.runs[0].size(), 2 * formula_measures);
  EXPECT_EQ(seen.failed, 0U);
  EXPECT_TRUE(std::ranges::is_sorted(told));
  EXPECT_EQ(told.back(), 160U);
}

TEST(Training, gives_each_run_luck_of_its_own) {
  const TrainingSet seen = tried({});
  EXPECT_NE(seen.runs[0][0], seen.runs[0][formula_measures]);
}

TEST(Training, does_not_depend_on_threads_nor_on_how_many_points_follow) {
  Order order;
  const TrainingSet whole = tried(order);
  order.luck.threads = 5;
  expect_same(tried(order), whole);
  order.points.resize(30);
  const TrainingSet some = tried(order);
  EXPECT_EQ(bits_of_points(some.runs),
            bits_of_points({whole.runs.begin(), whole.runs.begin() + 30}));
}

TEST(Training, goes_on_from_a_journal_that_was_cut_anywhere) {
  const TemporaryFolder folder;
  const fs::path path = folder.path() + "/journal";
  const TrainingSet whole = tried(path, {});
  const auto size = fs::file_size(path);
  for (const double share : {0.05, 0.333, 0.71, 0.999}) {
    fs::resize_file(path, static_cast<std::uintmax_t>(share * static_cast<double>(size)));
    std::size_t runs = 0;
    Order order;
    order.luck.threads = 1;
    order.model = [&, model = formula_model()](const ModelParameters& world, RunKey key) {
      ++runs;
      return model(world, key);
    };
    expect_same(tried(path, order), whole);
    EXPECT_NEAR(static_cast<double>(runs), (1 - share) * 320, 12);
  }
}

TEST(Training, stops_when_asked_and_gives_the_points_that_are_whole) {
  const TemporaryFolder folder;
  const fs::path path = folder.path() + "/journal";
  std::atomic<bool> stop{false};
  Order order;
  order.told = [&](std::size_t done) { stop = done >= 32; };
  const TrainingSet part = tried(path, order, stop);
  EXPECT_GE(part.points.size(), 32U);
  EXPECT_LT(part.points.size(), 160U);
  EXPECT_EQ(part.points.size(), part.runs.size());
  expect_same(tried(path, {}), tried({}));
}

TEST(Training, counts_runs_that_fail_and_goes_on) {
  Order order;
  order.model = [model = formula_model()](const ModelParameters& world, RunKey key) {
    if (key.run % 7 == 3) {
      throw std::runtime_error("accounts lost");
    }
    return model(world, key);
  };
  const TrainingSet seen = tried(order);
  EXPECT_EQ(seen.points.size(), 160U);
  EXPECT_EQ(seen.failed, 46U);  // 3, 10, ..., 318
  EXPECT_TRUE(std::isnan(seen.runs[1][formula_measures]));
  EXPECT_FALSE(std::isnan(seen.runs[1][0]));
}

TEST(Training, spreads_first_points_over_the_widened_prior) {
  EmulatorPlan plan = formula_plan();
  plan.first_points = 1024;
  const std::vector<Point> points = first_points(plan, 4);
  for (std::size_t k = 0; k < 4; ++k) {
    double mean = 0;
    double squares = 0;
    for (const Point& point : points) {
      mean += point[k] / 1024;
      squares += point[k] * point[k] / 1024;
    }
    EXPECT_NEAR(mean, 0, 0.02);
    EXPECT_NEAR(std::sqrt(squares), plan.spread, 0.02);
  }
}

TEST(Training, puts_second_points_where_authorities_lie) {
  EmulatorPlan plan = formula_plan();
  plan.second_points = 200;
  const std::vector<Point> points = second_points(formula_emulator(), plan, 1, 2);
  ASSERT_EQ(points.size(), 200U);
  for (const Point& point : points) {
    for (std::size_t m = 0; m < formula_measures; ++m) {
      const MeasureScale scale = formula_emulator().measures()[m].scale;
      const double low = scale.on(plan.measures[m].range.low);
      const double high = scale.on(plan.measures[m].range.high);
      // A quarter of half a range beyond it, and what the emulator errs.
      const double beyond = 0.25 * (high - low) / 2 + 0.1;
      EXPECT_GT(formula_places(point)[m], low - beyond);
      EXPECT_LT(formula_places(point)[m], high + beyond);
    }
  }
}

}  // namespace
}  // namespace stepdown
