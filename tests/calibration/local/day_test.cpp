#include "calibration/local/day.h"

#include <gtest/gtest.h>

namespace stepdown {
namespace {

using namespace std::chrono;

TEST(DayOf, reads_the_dates_of_returns_and_of_spreadsheets) {
  EXPECT_EQ(day_of("2024-02-29"), Day(2024y / February / 29));
  EXPECT_EQ(day_of("29/02/2024"), Day(2024y / February / 29));
  EXPECT_EQ(day_of("29-02-2024"), Day(2024y / February / 29));
  EXPECT_EQ(day_of("2024-02-29T10:12:28Z"), Day(2024y / February / 29));
  EXPECT_EQ(day_of("29/02/2024 00:00"), Day(2024y / February / 29));
}

TEST(DayOf, takes_nothing_else_for_a_day) {
  for (const char* text : {"", "2023-02-29", "02/29/2024", "1/2/2024", "2024-3-1", "29.02.2024",
                           "45351", "2024-02-29x", "1800-01-01", "2024-00-10", "yesterday"}) {
    EXPECT_FALSE(day_of(text)) << text;
  }
}

TEST(ReportingYear, is_named_by_the_31_march_on_which_it_ends) {
  EXPECT_EQ(reporting_year(2024y / March / 31), 2024);
  EXPECT_EQ(reporting_year(2024y / April / 1), 2025);
  EXPECT_EQ(first_day_of(2024), Day(2023y / April / 1));
  EXPECT_EQ(last_day_of(2024), Day(2024y / March / 31));
  EXPECT_EQ(month_of_year(2024y / April / 1), 0);
  EXPECT_EQ(month_of_year(2024y / March / 1), 11);
}

TEST(Birthday, of_somebody_born_on_29_february_comes_on_1_march) {
  EXPECT_EQ(eighteenth_birthday(2008y / February / 29), Day(2026y / March / 1));
  EXPECT_EQ(eighteenth_birthday(2008y / May / 5), Day(2026y / May / 5));
}

TEST(ObservedPeriod, holds_a_year_only_as_a_whole) {
  const ObservedPeriod period{2021y / April / 1, 2023y / March / 30};
  EXPECT_TRUE(period.holds_year(2022));
  EXPECT_FALSE(period.holds_year(2023));
  EXPECT_FALSE(period.holds_year(2021));
}

}  // namespace
}  // namespace stepdown
