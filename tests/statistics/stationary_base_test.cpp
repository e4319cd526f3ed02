#include <gtest/gtest.h>

#include <cmath>
#include <future>
#include <string>
#include <vector>

#include "model/replication.h"
#include "scenarios/scenario.h"

// Under the base nothing is decided, so nothing may drift after the warm-up. For each series the
// slope over the ten years of each run is one number; the mean of the runs' slopes is called a
// trend beyond 5.5 standard errors, which for 14 series and 60 runs is a chance of false alarm
// under one in 100,000 for a new seed, and none for the seed that is kept. A real trend of 3% in
// ten years shows.

namespace stepdown {
namespace {

constexpr int runs = 60;
constexpr int years = 10;

std::size_t column_of(std::string_view name) {
  std::size_t column = 0;
  while (monthly_measures()[column].name != name) {
    ++column;
  }
  return column;
}

double of_year(const Outcomes& outcomes, std::string_view name, int year) {
  const std::size_t width = monthly_measures().size();
  double sum = 0.0;
  for (std::size_t month = 0; month < 12; ++month) {
    sum +=
        outcomes.monthly[(static_cast<std::size_t>(year) * 12 + month) * width + column_of(name)];
  }
  return sum / 12.0;
}

/// Change over ten years along the straight line through the years, and the mean of the years.
struct Line {
  double change;
  double mean;
};

Line line_through(const std::vector<double>& of_years) {
  double mean = 0.0;
  double covariance = 0.0;
  double variance = 0.0;
  for (int year = 0; year < years; ++year) {
    const double centred = year - (years - 1) / 2.0;
    mean += of_years[static_cast<std::size_t>(year)] / years;
    covariance += centred * of_years[static_cast<std::size_t>(year)];
    variance += centred * centred;
  }
  return {covariance / variance * years, mean};
}

const std::vector<Outcomes>& base_runs() {
  static const std::vector<Outcomes> all = [] {
    const std::string file = std::string(STEPDOWN_SOURCE_DIR) + "/scenarios/base.toml";
    const ModelParameters base =
        load_scenarios(*disk_source(), {{file}, "", {}}).front().from_day_0();
    std::vector<Outcomes> outcomes(runs);
    const auto every_second = [&](int first) {
      for (int run = first; run < runs; run += 2) {
        outcomes[static_cast<std::size_t>(run)] =
            Replication(base, {3, static_cast<std::uint32_t>(run)}).under(base);
      }
    };
    auto other = std::async(std::launch::async, every_second, 1);
    every_second(0);
    other.get();
    return outcomes;
  }();
  return all;
}

template <typename OfYear>
void expect_no_trend(OfYear&& of) {
  double sum = 0.0;
  double squares = 0.0;
  double level = 0.0;
  for (const Outcomes& outcomes : base_runs()) {
    std::vector<double> series;
    for (int year = 0; year < years; ++year) {
      series.push_back(of(outcomes, year));
    }
    const Line line = line_through(series);
    sum += line.change;
    squares += line.change * line.change;
    level += line.mean / runs;
  }
  const double mean = sum / runs;
  const double error = std::sqrt((squares / runs - mean * mean) / (runs - 1));
  EXPECT_LT(std::abs(mean), 5.5 * error) << "changes by " << mean << " of " << level;
  EXPECT_LT(error, 0.03 * std::abs(level) + 0.5) << "the test would not see a trend of " << level;
}

// One test, because each test is a process of its own and would live through all runs again.
TEST(StationaryBase, shows_no_trend_in_stocks_flows_and_second_plans_over_ten_years) {
  for (const char* name :
       {"children_level_1", "children_level_2", "children_level_3", "children_level_4",
        "children_level_5", "month_children_in_need", "month_stock_targeted_early_help",
        "month_stock_child_in_need", "month_stock_child_protection", "month_stock_looked_after",
        "month_referrals", "month_rereferrals", "month_second_or_subsequent_plans"}) {
    SCOPED_TRACE(name);
    expect_no_trend(
        [name](const Outcomes& outcomes, int year) { return of_year(outcomes, name, year); });
  }
  SCOPED_TRACE("share of second plans");
  expect_no_trend([](const Outcomes& outcomes, int year) {
    return 100.0 * of_year(outcomes, "month_second_or_subsequent_plans", year) /
           of_year(outcomes, "month_starts_child_protection", year);
  });
}

}  // namespace
}  // namespace stepdown
