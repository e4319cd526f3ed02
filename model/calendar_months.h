#pragma once

#include <chrono>
#include <cmath>
#include <vector>

namespace stepdown {

/// The days, counted from 1 April of `start_year`, on which the months of so many years end: month
/// m (from 0) is the time before entry m and from entry m - 1 on.
inline std::vector<double> month_ends(int start_year, int years) {
  using namespace std::chrono;
  const sys_days day_0 = year{start_year} / April / 1;
  std::vector<double> ends;
  ends.reserve(static_cast<std::size_t>(years) * 12);
  for (int m = 1; m <= years * 12; ++m) {
    const year_month month = year{start_year} / April + months{m};
    ends.push_back(static_cast<double>((sys_days{month / 1} - day_0).count()));
  }
  return ends;
}

/// The day, counted from 1 April of `start_year`, on which so many months have passed; a fraction
/// of a month is that of its days.
inline double day_after_months(int start_year, double months) {
  using namespace std::chrono;
  const double whole = std::floor(months);
  const year_month month = year{start_year} / April + std::chrono::months{static_cast<int>(whole)};
  const sys_days begins = month / 1;
  const sys_days ends = (month + std::chrono::months{1}) / 1;
  const sys_days day_0 = year{start_year} / April / 1;
  return static_cast<double>((begins - day_0).count()) +
         (months - whole) * static_cast<double>((ends - begins).count());
}

}  // namespace stepdown
