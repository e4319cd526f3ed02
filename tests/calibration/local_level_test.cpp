#include "calibration/local_level.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <stdexcept>

namespace stepdown {
namespace {

/// Series that the model itself makes.
std::vector<std::vector<YearPoint>> panel_of(int series, int years, double noise, double drift,
                                             unsigned seed) {
  std::mt19937 generator(seed);
  std::normal_distribution<double> normal;
  std::vector<std::vector<YearPoint>> panel;
  for (int i = 0; i < series; ++i) {
    double level = 20 + 5 * normal(generator);
    std::vector<YearPoint> points;
    for (int year = 2024 - years + 1; year <= 2024; ++year) {
      points.push_back({year, level + std::sqrt(noise) * normal(generator), 0});
      level += std::sqrt(drift) * normal(generator);
    }
    panel.push_back(points);
  }
  return panel;
}

TEST(LevelVariances, are_those_by_which_a_panel_was_made) {
  const LevelVariances found = level_variances(panel_of(3000, 10, 4, 2, 1), {});
  EXPECT_NEAR(found.noise, 4, 0.3);
  EXPECT_NEAR(found.drift, 2, 0.3);
  EXPECT_EQ(found.changes, 27'000U);
}

TEST(LevelVariances, are_not_moved_by_a_tenth_of_the_series_being_counted_anew) {
  auto panel = panel_of(1000, 10, 4, 2, 2);
  for (std::size_t i = 0; i < panel.size(); i += 10) {
    for (std::size_t year = 5; year < panel[i].size(); ++year) {
      panel[i][year].value += 60;
    }
  }
  const LevelVariances found = level_variances(panel, {});
  // The steps alone have a variance of hundreds.
  EXPECT_NEAR(found.noise, 4, 0.8);
  EXPECT_NEAR(found.drift, 2, 1.2);
}

TEST(LevelVariances, keep_the_variance_of_a_year_and_leave_neither_part_at_nothing) {
  const LevelVariances only_noise = level_variances(panel_of(2000, 10, 4, 0, 3), {});
  EXPECT_NEAR(only_noise.drift + 2 * only_noise.noise, 8, 0.5);
  EXPECT_NEAR(only_noise.drift, 0.8, 0.2);
  const LevelVariances only_drift = level_variances(panel_of(2000, 10, 0, 4, 4), {});
  EXPECT_NEAR(only_drift.drift + 2 * only_drift.noise, 4, 0.3);
  EXPECT_NEAR(only_drift.noise, 0.2, 0.05);
}

TEST(LevelVariances, are_borrowed_where_a_panel_is_too_small_or_does_not_move) {
  const LevelVariances borrowed{1, 2, 0};
  EXPECT_EQ(level_variances({}, borrowed).drift, 2);
  EXPECT_EQ(level_variances(panel_of(3, 10, 4, 2, 5), borrowed).noise, 1);
  EXPECT_EQ(level_variances(panel_of(100, 10, 0, 0, 6), borrowed).drift, 2);
}

TEST(LevelVariances, compare_years_that_are_there_and_no_others) {
  auto panel = panel_of(4000, 10, 4, 2, 7);
  for (auto& series : panel) {
    series.erase(series.begin() + 4);
  }
  const LevelVariances found = level_variances(panel, {});
  EXPECT_NEAR(found.noise, 4, 0.6);
  EXPECT_NEAR(found.drift, 2, 0.8);
  EXPECT_EQ(found.changes, 4000U * 7);
}

TEST(LocalLevel, of_one_figure_is_that_figure_with_its_noise) {
  const LocalLevel level = level_at(2024, std::vector<YearPoint>{{2024, 22, 0}}, {4, 2, 0});
  EXPECT_EQ(level.value, 22);
  EXPECT_EQ(level.variance, 4);
}

TEST(LocalLevel, weighs_figures_as_the_kalman_filter_does) {
  const std::vector<YearPoint> points{{2023, 20, 0}, {2024, 26, 0}};
  const LocalLevel level = level_at(2024, points, {4, 2, 0});
  // Known to 4 + 2 before the second figure, which is known to 4: six tenths of the way.
  EXPECT_DOUBLE_EQ(level.value, 23.6);
  EXPECT_DOUBLE_EQ(level.variance, 2.4);
}

TEST(LocalLevel, approaches_its_steady_variance) {
  const LevelVariances variances{4, 2, 0};
  std::vector<YearPoint> points;
  for (int year = 1990; year <= 2024; ++year) {
    points.push_back({year, 22, 0});
  }
  // Where drift squared + 4 drift noise is 36: (6 - 2) / 2.
  EXPECT_NEAR(level_at(2024, points, variances).variance, 2, 1e-9);
}

TEST(LocalLevel, moves_unseen_through_years_without_a_figure) {
  const std::vector<YearPoint> points{{2020, 20, 0}, {2022, 20, 0}};
  const LevelVariances variances{4, 2, 0};
  EXPECT_DOUBLE_EQ(level_at(2022, points, variances).variance, 8 * 4 / 12.0);
  EXPECT_DOUBLE_EQ(level_at(2024, points, variances).variance, 8 * 4 / 12.0 + 4);
}

TEST(LocalLevel, has_at_least_the_noise_of_counting) {
  const std::vector<YearPoint> small_place{{2024, 22, 9}};
  EXPECT_EQ(level_at(2024, small_place, {4, 2, 0}).noise, 9);
  const std::vector<YearPoint> large_place{{2024, 22, 0.1}};
  EXPECT_EQ(level_at(2024, large_place, {4, 2, 0}).noise, 4);
}

TEST(LocalLevel, looks_at_no_later_year) {
  EXPECT_THROW(level_at(2023, std::vector<YearPoint>{{2024, 22, 0}}, {4, 2, 0}), std::logic_error);
  EXPECT_THROW(level_at(2023, {}, {4, 2, 0}), std::logic_error);
}

TEST(LocalLevel, with_drift_and_noise_covers_nine_in_ten_of_what_the_panel_makes) {
  const auto panel = panel_of(4000, 8, 4, 2, 8);
  int covered = 0;
  for (const auto& series : panel) {
    const LocalLevel level = level_at(2022, std::span(series).first(6), {4, 2, 0});
    const double sd = std::sqrt(level.variance + 2 * level.drift + level.noise);
    covered += std::abs(series.back().value - level.value) < 1.645 * sd ? 1 : 0;
  }
  EXPECT_NEAR(covered / 4000.0, 0.90, 0.015);
}

}  // namespace
}  // namespace stepdown
