#include "calibration/trial_world.h"

#include <gmock/gmock.h>

#include <cmath>

#include "tests/fixtures/formula_world.h"

namespace stepdown {
namespace {

TEST(TrialWorld, starts_from_the_values_of_the_world) {
  const TrialWorld world = formula_world();
  const ModelParameters at_start = world.at(world.start());
  EXPECT_NEAR(at_start.need.worsening, initial_parameters().need.worsening, 1e-12);
  EXPECT_NEAR(at_start.need.easing, initial_parameters().need.easing, 1e-12);
}

TEST(TrialWorld, gives_the_mean_over_runs_of_each_target_at_each_point) {
  const TrialWorld world = formula_world({.seed = 1, .runs = 3, .threads = 2});
  Point other = world.start();
  other[1] = 0;  // half way between the bounds of easing
  const auto means = world.means({world.start(), other});
  const NeedParameters& need = initial_parameters().need;
  const double luck = 0.001;
  EXPECT_NEAR(means[0][0], 100 * need.worsening / need.easing + luck, 1e-9);
  EXPECT_NEAR(means[0][1], 10 * need.easing + need.worsening + luck, 1e-9);
  EXPECT_NEAR(means[1][1], 10 * 5 + need.worsening + luck, 1e-9);
}

TEST(TrialWorld, gives_the_same_for_any_number_of_threads) {
  const TrialWorld alone = formula_world({.seed = 1, .runs = 3, .threads = 1});
  const TrialWorld many = formula_world({.seed = 1, .runs = 3, .threads = 8});
  const std::vector<Point> points(20, alone.start());
  EXPECT_EQ(alone.means(points), many.means(points));
}

TEST(TrialWorld, leaves_runs_without_a_figure_out_of_its_mean) {
  const Target target{"share", 0, 10, 1, 1, "", ""};
  const auto worlds = [](int runs_with_none) {
    return [runs_with_none](const ModelParameters&, RunKey key) -> DayZero {
      const bool none = static_cast<int>(key.run) < runs_with_none;
      return [none](const ModelParameters&, const ModelParameters&) {
        return Outcomes{{none ? NAN : 12.0}, {}, 0};
      };
    };
  };
  const std::vector<FreeParameter> free{free_number("need.easing")};
  const TrialWorld some(initial_parameters(), free, {target}, {1, 3, 1}, worlds(2));
  EXPECT_EQ(some.means({some.start()})[0][0], 12);
  const TrialWorld none(initial_parameters(), free, {target}, {1, 3, 1}, worlds(3));
  EXPECT_TRUE(std::isnan(none.means({none.start()})[0][0]));
}

TEST(TrialWorld, names_the_numbers_that_start_on_a_bound_or_beyond_it) {
  const Parameter* easing = find_parameter("need.easing");
  const double value = initial_parameters().need.easing;
  const auto stuck_within = [&](Bounds bounds) {
    return TrialWorld(initial_parameters(), {{easing, bounds}}, {}, {}, formula_worlds()).stuck();
  };
  EXPECT_THAT(stuck_within({value / 2, value * 2}), ::testing::IsEmpty());
  EXPECT_THAT(stuck_within({value, value * 2}), ::testing::ElementsAre("need.easing"));
  EXPECT_THAT(stuck_within({value * 2, value * 3}), ::testing::ElementsAre("need.easing"));
}

TEST(TrialWorld, weighs_distances_by_the_root_of_the_weight) {
  const Target target{"share", 0, 10, 2, 4, "", ""};
  const TrialWorld world(initial_parameters(), {free_number("need.easing")}, {target}, {1, 1, 1},
                         formula_worlds());
  EXPECT_DOUBLE_EQ(world.residuals({13})[0], 3);
}

}  // namespace
}  // namespace stepdown
