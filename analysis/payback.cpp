#include "analysis/payback.h"

#include <cstddef>

namespace stepdown {

std::vector<double> cumulative_by_year(std::span<const double> monthly) {
  constexpr std::size_t months_in_a_year = 12;
  std::vector<double> years;
  double sum = 0.0;
  for (std::size_t month = 0; month < monthly.size(); ++month) {
    sum += monthly[month];
    if (month % months_in_a_year == months_in_a_year - 1) {
      years.push_back(sum);
    }
  }
  return years;
}

std::optional<int> payback_year(std::span<const double> monthly) {
  const std::vector<double> years = cumulative_by_year(monthly);
  std::size_t first = years.size();
  while (first > 0 && years[first - 1] < 0.0) {
    --first;
  }
  return first < years.size() ? std::optional(static_cast<int>(first) + 1) : std::nullopt;
}

}  // namespace stepdown
