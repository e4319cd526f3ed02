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

TEST(ShareReturned, is_no_number_beyond_the_time_anybody_could_be_watched) {
  std::vector<Spell> spells = {{4, true, 6}, {7, false, 7}};
  EXPECT_DOUBLE_EQ(share_returned(spells, 7), 0.5);
  EXPECT_TRUE(std::isnan(share_returned(spells, 7.1)));
}

TEST(ShareReturned, is_no_number_either_where_all_returned_whom_nobody_could_have_watched_so_long) {
  std::vector<Spell> spells = {{4, true, 9}, {7, true, 8}};
  EXPECT_DOUBLE_EQ(share_returned(spells, 9), 1.0);
  EXPECT_TRUE(std::isnan(share_returned(spells, 9.1)));
}

TEST(ShareReturned, exists_whether_or_not_those_return_who_could_be_watched_so_long) {
  std::vector<Spell> away = {{2, false, 2}, {10, false, 10}};
  std::vector<Spell> back = {{1, true, 10}, {2, false, 2}};
  EXPECT_DOUBLE_EQ(share_returned(away, 9), 0.0);
  EXPECT_DOUBLE_EQ(share_returned(back, 9), 0.5);
}

TEST(ShareReturned, is_no_number_where_all_were_lost_from_sight_before) {
  std::vector<Spell> spells = {{4, false, 20}, {7, false, 30}};
  EXPECT_TRUE(std::isnan(share_returned(spells, 10)));
}

}  // namespace
}  // namespace stepdown
