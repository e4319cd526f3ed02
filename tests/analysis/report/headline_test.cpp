#include "analysis/report/headline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/fixtures/comparison_values.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

ComparisonValues plans() { return ComparisonValues({"The base", "Tapered support"}); }

TEST(Headline, says_what_gets_better_before_what_gets_worse) {
  ComparisonValues values = plans();
  values.add("waiting_targeted_early_help_mean", "families", MeasureGroup::waiting,
             {always(100), evenly(150, 180)});
  values.add("return_of_need_24m", "%", MeasureGroup::need, {always(50), evenly(40, 45)});
  values.add("cost_total", "GBP a year", MeasureGroup::cost, {always(10), evenly(9, 11)});
  EXPECT_EQ(headline(values.made(), 1),
            "Tapered support: need returns in fewer of the families helped; but more families wait "
            "for targeted early help. Too close to call: cost.");
}

TEST(Headline, tells_two_kinds_of_need_in_one_breath_where_they_move_together) {
  ComparisonValues values = plans();
  values.add("child_years_level_3_to_5", "", MeasureGroup::need, {always(9), evenly(5, 6)});
  values.add("child_years_level_4_to_5", "", MeasureGroup::need, {always(9), evenly(5, 6)});
  EXPECT_EQ(headline(values.made(), 1),
            "Tapered support: fewer children live in need, severe need included.");
}

TEST(Headline, tells_both_lists_in_one_breath_where_they_move_together) {
  ComparisonValues values = plans();
  for (const char* list :
       {"waiting_community_early_help_mean", "waiting_targeted_early_help_mean"}) {
    values.add(list, "families", MeasureGroup::waiting, {always(9), evenly(12, 16)});
  }
  EXPECT_EQ(headline(values.made(), 1),
            "Tapered support: more families wait for early help of both kinds.");
}

TEST(Headline, cannot_tell_plans_apart_whose_runs_disagree) {
  ComparisonValues values = plans();
  values.add("return_of_need_24m", "%", MeasureGroup::need, {always(50), evenly(45, 55)});
  EXPECT_EQ(headline(values.made(), 1),
            "We cannot tell Tapered support from The base: too close to call on return of need.");
}

TEST(Headline, carries_the_caution_on_few_runs) {
  ComparisonValues values = plans();
  values.add("return_of_need_24m", "%", MeasureGroup::need, {always(50, 29), evenly(40, 45, 29)});
  EXPECT_EQ(headline(values.made(), 1),
            "Tapered support: need returns in fewer of the families helped. These are 29 runs "
            "only: take 30 or more before relying on an answer.");
}

TEST(Headline, calls_nothing_on_fewer_than_ten_runs) {
  ComparisonValues values = plans();
  values.add("return_of_need_24m", "%", MeasureGroup::need, {{50}, {40}});
  values.add("cost_total", "GBP a year", MeasureGroup::cost, {{10}, {11}});
  EXPECT_EQ(headline(values.made(), 1),
            "Too few runs to tell Tapered support from The base on return of need and cost. This "
            "is 1 run only: take 30 or more before relying on an answer.");
}

/// A world in which first help comes so many days later.
WorldComparison later_by(double days) {
  ComparisonValues values = plans();
  values.add("lateness_level_3_days", "days", MeasureGroup::lateness,
             {always(400), evenly(390 + days, 410 + days)});
  return {"world", values.made()};
}

TEST(Headline, over_worlds_depends_on_the_world_only_where_worlds_contradict_each_other) {
  std::vector<WorldComparison> worlds(10, later_by(50));
  worlds.resize(20, later_by(-50));
  EXPECT_EQ(headline(worlds, 1), "Tapered support: It depends on which world is true: lateness.");
  worlds.resize(10);
  worlds.resize(22, later_by(0));
  EXPECT_EQ(headline(worlds, 1),
            "Tapered support: In some worlds only, the others leave it open: first help comes "
            "later in 10 of 22 worlds.");
}

TEST(Headline, over_few_worlds_says_that_they_are_few) {
  const std::vector<WorldComparison> worlds(3, later_by(50));
  EXPECT_THAT(headline(worlds, 1), HasSubstr("This is of 3 worlds only"));
}

TEST(Headline, says_that_equal_plans_are_the_same) {
  ComparisonValues values = plans();
  values.add("return_of_need_24m", "%", MeasureGroup::need, {evenly(45, 55), evenly(45, 55)});
  EXPECT_EQ(headline(values.made(), 1), "These two plans are the same.");
}

TEST(Headline, calls_no_plan_better_for_what_falls_by_construction) {
  ComparisonValues values = plans();
  values.add("rereferral_12m", "%", MeasureGroup::returning, {always(22), evenly(15, 16)});
  values.add("severe_child_years_without_help", "", MeasureGroup::need, {always(9), evenly(5, 6)});
  EXPECT_THAT(headline(values.made(), 1), Not(HasSubstr("fewer")));
}

TEST(Listed, joins_the_last_part_with_and) {
  EXPECT_EQ(listed({"a"}), "a");
  EXPECT_EQ(listed({"a", "b"}), "a and b");
  EXPECT_EQ(listed({"a", "b", "c"}), "a, b and c");
}

TEST(Sentences, begin_with_a_capital) {
  EXPECT_EQ(with_capital("an authority"), "An authority");
  EXPECT_EQ(with_capital(""), "");
}

}  // namespace
}  // namespace stepdown
