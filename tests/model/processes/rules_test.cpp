#include "model/processes/rules.h"

#include <gtest/gtest.h>

#include <array>

#include "model/parameters/registry.h"
#include "model/time.h"

namespace stepdown {
namespace {

TEST(Rules, round_posts_to_whole_workers_and_never_below_none) {
  ModelParameters p = initial_parameters();
  p.population.children = 5000;
  p.workforce.community_workers_per_10000 = 5;
  p.workforce.key_workers_per_10000 = 12;
  p.workforce.social_workers = 7;
  p.workforce.additional_social_workers = -100;
  p.workforce.additional_key_workers = 2;
  EXPECT_EQ(Rules(p).posts, (std::array<std::size_t, 3>{3, 8, 0}));
  p.population.children = 100;
  EXPECT_EQ(Rules(p).posts, (std::array<std::size_t, 3>{0, 2, 0}));
}

TEST(Rules, turn_yearly_rates_into_daily_ones_by_level_and_capacity) {
  ModelParameters p = initial_parameters();
  p.need.worsening = 0.4;
  p.need.worsening_by_level = 1.5;
  p.need.capacity_slows_worsening = 0.5;
  p.need.easing = 0.8;
  p.need.easing_by_level = 0.5;
  p.need.capacity_speeds_easing = 2;
  const Rules rules(p);
  EXPECT_DOUBLE_EQ(rules.worsening[0][0] * days_per_year, 0.4);
  EXPECT_DOUBLE_EQ(rules.worsening[2][1] * days_per_year, 0.4 * 1.5 * 1.5 * 0.5);
  EXPECT_DOUBLE_EQ(rules.easing[1][0] * days_per_year, 0.8);
  EXPECT_DOUBLE_EQ(rules.easing[3][2] * days_per_year, 0.8 * 0.25 * 4);
  for (int capacity = 0; capacity < Rules::capacities; ++capacity) {
    EXPECT_EQ(rules.worsening[4][static_cast<std::size_t>(capacity)], 0.0);
    EXPECT_EQ(rules.easing[0][static_cast<std::size_t>(capacity)], 0.0);
  }
}

TEST(Rules, of_a_textbook_queue_have_only_its_places_of_one_child_each) {
  ModelParameters p = initial_parameters();
  p.laboratory.system = Laboratory::queue;
  p.laboratory.places = 5;
  const Rules rules(p);
  EXPECT_EQ(rules.posts, (std::array<std::size_t, 3>{0, 5, 0}));
  EXPECT_EQ(rules.caps[1], one_place);
}

}  // namespace
}  // namespace stepdown
