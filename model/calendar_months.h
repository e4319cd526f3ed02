#pragma once

#include <chrono>
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

}  // namespace stepdown
