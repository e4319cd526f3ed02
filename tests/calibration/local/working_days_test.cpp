#include "calibration/local/working_days.h"

#include <gtest/gtest.h>

namespace stepdown {
namespace {

using namespace std::chrono;

TEST(WorkingDays, leave_out_weekends_and_bank_holidays) {
  for (const Day holiday :
       {Day(2024y / January / 1), Day(2024y / March / 29), Day(2024y / April / 1),
        Day(2024y / May / 6), Day(2024y / May / 27), Day(2024y / August / 26),
        Day(2024y / December / 25), Day(2024y / December / 26), Day(2024y / June / 1),
        Day(2024y / June / 2)}) {
    EXPECT_FALSE(is_working_day(holiday)) << in_words(holiday);
  }
  EXPECT_TRUE(is_working_day(2024y / March / 28));
  EXPECT_TRUE(is_working_day(2024y / April / 2));
}

TEST(WorkingDays, know_holidays_that_fell_on_a_weekend_or_were_moved) {
  EXPECT_FALSE(is_working_day(2023y / January / 2));    // New Year's Day was a Sunday
  EXPECT_FALSE(is_working_day(2021y / December / 27));  // Christmas Day was a Saturday
  EXPECT_FALSE(is_working_day(2021y / December / 28));
  EXPECT_FALSE(is_working_day(2022y / December / 27));  // Christmas Day was a Sunday
  EXPECT_TRUE(is_working_day(2022y / December / 28));
  EXPECT_FALSE(is_working_day(2022y / June / 2));
  EXPECT_FALSE(is_working_day(2022y / June / 3));
  EXPECT_TRUE(is_working_day(2022y / May / 30));
  EXPECT_FALSE(is_working_day(2022y / September / 19));
  EXPECT_TRUE(is_working_day(2020y / May / 4));
  EXPECT_FALSE(is_working_day(2020y / May / 8));
  EXPECT_FALSE(is_working_day(2023y / May / 8));
}

TEST(WorkingDays, are_counted_from_the_day_after) {
  EXPECT_EQ(working_days_between(2024y / March / 28, 2024y / March / 28), 0);
  EXPECT_EQ(working_days_between(2024y / March / 28, 2024y / April / 2), 1);
  EXPECT_EQ(working_days_between(2024y / January / 2, 2024y / January / 9), 5);
  EXPECT_EQ(working_days_between(2024y / January / 9, 2024y / January / 2), 0);
}

}  // namespace
}  // namespace stepdown
