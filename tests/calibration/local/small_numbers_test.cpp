#include "calibration/local/small_numbers.h"

#include <gmock/gmock.h>

#include <numeric>
#include <random>

namespace stepdown {
namespace {

using ::testing::ElementsAre;

using Counts = std::vector<std::int64_t>;

TEST(SmallNumbers, are_those_from_1_to_under_the_threshold) {
  const SmallNumbers small(5);
  EXPECT_FALSE(small.hides(0));
  EXPECT_TRUE(small.hides(1));
  EXPECT_TRUE(small.hides(4));
  EXPECT_FALSE(small.hides(5));
  EXPECT_FALSE(SmallNumbers(1).hides(1));
}

TEST(SmallNumbers, take_the_smallest_other_part_with_them) {
  const SmallNumbers small(5);
  EXPECT_THAT(small.hidden(Counts{100, 3, 20, 7}).parts, ElementsAre(false, true, false, true));
  EXPECT_THAT(small.hidden(Counts{100, 3, 4, 20}).parts, ElementsAre(false, true, true, false));
  EXPECT_THAT(small.hidden(Counts{100, 20, 0}).parts, ElementsAre(false, false, false));
}

TEST(SmallNumbers, that_are_two_and_few_together_take_a_third) {
  // 1 and 1 hidden out of a total would both be known to be 1.
  EXPECT_THAT(SmallNumbers(5).hidden(Counts{100, 1, 1, 20}).parts,
              ElementsAre(false, true, true, true));
}

TEST(SmallNumbers, take_the_total_where_nothing_else_hides_them) {
  EXPECT_TRUE(SmallNumbers(5).hidden(Counts{3, 0, 0}).total);
  EXPECT_FALSE(SmallNumbers(5).hidden(Counts{3, 30}).total);
}

TEST(SmallNumbers, are_never_found_by_subtracting_what_is_told_from_the_total) {
  std::mt19937 luck(3);
  const SmallNumbers small(5);
  for (int trial = 0; trial < 2000; ++trial) {
    Counts parts(static_cast<std::size_t>(std::uniform_int_distribution(1, 8)(luck)));
    for (std::int64_t& part : parts) {
      part = std::uniform_int_distribution(0, 12)(luck);
    }
    const SmallNumbers::Hidden hidden = small.hidden(parts);
    std::int64_t rest = std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
    std::size_t unknown = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      EXPECT_TRUE(hidden.parts[i] || !small.hides(parts[i]));
      rest -= hidden.parts[i] ? 0 : parts[i];
      unknown += hidden.parts[i] ? 1 : 0;
    }
    EXPECT_TRUE(hidden.total || unknown == 0 || (unknown >= 2 && rest >= 5));
  }
}

TEST(SmallNumbers, leave_out_shares_of_few_and_of_all_but_few) {
  const SmallNumbers small(5);
  EXPECT_TRUE(small.tells_share(20, 100));
  EXPECT_FALSE(small.tells_share(4, 100));
  EXPECT_FALSE(small.tells_share(97, 100));
  EXPECT_FALSE(small.tells_share(1, 3));
  EXPECT_FALSE(small.tells_share(0, 0));
}

TEST(SmallNumbers, join_bands_until_each_stretch_that_is_told_has_enough) {
  const SmallNumbers small(5);
  EXPECT_THAT(small.told_ends(Counts{10, 2, 9, 30, 8}), ElementsAre(true, false, true, true));
  EXPECT_THAT(small.told_ends(Counts{10, 10, 10, 10, 2}), ElementsAre(true, true, true, false));
  EXPECT_THAT(small.told_ends(Counts{2, 1, 0, 0, 0}), ElementsAre(false, false, false, false));
}

TEST(SmallNumbers, tell_shares_no_finer_than_one_case_moves_them) {
  const SmallNumbers small(6);
  EXPECT_EQ(small.share_grain(1000), 1);
  EXPECT_EQ(small.share_grain(96), 1);  // beside a count of about 100
  EXPECT_EQ(small.share_grain(50), 2);
  EXPECT_EQ(small.share_grain(40), 5);
  EXPECT_EQ(small.share_grain(6), 10);
  EXPECT_EQ(SmallNumbers(2).share_grain(3), 10);
  EXPECT_EQ(SmallNumbers(1).share_grain(50), 0);
}

TEST(SmallNumbers, round_what_needs_no_exactness) {
  EXPECT_EQ(SmallNumbers(5).about(14), "10");
  EXPECT_EQ(SmallNumbers(5).about(15), "20");
  EXPECT_EQ(SmallNumbers(1).about(14), "14");
}

}  // namespace
}  // namespace stepdown
