#include "analysis/report/driver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "model/random.h"

namespace stepdown {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Drivers, tell_the_difference_where_a_number_is_low_and_where_it_is_high) {
  const std::vector<Driver> drivers = drivers_of({"a"}, {{1, 2, 3, 4}}, {10, 20, 30, 40}, 5);
  ASSERT_THAT(drivers, SizeIs(1));
  EXPECT_EQ(drivers.front().where_low, 15);
  EXPECT_EQ(drivers.front().where_high, 35);
  EXPECT_DOUBLE_EQ(drivers.front().rank_correlation, 1);
}

TEST(Drivers, of_equal_value_share_the_middle_of_their_ranks) {
  // Ranks of 0.5, 0.5, 2 and 3 beside 0, 1, 2 and 3: their correlation is 4.5 over root 4.5
  // times 5.
  const Driver driver = drivers_of({"a"}, {{1, 1, 2, 3}}, {10, 20, 30, 40}, 5).front();
  EXPECT_NEAR(driver.rank_correlation, std::sqrt(0.9), 1e-12);
}

TEST(Drivers, have_the_widest_swing_first_and_no_more_than_asked_for) {
  const std::vector<Driver> drivers = drivers_of(
      {"little", "much", "none"}, {{1, 2, 1, 2}, {1, 1, 2, 2}, {7, 7, 7, 7}}, {10, 12, 30, 32}, 1);
  ASSERT_THAT(drivers, SizeIs(1));
  EXPECT_EQ(drivers.front().setting, "much");
}

TEST(Drivers, beyond_chance_come_before_those_with_a_wider_swing) {
  // A number that is low in the one world far off has the wider swing, and says nothing of others.
  const std::vector<Driver> drivers =
      drivers_of({"chance", "goes with it"}, {{1, 2, 2, 2, 2, 2, 2, 2}, {8, 1, 2, 3, 4, 5, 6, 7}},
                 {100, 1, 2, 3, 4, 5, 6, 7}, 2);
  ASSERT_THAT(drivers, SizeIs(2));
  EXPECT_LT(drivers.front().swing(), drivers.back().swing());
  EXPECT_EQ(drivers.front().setting, "goes with it");
  EXPECT_FALSE(drivers.front().may_be_chance);
  EXPECT_TRUE(drivers.back().may_be_chance);
}

TEST(Drivers, leave_out_what_is_the_same_in_every_world_and_what_is_no_number) {
  EXPECT_THAT(drivers_of({"same", "word"}, {{1, 1, 1}, {1, std::nan(""), 3}}, {1, 2, 3}, 5),
              IsEmpty());
}

TEST(Drivers, may_be_chance_where_so_few_worlds_give_such_a_correlation) {
  const std::vector<double> values{1, 2, 3, 4, 5, 6, 7, 8};
  EXPECT_FALSE(drivers_of({"a"}, {values}, values, 5).front().may_be_chance);
  EXPECT_TRUE(drivers_of({"a"}, {values}, {3, 1, 2, 5, 4, 2, 1, 4}, 5).front().may_be_chance);
}

// 22 worlds and 60 numbers drawn for nothing: the largest correlation is past 2 standard errors in
// almost every report, and past what is asked of it in one of twenty. 40 reports give more than ten
// by chance once in 100 million times.
TEST(Drivers, of_many_numbers_that_do_nothing_hardly_ever_stand_out) {
  int stand_out = 0;
  for (std::uint32_t report = 0; report < 40; ++report) {
    const Luck luck({7, report});
    const auto numbers = [&](std::uint32_t name) {
      std::vector<double> drawn;
      for (std::uint32_t world = 0; world < 22; ++world) {
        drawn.push_back(luck.uniform(name, Decision::traits, world));
      }
      return drawn;
    };
    std::vector<std::string> settings;
    std::vector<std::vector<double>> values;
    for (std::uint32_t setting = 1; setting <= 60; ++setting) {
      settings.push_back(std::to_string(setting));
      values.push_back(numbers(setting));
    }
    const auto drivers = drivers_of(settings, values, numbers(0), settings.size());
    stand_out += std::ranges::all_of(drivers, &Driver::may_be_chance) ? 0 : 1;
  }
  EXPECT_LE(stand_out, 10);
}

}  // namespace
}  // namespace stepdown
