#include "calibration/fit/authority_space.h"

#include <gmock/gmock.h>

#include "tests/fixtures/emulated_formula.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

ModelParameters larger_place() {
  ModelParameters place = formula_base();
  place.population.children = 80'988;
  place.workforce.social_workers = 240;
  return place;
}

AuthoritySpace space_of(const ModelParameters& world) {
  return {world, formula_emulator().inputs()};
}

TEST(AuthoritySpace, has_the_numbers_free_of_which_only_a_prior_is_known) {
  const AuthoritySpace space = space_of(larger_place());
  ASSERT_EQ(space.size(), 3U);
  EXPECT_EQ(space.free(0).name(), "need.worsening");
  EXPECT_EQ(space.free(2).name(), "judgement.error_sd");
  EXPECT_EQ(space.value(0, 0), 0.65);
}

TEST(AuthoritySpace, keeps_the_facts_of_the_place) {
  const AuthoritySpace space = space_of(larger_place());
  const ModelParameters world = space.world({0.5, -0.5, 1});
  EXPECT_EQ(world.workforce.social_workers, 240);
  EXPECT_EQ(world.population.children, 80'988);
  EXPECT_GT(world.need.worsening, 0.65);
  EXPECT_LT(world.need.easing, 1.7);
}

TEST(AuthoritySpace, keeps_facts_that_lie_beyond_what_the_emulator_has_seen) {
  ModelParameters place = larger_place();
  place.workforce.social_workers = 600;  // 74 per 10,000; the emulator knows up to 60
  EXPECT_EQ(space_of(place).world({0, 0, 0}).workforce.social_workers, 600);
}

TEST(AuthoritySpace, has_a_world_to_itself_in_its_middle) {
  const AuthoritySpace space = space_of(formula_base());
  for (const double coordinate : space.with_facts(Point{0, 0, 0})) {
    EXPECT_NEAR(coordinate, 0, 1e-12);
  }
}

TEST(AuthoritySpace, gives_the_emulator_facts_and_free_numbers_in_its_own_order) {
  const AuthoritySpace space = space_of(larger_place());
  const Point point = space.with_facts(Point{0.1, 0.2, 0.3});
  ASSERT_EQ(point.size(), 4U);
  EXPECT_GT(point[0], 0.5);  // 30 workers per 10,000 against the base's 17
  EXPECT_EQ(point[1], 0.1);
  EXPECT_EQ(point[3], 0.3);
  EXPECT_EQ(space.with_facts(std::vector<Point>{{0, 0, 0}, {1, 1, 1}}).size(), 2U);
  EXPECT_THROW(space.with_facts(Point{0.1}), std::logic_error);
}

TEST(AuthoritySpace, keeps_the_world_s_own_numbers_out_of_the_prior) {
  // A place file that says otherwise moves the place, not the centre of what is free.
  ModelParameters place = larger_place();
  place.need.easing = 3;
  EXPECT_EQ(space_of(place).value(1, 0), 1.7);
}

TEST(AuthoritySpace, names_facts_that_are_unusual) {
  EXPECT_THAT(space_of(formula_base()).unusual_facts(2), IsEmpty());
  ModelParameters place = larger_place();
  place.workforce.social_workers = 450;
  EXPECT_THAT(space_of(place).unusual_facts(2), ElementsAre("workforce.social_workers"));
}

TEST(AuthoritySpace, names_facts_that_the_emulator_does_not_know) {
  const ModelParameters base = formula_base();
  const std::vector<Input>& inputs = formula_emulator().inputs();
  EXPECT_THAT(facts_unknown_to(inputs, larger_place(), base), IsEmpty());
  ModelParameters place = larger_place();
  place.population.quintile_shares = {0.9, 0.025, 0.025, 0.025, 0.025};
  place.need.easing = 3;  // no fact
  EXPECT_THAT(facts_unknown_to(inputs, place, base), ElementsAre("population.quintile_shares"));
}

}  // namespace
}  // namespace stepdown
