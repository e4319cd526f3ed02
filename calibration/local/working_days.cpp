#include "calibration/local/working_days.h"

#include <algorithm>
#include <array>

namespace stepdown {
namespace {

using namespace std::chrono;

/// Days that a proclamation made holidays, beside those of every year.
constexpr std::array proclaimed{
    Day(2011y / April / 29),     Day(2012y / June / 4), Day(2012y / June / 5),
    Day(2020y / May / 8),        Day(2022y / June / 2), Day(2022y / June / 3),
    Day(2022y / September / 19), Day(2023y / May / 8),
};

/// Of the Gregorian calendar, by the method of Meeus, Jones and Butcher.
Day easter_sunday(int of_year) {
  const int a = of_year % 19;
  const int b = of_year / 100;
  const int c = of_year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int days = h + l - 7 * m + 114;
  return year(of_year) / (days / 31) / (days % 31 + 1);
}

bool is_weekend(Day day) {
  const weekday of_day(day);
  return of_day == Saturday || of_day == Sunday;
}

/// A holiday that falls on a weekend is kept on the next working days.
bool is_kept_new_year(Day day) {
  const year_month_day date(day);
  if (date.month() != January) {
    return false;
  }
  Day kept = date.year() / January / 1;
  while (is_weekend(kept)) {
    kept += days(1);
  }
  return day == kept;
}

bool is_kept_christmas(Day day) {
  const year_month_day date(day);
  if (date.month() != December) {
    return false;
  }
  int kept = 0;
  for (Day next = date.year() / December / 25; kept < 2; next += days(1)) {
    if (!is_weekend(next)) {
      ++kept;
      if (next == day) {
        return true;
      }
    }
  }
  return false;
}

bool is_monday_holiday(Day day) {
  const year_month_day date(day);
  const int of_year = static_cast<int>(date.year());
  const bool early_may_moved = of_year == 2020;
  const bool spring_moved = of_year == 2012 || of_year == 2022;
  return (!early_may_moved && day == Day(date.year() / May / Monday[1])) ||
         (!spring_moved && day == Day(date.year() / May / Monday[last])) ||
         day == Day(date.year() / August / Monday[last]);
}

bool is_bank_holiday(Day day) {
  const Day easter = easter_sunday(static_cast<int>(year_month_day(day).year()));
  return day == easter - days(2) || day == easter + days(1) || is_kept_new_year(day) ||
         is_kept_christmas(day) || is_monday_holiday(day) ||
         std::ranges::find(proclaimed, day) != proclaimed.end();
}

}  // namespace

bool is_working_day(Day day) { return !is_weekend(day) && !is_bank_holiday(day); }

int working_days_between(Day from, Day to) {
  int count = 0;
  for (Day day = from + days(1); day <= to; day += days(1)) {
    count += is_working_day(day) ? 1 : 0;
  }
  return count;
}

}  // namespace stepdown
