#include "calibration/local/local_tables.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// So many cases followed for two years, some of whom come back after a time.
void add(ReturnTimes& times, int cases, int back, int after = 100) {
  for (int i = 0; i < cases; ++i) {
    i < back ? times.add_back(after) : times.add_lost(731);
  }
}

ReturnTimes& times(LocalCounts& counts, ReturnAfter after, CaseMark mark = CaseMark::all) {
  return counts.returns[static_cast<std::size_t>(after)][static_cast<std::size_t>(mark)];
}

LocalCounts counts_with_referrals() {
  LocalCounts counts;
  add(times(counts, ReturnAfter::referral), 200, 40);
  return counts;
}

bool has(const std::vector<ReturnRow>& rows, ReturnAfter after, CaseMark mark = CaseMark::all) {
  return std::ranges::any_of(
      rows, [&](const ReturnRow& row) { return row.after == after && row.mark == mark; });
}

TEST(ReturnRows, follow_referrals_month_by_month) {
  const auto rows = return_rows(counts_with_referrals(), SmallNumbers(5));
  ASSERT_EQ(rows.size(), 24U);
  EXPECT_EQ(rows[2].back.back, 0);
  EXPECT_EQ(rows[3].back.back, 40);
  EXPECT_EQ(rows[3].months, 4);
}

TEST(ReturnRows, skip_months_until_enough_came_back_since_the_last) {
  LocalCounts counts;
  for (int month = 0; month < 24; ++month) {
    add(times(counts, ReturnAfter::referral), 2, 2, month * 30 + 15);
  }
  add(times(counts, ReturnAfter::referral), 100, 0);
  std::int64_t before = 0;
  for (const ReturnRow& row : return_rows(counts, SmallNumbers(5))) {
    EXPECT_TRUE(row.back.back == before || row.back.back - before >= 5) << row.months;
    before = row.back.back;
  }
  EXPECT_GE(before, 40);
}

TEST(ReturnRows, compare_the_ways_of_closing) {
  LocalCounts counts = counts_with_referrals();
  add(times(counts, ReturnAfter::assessed_no_action), 100, 30);
  add(times(counts, ReturnAfter::assessed_early_help), 100, 15);
  add(times(counts, ReturnAfter::other_end), 100, 20);
  const std::string csv = returns_csv(return_rows(counts, SmallNumbers(5)), SmallNumbers(5));
  EXPECT_THAT(csv, HasSubstr("(RC8)\",all,12,30,"));
  EXPECT_THAT(csv, HasSubstr("(RC9)\",all,12,15,"));
  EXPECT_THAT(csv, HasSubstr("(RC7)\",all,12,20,"));
}

TEST(ReturnRows, hide_a_second_way_of_closing_where_one_is_small) {
  LocalCounts counts = counts_with_referrals();
  add(times(counts, ReturnAfter::assessed_no_action), 100, 30);
  add(times(counts, ReturnAfter::assessed_early_help), 50, 20);
  add(times(counts, ReturnAfter::other_end), 3, 1);
  counts.closed_otherwise = 20;
  const auto rows = return_rows(counts, SmallNumbers(5));
  EXPECT_TRUE(has(rows, ReturnAfter::assessed_no_action));
  EXPECT_TRUE(has(rows, ReturnAfter::assessed_early_help));
  EXPECT_FALSE(has(rows, ReturnAfter::other_end));
}

TEST(ReturnRows, hide_both_ways_of_being_found_not_in_need_where_one_is_small) {
  LocalCounts counts = counts_with_referrals();
  add(times(counts, ReturnAfter::assessed_no_action), 100, 30);
  add(times(counts, ReturnAfter::assessed_early_help), 3, 1);
  add(times(counts, ReturnAfter::other_end), 50, 20);
  counts.closed_otherwise = 20;
  // The smallest other part is hidden with it; RC8 must be, as both together are told.
  EXPECT_FALSE(has(return_rows(counts, SmallNumbers(5)), ReturnAfter::assessed_no_action));
  EXPECT_TRUE(has(return_rows(counts, SmallNumbers(5)), ReturnAfter::other_end));
}

TEST(ReturnsCsv, has_no_exact_count_and_no_share_from_which_one_follows) {
  LocalCounts counts;
  add(times(counts, ReturnAfter::referral), 103, 38);
  const SmallNumbers small(6);
  EXPECT_THAT(returns_csv(return_rows(counts, small), small),
              HasSubstr("a referral,all,12,37,28,47,100,40,70\n"));
  const SmallNumbers nothing_hidden(1);
  EXPECT_THAT(returns_csv(return_rows(counts, nothing_hidden), nothing_hidden),
              HasSubstr("a referral,all,12,36.89,"));
}

TEST(ReturnRows, part_a_group_only_where_neither_part_nor_the_rest_is_small) {
  const auto parted = [](int with, int without, int in_all) {
    LocalCounts counts = counts_with_referrals();
    add(times(counts, ReturnAfter::other_end), in_all, in_all / 2);
    add(times(counts, ReturnAfter::other_end, CaseMark::with_neglect), with, with / 2);
    add(times(counts, ReturnAfter::other_end, CaseMark::without_neglect), without, without / 2);
    return has(return_rows(counts, SmallNumbers(5)), ReturnAfter::other_end,
               CaseMark::with_neglect);
  };
  EXPECT_TRUE(parted(40, 60, 100));
  EXPECT_TRUE(parted(30, 50, 100));
  EXPECT_FALSE(parted(8, 92, 100));
  EXPECT_FALSE(parted(40, 57, 100));
}

TEST(ReturnRows, are_none_without_referrals) {
  LocalCounts counts;
  add(times(counts, ReturnAfter::other_end), 100, 0);
  EXPECT_THAT(return_rows(counts, SmallNumbers(5)), IsEmpty());
}

TEST(FiguresCsv, has_c_for_everything_that_is_not_told) {
  LocalMeasure measure{"no_further_action", "No action, %", "no action", "referrals"};
  measure.years = {
      {.year = 2023, .value = 4, .error = 1, .part = 20, .whole = 500, .is_told = true},
      {.year = 2024, .value = 0.777, .error = 0.333, .part = 3, .whole = 386}};
  const std::string csv = figures_csv({measure});
  EXPECT_THAT(csv, HasSubstr("2023,no_further_action,\"No action, %\",4,1,20,no action,500,"));
  EXPECT_THAT(csv, HasSubstr("2024,no_further_action,\"No action, %\",c,c,c,no action,c,"));
  EXPECT_THAT(csv, Not(HasSubstr("777")));
}

}  // namespace
}  // namespace stepdown
