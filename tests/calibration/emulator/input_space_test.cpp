#include "calibration/emulator/input_space.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/fixtures/emulated_formula.h"

namespace stepdown {
namespace {

TEST(InputSpace, has_the_base_at_its_centre) {
  const InputSpace space = formula_space();
  for (const double coordinate : space.point_of(formula_base())) {
    EXPECT_NEAR(coordinate, 0, 1e-12);
  }
  const ModelParameters centre = space.world(Point(space.size(), 0.0));
  EXPECT_EQ(centre.need.worsening, formula_base().need.worsening);
  EXPECT_EQ(centre.workforce.social_workers, formula_base().workforce.social_workers);
}

TEST(InputSpace, finds_the_point_of_a_world_again) {
  const InputSpace space = formula_space();
  const Point point = {0.4, -1.3, 0.7, 2.1};
  const Point found = space.point_of(space.world(point));
  // Whole posts, and four digits of the others.
  EXPECT_NEAR(found[0], point[0], 0.05);
  for (std::size_t i = 1; i < point.size(); ++i) {
    EXPECT_NEAR(found[i], point[i], 0.005);
  }
}

TEST(InputSpace, counts_posts_per_10000_children_so_that_size_does_not_matter) {
  const InputSpace space = formula_space();
  ModelParameters twice = formula_base();
  twice.population.children *= 2;
  twice.workforce.social_workers *= 2;
  EXPECT_NEAR(space.point_of(twice)[0], 0, 1e-12);

  const InputSpace of_twice = InputSpace::with_centres(twice, space.inputs());
  const ModelParameters world = of_twice.world(Point{1, 0, 0, 0});
  const double posts = space.value(0, 1) * twice.population.children / 10'000;
  EXPECT_NEAR(world.workforce.social_workers, posts, 0.5);
  EXPECT_EQ(world.population.children, twice.population.children);
}

TEST(InputSpace, keeps_the_centres_of_another_base_where_it_is_told_to) {
  const InputSpace space = formula_space();
  ModelParameters other = formula_base();
  other.need.easing = 2.2;
  const InputSpace about = InputSpace::with_centres(other, space.inputs());
  EXPECT_NEAR(about.value(2, 0), 1.7, 1e-9);
  EXPECT_GT(about.point_of(other)[2], 0.3);
}

TEST(InputSpace, stays_within_bounds_however_far_out_a_point_lies) {
  const InputSpace space = formula_space();
  for (const double far : {-80.0, 80.0}) {
    const ModelParameters world = space.world(Point(space.size(), far));
    EXPECT_GE(world.need.worsening, 0.1);
    EXPECT_LE(world.need.worsening, 2.5);
  }
}

TEST(InputSpace, wants_a_coordinate_for_each_input) {
  EXPECT_THROW(formula_space().world(Point{0, 0}), std::logic_error);
}

}  // namespace
}  // namespace stepdown
