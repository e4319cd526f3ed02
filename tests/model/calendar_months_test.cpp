#include "model/calendar_months.h"

#include <gtest/gtest.h>

namespace stepdown {
namespace {

TEST(MonthEnds, count_the_days_from_1_April) {
  const std::vector<double> ends = month_ends(2022, 1);
  const std::vector<double> expected = {30, 61, 91, 122, 153, 183, 214, 244, 275, 306, 334, 365};
  EXPECT_EQ(ends, expected);
}

TEST(MonthEnds, know_leap_years) {
  EXPECT_EQ(month_ends(2023, 1).back(), 366) << "February 2024 has 29 days";
  EXPECT_EQ(month_ends(2099, 1).back(), 365) << "February 2100 has 28";
  EXPECT_EQ(month_ends(2024, 10).back(), 3652);
}

TEST(MonthEnds, are_twelve_a_year_and_rise) {
  const std::vector<double> ends = month_ends(1990, 100);
  ASSERT_EQ(ends.size(), 1200u);
  double before = 0;
  for (const double end : ends) {
    EXPECT_GE(end - before, 28);
    EXPECT_LE(end - before, 31);
    before = end;
  }
}

TEST(DayAfterMonths, is_where_whole_months_end) {
  const std::vector<double> ends = month_ends(2023, 3);
  EXPECT_EQ(day_after_months(2023, 0), 0);
  for (std::size_t month = 0; month < ends.size(); ++month) {
    EXPECT_EQ(day_after_months(2023, static_cast<double>(month + 1)), ends[month]);
  }
}

TEST(DayAfterMonths, has_parts_of_a_month_by_its_days) {
  EXPECT_DOUBLE_EQ(day_after_months(2022, 0.5), 15);
  EXPECT_DOUBLE_EQ(day_after_months(2022, 1.25), 30 + 31 / 4.0);
}

}  // namespace
}  // namespace stepdown
