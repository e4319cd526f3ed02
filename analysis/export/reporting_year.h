#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stepdown {

/// How the months of a measure make a reporting year, which ends on 31 March.
enum class YearRule : unsigned char { sum, at_31_march };

/// "the sum of its months"
std::string_view name_of(YearRule rule);

/// The rule of a monthly measure; nothing for one that this program does not know.
std::optional<YearRule> year_rule(std::string_view measure);

/// The values of reporting years, from those of the months of a horizon that begins on 1 April.
std::vector<double> by_reporting_year(YearRule rule, std::span<const double> months);

/// The Department calls a reporting year by the year in which it ends.
std::string reporting_year(int start_year, std::size_t year);

}  // namespace stepdown
