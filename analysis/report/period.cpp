#include "analysis/report/period.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <string_view>

namespace stepdown {
namespace {

constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::chrono::year_month_day month_end(const ReportedFacts& facts, std::size_t month) {
  using std::chrono::year;
  const std::chrono::year_month first = year(facts.start_year) / std::chrono::April;
  const std::chrono::year_month asked = first + std::chrono::months(static_cast<int>(month));
  return std::chrono::year_month_day(asked / std::chrono::last);
}

}  // namespace

std::string place_of(const ReportedFacts& facts) {
  return facts.place.empty() ? "An authority of England's rates" : facts.place;
}

std::string place_and_period(const ReportedFacts& facts) {
  return place_of(facts) + ", April " + std::to_string(facts.start_year) + " to March " +
         std::to_string(facts.start_year + facts.years);
}

std::string where_and_when(const ReportedFacts& facts) {
  return place_and_period(facts) +
         (facts.world.empty() ? "" : "; in one of the worlds, " + facts.world);
}

std::string source_of(const ReportedFacts& facts) {
  return "stepdown " + facts.version + ", " + std::to_string(facts.runs) +
         " simulated runs of invented families, seed " + std::to_string(facts.seed);
}

std::string month_end_in_words(const ReportedFacts& facts, std::size_t month) {
  const std::chrono::year_month_day day = month_end(facts, month);
  return std::to_string(static_cast<unsigned>(day.day())) + ' ' +
         std::string(months[static_cast<unsigned>(day.month()) - 1]) + ' ' +
         std::to_string(static_cast<int>(day.year()));
}

std::string month_end_as_date(const ReportedFacts& facts, std::size_t month) {
  const std::chrono::year_month_day day = month_end(facts, month);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return text.data();
}

}  // namespace stepdown
