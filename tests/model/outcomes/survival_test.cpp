#include "model/outcomes/survival.h"

#include <gtest/gtest.h>

#include <cmath>

namespace stepdown {
namespace {

// Six spells, 3R 5. 6R 6R 8. 10R (R returned, . last seen), worked out by hand: still away after
// day 3 are 5/6, after day 6 (four were watched, two return) 5/6 x 2/4, after day 10 (one) none.
std::vector<Spell> six() {
  return {{6, true}, {10, true}, {3, true}, {8, false}, {5, false}, {6, true}};
}

TEST(ShareReturned, is_the_estimate_of_Kaplan_and_Meier) {
  std::vector<Spell> spells = six();
  EXPECT_EQ(share_returned(spells, 2.9), 0.0);
  EXPECT_DOUBLE_EQ(share_returned(spells, 3), 1.0 / 6.0);
  EXPECT_DOUBLE_EQ(share_returned(spells, 5.9), 1.0 / 6.0);
  EXPECT_DOUBLE_EQ(share_returned(spells, 6), 1.0 - 5.0 / 12.0);
  EXPECT_DOUBLE_EQ(share_returned(spells, 9.9), 1.0 - 5.0 / 12.0);
  EXPECT_DOUBLE_EQ(share_returned(spells, 10), 1.0);
  EXPECT_DOUBLE_EQ(share_returned(spells, 1000), 1.0) << "everybody has returned";
}

TEST(ShareReturned, without_losses_is_the_plain_share) {
  std::vector<Spell> spells = {{1, true}, {2, true}, {3, true}, {9, false}};
  EXPECT_DOUBLE_EQ(share_returned(spells, 3), 0.75);
}

TEST(ShareReturned, takes_a_return_before_a_last_sight_of_the_same_day) {
  std::vector<Spell> spells = {{4, false}, {4, true}, {7, false}};
  EXPECT_DOUBLE_EQ(share_returned(spells, 4), 1.0 / 3.0);
}

TEST(ShareReturned, is_no_number_without_spells) {
  std::vector<Spell> nobody;
  EXPECT_TRUE(std::isnan(share_returned(nobody, 10)));
}

TEST(ShareReturned, is_no_number_beyond_the_time_anybody_was_watched) {
  std::vector<Spell> spells = {{4, true}, {7, false}};
  EXPECT_DOUBLE_EQ(share_returned(spells, 7), 0.5);
  EXPECT_TRUE(std::isnan(share_returned(spells, 7.1)));
}

}  // namespace
}  // namespace stepdown
