#include "calibration/local/child_joiner.h"

#include <gtest/gtest.h>

namespace stepdown {
namespace {

using namespace std::chrono;

TEST(ChildKeys, are_the_same_for_one_identifier_and_other_ones_the_next_time) {
  const ChildKeys keys;
  EXPECT_EQ(keys.key_of("A1"), keys.key_of("A1"));
  EXPECT_NE(keys.key_of("A1"), keys.key_of("A2"));
  EXPECT_NE(keys.key_of("A1"), ChildKeys().key_of("A1"));
}

TEST(SeenChildren, know_who_was_there) {
  const ChildKeys keys;
  SeenChildren seen(keys);
  EXPECT_TRUE(seen.is_new("A1"));
  EXPECT_TRUE(seen.is_new("A2"));
  EXPECT_FALSE(seen.is_new("A1"));
}

TEST(ChildJoiner, puts_together_what_is_of_one_child_and_hands_each_over_once) {
  const ChildKeys keys;
  ChildJoiner joiner(keys);
  joiner.record_of("A1").referrals.push_back({2023y / May / 1});
  joiner.record_of("A2").referrals.push_back({2023y / May / 2});
  joiner.record_of("A1").referrals.push_back({2023y / May / 3});
  std::size_t children = 0;
  std::size_t referrals = 0;
  std::move(joiner).hand_over([&](const ChildRecord& child) {
    ++children;
    referrals += child.referrals.size();
  });
  EXPECT_EQ(children, 2U);
  EXPECT_EQ(referrals, 3U);
}

TEST(ChildJoiner, shows_the_children_that_a_file_does_not_have) {
  const ChildKeys keys;
  ChildJoiner joiner(keys);
  joiner.record_of("A1").referrals.push_back({2023y / May / 1});
  joiner.record_of("A2").referrals.push_back({2023y / May / 2});
  SeenChildren file(keys);
  file.is_new("A1");
  file.is_new("A3");
  std::vector<Day> shown;
  joiner.show_those_not_in(file,
                           [&](ChildRecord& child) { shown.push_back(child.referrals[0].on); });
  EXPECT_EQ(shown, std::vector<Day>{2023y / May / 2});
}

}  // namespace
}  // namespace stepdown
