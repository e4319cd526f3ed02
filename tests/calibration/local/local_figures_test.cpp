#include "calibration/local/local_figures.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "model/outcomes/outcomes.h"

namespace stepdown {
namespace {

using namespace std::chrono;
using ::testing::HasSubstr;

/// Counts of the whole years to 31 March 2023 and 2024, and of half a year.
LocalCounts settled_counts() {
  LocalCounts counts{.period = {2022y / April / 1, 2024y / September / 30}};
  for (const int number : {2023, 2024, 2025}) {
    YearCounts& year = counts.years[number];
    year.referrals = 400;
    year.no_further_action = 20;
    year.not_in_need = 120;
    year.looked_back = number == 2023 ? 0 : 400;
    year.rereferrals = number == 2023 ? 0 : 88;
    year.assessments = 300;
    year.assessed_in_45_days = 240;
    year.cases_with_factors = 250;
    year.cases_with_neglect = 50;
    year.enquiries = 150;
    year.conferences = 50;
    year.plans_started = year.plans_of_known_number = year.plans_of_known_category = 40;
    year.second_plans = 10;
    year.neglect_plans = 20;
    year.plans_ended.bands = {6, 7, 15, 9, 0};
    year.episodes_ended.bands = {100, 50, 40, 30, 20};
    year.in_need = 350;
    year.on_need_plan = 90;
    year.on_protection_plan = 45;
    year.in_care = 70;
  }
  return counts;
}

std::vector<LocalMeasure> measured(const LocalCounts& counts, std::optional<double> children = {},
                                   std::int64_t threshold = 5) {
  return local_measures(counts, SmallNumbers(threshold), children);
}

const LocalMeasure* find(const std::vector<LocalMeasure>& measures, const std::string& name) {
  const auto found = std::ranges::find(measures, name, &LocalMeasure::measure);
  return found == measures.end() ? nullptr : &*found;
}

TEST(LocalFigures, bear_names_of_the_registry) {
  for (const auto children : {std::optional<double>(), std::optional<double>(10'000)}) {
    const auto all = measured(settled_counts(), children);
    EXPECT_GE(all.size(), 17U);
    for (const LocalMeasure& each : all) {
      EXPECT_TRUE(std::ranges::any_of(run_measures(), [&each](const Measure& measure) {
        return measure.name == each.measure;
      })) << each.measure;
    }
  }
}

TEST(LocalFigures, are_of_whole_years_only) {
  const auto all = measured(settled_counts());
  const LocalMeasure* referrals = find(all, "referrals");
  ASSERT_TRUE(referrals);
  ASSERT_EQ(referrals->years.size(), 2U);
  EXPECT_EQ(referrals->years.back().year, 2024);
}

TEST(LocalFigures, of_counts_are_rates_where_the_number_of_children_is_known) {
  const auto all = measured(settled_counts(), 8000);
  EXPECT_FALSE(find(all, "referrals"));
  const LocalFigure& figure = find(all, "referrals_per_10000")->years.back();
  EXPECT_DOUBLE_EQ(figure.value, 500);
  EXPECT_DOUBLE_EQ(figure.error, 25);  // of 400 by chance 20
  EXPECT_DOUBLE_EQ(find(all, "looked_after_per_10000")->years.back().value, 87.5);
  EXPECT_FALSE(find(measured(settled_counts()), "looked_after_per_10000"));
}

TEST(LocalFigures, of_shares_have_the_error_of_so_many_draws) {
  const auto all = measured(settled_counts());
  const LocalFigure& figure = find(all, "no_further_action")->years.back();
  EXPECT_DOUBLE_EQ(figure.value, 5);
  EXPECT_NEAR(figure.error, 100 * std::sqrt(0.05 * 0.95 / 400), 1e-12);
  EXPECT_DOUBLE_EQ(find(all, "second_or_subsequent_plan")->years.back().value, 25);
  EXPECT_DOUBLE_EQ(find(all, "plans_category_neglect")->years.back().value, 50);
  EXPECT_DOUBLE_EQ(find(all, "assessments_in_45_days")->years.back().value, 80);
  EXPECT_DOUBLE_EQ(find(all, "assessments_with_neglect")->years.back().value, 20);
}

TEST(LocalFigures, of_ratios_have_the_error_of_both_counts) {
  const auto all = measured(settled_counts());
  const LocalFigure& figure = find(all, "enquiries_per_100_referrals")->years.back();
  EXPECT_DOUBLE_EQ(figure.value, 37.5);
  EXPECT_NEAR(figure.error, 37.5 * std::sqrt(1 / 150.0 + 1 / 400.0), 1e-12);
}

TEST(LocalFigures, of_rereferral_are_counted_where_the_records_reach_back) {
  const auto all = measured(settled_counts());
  const LocalMeasure* again = find(all, "rereferral_12m");
  ASSERT_EQ(again->years.size(), 1U);
  EXPECT_DOUBLE_EQ(again->years.back().value, 22);
  EXPECT_EQ(again->years.back().followed_days, 0);
}

TEST(LocalFigures, of_rereferral_are_followed_forwards_where_they_do_not) {
  LocalCounts counts = settled_counts();
  counts.period.to = 2024y / March / 31;
  counts.years.at(2024).looked_back = 0;
  ReturnTimes& times = counts.returns[0][0];
  for (int i = 0; i < 100; ++i) {
    i < 20 ? times.add_back(100) : times.add_lost(i < 60 ? 50 : 400);
  }
  const auto all = measured(counts);
  const LocalFigure& figure = find(all, "rereferral_12m")->years.back();
  EXPECT_EQ(figure.followed_days, 365);
  EXPECT_NEAR(figure.value, 100.0 * 20 / 60, 1e-9);
  EXPECT_GT(figure.error, 3);
}

/// Records of the 365 days to 31 March 2023 alone, with two referrals on each day from that one.
LocalCounts counts_of_one_year(int first_day) {
  LocalCounts counts{.period = {2022y / April / 1, 2023y / March / 31}};
  counts.years[2023].referrals = 2 * (365 - first_day);
  ReturnTimes& times = counts.returns[0][0];
  for (int day = first_day; day < 365; ++day) {
    const int until_the_end = 364 - day;
    until_the_end >= 100 && day % 3 == 0 ? times.add_back(100) : times.add_lost(until_the_end);
    times.add_lost(until_the_end);
  }
  return counts;
}

TEST(LocalFigures, of_rereferral_from_one_year_go_as_far_as_enough_children_are_followed) {
  // Nobody is followed for 365 days, and ten for no more than 359.
  const auto all = measured(counts_of_one_year(0));
  const LocalFigure& figure = find(all, "rereferral_12m")->years.back();
  EXPECT_EQ(figure.followed_days, 359);
  EXPECT_NEAR(figure.value, 100.0 / 6, 1);
  EXPECT_TRUE(figure.is_told);
  EXPECT_EQ(
      find(measured(counts_of_one_year(0), {}, 20), "rereferral_12m")->years.back().followed_days,
      353);
  EXPECT_EQ(why_no_rereferral(counts_of_one_year(0), all), "");
}

TEST(LocalFigures, say_why_there_is_none_of_rereferral_where_nobody_is_followed_for_11_months) {
  const LocalCounts counts = counts_of_one_year(40);
  const auto all = measured(counts);
  EXPECT_FALSE(find(all, "rereferral_12m"));
  EXPECT_THAT(why_no_rereferral(counts, all),
              HasSubstr("Give the return of the year before as well"));
  EXPECT_EQ(why_no_rereferral({}, {}), "");
}

TEST(LocalFigures, of_none_or_of_all_in_a_year_are_figures_where_other_years_have_some) {
  LocalCounts counts = settled_counts();
  counts.years.at(2024).no_further_action = 0;
  counts.years.at(2024).assessed_in_45_days = 300;
  const auto all = measured(counts);
  const LocalFigure& none = find(all, "no_further_action")->years.back();
  EXPECT_EQ(none.year, 2024);
  EXPECT_EQ(none.value, 0);
  EXPECT_NEAR(none.error, 100 * std::sqrt(0.5 * 400.5) / 401 / std::sqrt(401), 1e-12);
  EXPECT_TRUE(none.is_told);
  EXPECT_EQ(find(all, "assessments_in_45_days")->years.back().value, 100);
  // Two years' ended plans all ended within 24 months.
  EXPECT_EQ(find(all, "plans_ended_within_24m")->years.back().value, 100);
}

TEST(LocalFigures, leave_out_what_is_none_in_every_year_as_not_recorded) {
  LocalCounts counts = settled_counts();
  for (auto& [number, year] : counts.years) {
    year.not_in_need = 0;
  }
  EXPECT_FALSE(find(measured(counts), "assessed_not_in_need"));
}

TEST(LocalFigures, of_durations_leave_out_what_gives_a_small_band_away) {
  const auto all = measured(settled_counts());
  EXPECT_TRUE(find(all, "plans_ended_within_6m")->years.back().is_told);
  LocalCounts counts = settled_counts();
  counts.years.at(2024).plans_ended.bands = {6, 2, 15, 9, 0};
  const auto fewer = measured(counts);
  EXPECT_TRUE(find(fewer, "plans_ended_within_3m")->years.back().is_told);
  EXPECT_FALSE(find(fewer, "plans_ended_within_6m")->years.back().is_told);
  EXPECT_TRUE(find(fewer, "plans_ended_within_12m")->years.back().is_told);
}

TEST(LocalFigures, are_not_told_where_few_are_in_them_or_few_outside) {
  LocalCounts counts = settled_counts();
  counts.years.at(2024).no_further_action = 4;
  counts.years.at(2024).assessed_in_45_days = 297;
  const auto all = measured(counts);
  EXPECT_FALSE(find(all, "no_further_action")->years.back().is_told);
  EXPECT_FALSE(find(all, "assessments_in_45_days")->years.back().is_told);
  EXPECT_TRUE(find(measured(counts, {}, 1), "no_further_action")->years.back().is_told);
}

TEST(LocalFigures, are_not_told_where_few_rows_lack_the_code) {
  LocalCounts counts = settled_counts();
  counts.years.at(2024).plans_started = 43;
  EXPECT_FALSE(find(measured(counts), "second_or_subsequent_plan")->years.back().is_told);
  counts.years.at(2024).plans_started = 45;
  EXPECT_TRUE(find(measured(counts), "second_or_subsequent_plan")->years.back().is_told);
}

}  // namespace
}  // namespace stepdown
