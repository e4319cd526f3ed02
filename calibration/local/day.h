#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace stepdown {

/// A day of the calendar.
using Day = std::chrono::sys_days;

constexpr int days_of_12_months = 365;

/// The day in a cell or element: 2024-03-31, 31/03/2024 or 31-03-2024, a time of day after it left
/// out. Nothing for anything else, and for days before 1900 or after 2200.
std::optional<Day> day_of(std::string_view text);

/// The official year in which a day lies, named by the 31 March on which it ends.
int reporting_year(Day day);
Day first_day_of(int reporting_year);
Day last_day_of(int reporting_year);

/// 0 for April to 11 for March.
int month_of_year(Day day);

/// The first day on which somebody born then is of age.
Day eighteenth_birthday(Day birth);

/// "31 March 2024"
std::string in_words(Day day);

/// The stretch of time over which records are complete: what happened in it is in them.
struct ObservedPeriod {
  Day from;
  Day to;  // the last day

  bool holds(Day day) const { return from <= day && day <= to; }
  bool holds_year(int year) const { return from <= first_day_of(year) && last_day_of(year) <= to; }
  int first_year() const { return reporting_year(from); }
  int last_year() const { return reporting_year(to); }
};

}  // namespace stepdown
