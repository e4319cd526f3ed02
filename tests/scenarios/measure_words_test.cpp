#include "scenarios/measure_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stepdown {
namespace {

using ::testing::HasSubstr;

const Measure& named(std::string_view name) {
  const Measure* measure = run_measure(name);
  EXPECT_NE(measure, nullptr) << name;
  return *measure;
}

TEST(RunMeasure, is_found_by_its_name) {
  EXPECT_EQ(named("rereferral_12m").unit, "%");
  EXPECT_EQ(run_measure("rereferal_12m"), nullptr);
}

TEST(Advice, names_the_measure_that_is_most_alike_or_where_all_stand) {
  EXPECT_THAT(advice_on_measure("rereferal_12m", run_measures()), HasSubstr("`rereferral_12m`"));
  EXPECT_THAT(advice_on_measure("xyzzyx", run_measures()), HasSubstr("explain --outcomes"));
}

TEST(Shares, are_percentages_that_are_no_ratio_of_two_counts) {
  EXPECT_TRUE(is_share(named("rereferral_12m")));
  EXPECT_FALSE(is_share(named("plans_per_100_conferences")));
  EXPECT_FALSE(is_share(named("referrals_per_10000")));
}

TEST(WhatGrowsWithThePlace, are_counts_and_costs_but_no_rates_shares_times_or_caseloads) {
  for (const char* name : {"referrals", "children_in_need_at_31_march", "child_years_level_3_to_5",
                           "first_helped_families", "cost_total", "over_cap"}) {
    EXPECT_TRUE(grows_with_the_place(named(name))) << name;
  }
  for (const char* name : {"rereferral_12m", "referrals_per_10000", "caseload_social_worker",
                           "load_social_worker", "lateness_level_3_days", "level_at_first_help"}) {
    EXPECT_FALSE(grows_with_the_place(named(name))) << name;
  }
}

}  // namespace
}  // namespace stepdown
