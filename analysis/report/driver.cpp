#include "analysis/report/driver.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <numeric>
#include <utility>

namespace stepdown {
namespace {

/// Places in the order of size; equal numbers share the middle of theirs.
std::vector<double> ranks_of(const std::vector<double>& numbers) {
  std::vector<double> ranks(numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    double below = 0, equal = 0;
    for (const double other : numbers) {
      below += other < numbers[i] ? 1 : 0;
      equal += other == numbers[i] ? 1 : 0;
    }
    ranks[i] = below + (equal - 1) / 2;
  }
  return ranks;
}

double mean_of(const std::vector<double>& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
  const double mean_a = mean_of(a), mean_b = mean_of(b);
  double both = 0, of_a = 0, of_b = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    both += (a[i] - mean_a) * (b[i] - mean_b);
    of_a += (a[i] - mean_a) * (a[i] - mean_a);
    of_b += (b[i] - mean_b) * (b[i] - mean_b);
  }
  return of_a > 0 && of_b > 0 ? both / std::sqrt(of_a * of_b) : 0.0;
}

Driver driver_of(const std::string& setting, const std::vector<double>& values,
                 const std::vector<double>& differences) {
  std::vector<double> sorted = values;
  std::ranges::sort(sorted);
  const std::size_t half = sorted.size() / 2;
  const double middle =
      sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  std::vector<double> low, high;
  for (std::size_t i = 0; i < values.size(); ++i) {
    (values[i] < middle ? low : high).push_back(differences[i]);
  }
  Driver driver{setting, low.empty() ? mean_of(high) : mean_of(low), mean_of(high)};
  driver.rank_correlation = correlation(ranks_of(values), ranks_of(differences));
  return driver;
}

// Times its standard error, how large the largest rank correlation of so many numbers that have
// nothing to do with the difference is in one of twenty reports (Bonferroni).
double largest_by_chance(std::size_t numbers) {
  return boost::math::quantile(boost::math::normal(), 1 - 0.025 / static_cast<double>(numbers));
}

}  // namespace

double Driver::swing() const { return std::abs(where_high - where_low); }

std::vector<Driver> drivers_of(const std::vector<std::string>& settings,
                               const std::vector<std::vector<double>>& values,
                               const std::vector<double>& differences, std::size_t most) {
  std::vector<Driver> drivers;
  for (std::size_t i = 0; i < settings.size(); ++i) {
    const bool varies =
        std::ranges::any_of(values[i], [&](double value) { return value != values[i].front(); });
    if (varies && std::ranges::none_of(values[i], [](double value) { return std::isnan(value); })) {
      drivers.push_back(driver_of(settings[i], values[i], differences));
    }
  }
  for (Driver& driver : drivers) {
    const double errors =
        std::abs(driver.rank_correlation) * std::sqrt(static_cast<double>(differences.size()) - 1);
    driver.may_be_chance = errors < largest_by_chance(drivers.size());
  }
  // What chance makes must not crowd out what it does not.
  std::ranges::stable_sort(drivers, [](const Driver& a, const Driver& b) {
    return std::pair(b.may_be_chance, a.swing()) > std::pair(a.may_be_chance, b.swing());
  });
  drivers.resize(std::min(drivers.size(), most));
  return drivers;
}

}  // namespace stepdown
