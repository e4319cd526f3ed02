#include "calibration/local/day.h"

#include <array>
#include <charconv>
#include <string>

namespace stepdown {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr unsigned april = 4;

std::optional<int> number_in(std::string_view digits) {
  int number = 0;
  const auto [stop, failure] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return failure == std::errc() && stop == digits.data() + digits.size() && number >= 0
             ? std::optional(number)
             : std::nullopt;
}

std::optional<Day> day_from(std::string_view of_year, std::string_view of_month,
                            std::string_view of_day) {
  const auto y = number_in(of_year);
  const auto m = number_in(of_month);
  const auto d = number_in(of_day);
  if (!y || !m || !d || *y < 1900 || *y > 2200) {
    return std::nullopt;
  }
  const year_month_day date{year(*y), month(static_cast<unsigned>(*m)),
                            day(static_cast<unsigned>(*d))};
  return date.ok() ? std::optional(Day(date)) : std::nullopt;
}

bool is_time_of_day(std::string_view rest) {
  return rest.empty() || std::string_view("T Z+").find(rest.front()) != std::string_view::npos;
}

}  // namespace

std::optional<Day> day_of(std::string_view text) {
  constexpr std::size_t length = 10;
  if (text.size() < length || !is_time_of_day(text.substr(length))) {
    return std::nullopt;
  }
  if (text[4] == '-' && text[7] == '-') {
    return day_from(text.substr(0, 4), text.substr(5, 2), text.substr(8, 2));
  }
  if ((text[2] == '/' || text[2] == '-') && text[5] == text[2]) {
    return day_from(text.substr(6, 4), text.substr(3, 2), text.substr(0, 2));
  }
  return std::nullopt;
}

int reporting_year(Day when) {
  const year_month_day date(when);
  return int(date.year()) + (unsigned(date.month()) >= april ? 1 : 0);
}

Day first_day_of(int reporting_year) {
  return year(reporting_year - 1) / std::chrono::April / day(1);
}

Day last_day_of(int reporting_year) { return year(reporting_year) / std::chrono::March / day(31); }

int month_of_year(Day when) {
  return static_cast<int>((unsigned(year_month_day(when).month()) + 12 - april) % 12);
}

Day eighteenth_birthday(Day birth) {
  const year_month_day date(birth);
  const year_month_day birthday{date.year() + std::chrono::years(18), date.month(), date.day()};
  return birthday.ok() ? Day(birthday) : Day(birthday.year() / std::chrono::March / day(1));
}

std::string in_words(Day when) {
  constexpr std::array<std::string_view, 12> months{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const year_month_day date(when);
  return std::to_string(unsigned(date.day())) + ' ' +
         std::string(months[unsigned(date.month()) - 1]) + ' ' + std::to_string(int(date.year()));
}

}  // namespace stepdown
