#include "model/parameters/edit_distance.h"

#include <gtest/gtest.h>

namespace stepdown {
namespace {

TEST(EditDistance, counts_letters_in_out_and_replaced) {
  EXPECT_EQ(edit_distance("", ""), 0U);
  EXPECT_EQ(edit_distance("abc", ""), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
  EXPECT_EQ(edit_distance("social_worker", "social_workers"), 1U);
}

TEST(EditDistance, counts_a_swap_of_neighbours_once) {
  EXPECT_EQ(edit_distance("rnu", "run"), 1U);
  EXPECT_EQ(edit_distance("extneds", "extends"), 1U);
}

TEST(EditDistance, does_not_mind_capitals_and_hyphens) {
  EXPECT_EQ(edit_distance("Step-Down", "step_down"), 0U);
}

TEST(EditDistance, is_the_same_both_ways) {
  for (const auto& [a, b] : {std::pair("tapered", "taper"), std::pair("abrupt", "sustained")}) {
    EXPECT_EQ(edit_distance(a, b), edit_distance(b, a));
  }
}

}  // namespace
}  // namespace stepdown
