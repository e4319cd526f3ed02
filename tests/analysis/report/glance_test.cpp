#include "analysis/report/glance.h"

#include <gmock/gmock.h>

#include <gtest/gtest.h>
#include <cmath>

#include "tests/fixtures/comparison_values.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;

TEST(Glance, has_one_denominator_for_all_plans_of_a_row) {
  ComparisonValues values({"The base", "A", "B"});
  values.add("return_of_need_24m", "%", MeasureGroup::need,
             {always(55.4), evenly(54.1, 54.6), evenly(40.0, 45.0)});
  const HtmlTable table = glance_table(values.made());
  const std::vector<HtmlCell>& row = table.groups.front().rows.front();
  EXPECT_EQ(row[0].text, "Return of need");
  EXPECT_THAT(row[0].note, HasSubstr("of every 1,000 families"));
  EXPECT_EQ(row[1].text, "554");
  EXPECT_EQ(row[2].text, "8 to 13 fewer");
  EXPECT_EQ(row[2].note, "fewer in 101 of 101 runs");
  EXPECT_EQ(row[3].text, "106 to 152 fewer");
}

TEST(Glance, says_what_is_too_close_and_what_is_exactly_0) {
  ComparisonValues values({"The base", "A", "B"});
  values.add("lateness_level_3_days", "days", MeasureGroup::lateness,
             {always(400), evenly(390, 410), always(400)});
  const HtmlTable table = glance_table(values.made());
  const std::vector<HtmlCell>& row = table.groups.front().rows.front();
  EXPECT_EQ(row[2].text, "too close to call");
  EXPECT_THAT(row[2].note, HasSubstr("between 9 fewer and 9 more"));
  EXPECT_EQ(row[3].text, "exactly 0");
}

TEST(Glance, says_in_how_many_runs_there_is_a_number_and_tells_nothing_on_few) {
  std::vector<double> few = always(100, 2);
  few.resize(20, NAN);
  ComparisonValues values({"The base", "A"});
  values.add("return_of_need_24m", "%", MeasureGroup::need, {few, few});
  values.add("lateness_level_3_days", "days", MeasureGroup::lateness,
             {always(400, 9), always(390, 9)});
  const HtmlTable table = glance_table(values.made());
  const std::vector<HtmlCell>& rare = table.groups.front().rows.front();
  EXPECT_EQ(rare[1].note, "in the 2 of 20 runs that have such a number");
  EXPECT_EQ(rare[2].text, "too few runs to tell");
  EXPECT_EQ(rare[2].note, "2 of 20 runs have such a number");
  EXPECT_EQ(table.groups.front().rows.back()[2].text, "too few runs to tell");
  EXPECT_EQ(table.groups.front().rows.back()[2].note, "fewer in 9 of 9 runs");
}

TEST(Glance, has_need_and_lateness_first) {
  ComparisonValues values({"The base", "A"});
  values.add("cost_total", "GBP a year", MeasureGroup::cost, {always(1e6), evenly(2e6, 3e6)});
  values.add("lateness_level_3_days", "days", MeasureGroup::lateness,
             {always(400), evenly(500, 510)});
  values.add("return_of_need_24m", "%", MeasureGroup::need, {always(50), evenly(40, 45)});
  std::vector<std::string> titles;
  const HtmlTable table = glance_table(values.made());
  for (const std::vector<HtmlCell>& row : table.groups.front().rows) {
    titles.push_back(row.front().text);
  }
  EXPECT_THAT(titles, ::testing::ElementsAre("Return of need", "Lateness", "Cost"));
}

TEST(Glance, of_many_worlds_says_what_is_exactly_0_in_all_and_what_depends) {
  std::vector<WorldComparison> worlds;
  for (const double low : {300.0, 500.0}) {
    ComparisonValues values({"The base", "A", "B"});
    values.add("lateness_level_3_days", "days", MeasureGroup::lateness,
               {always(400), always(400), evenly(low - 10, low + 10)});
    worlds.push_back({"world", values.made()});
  }
  const HtmlTable table = glance_table(worlds);
  const std::vector<HtmlCell>& row = table.groups.front().rows.front();
  EXPECT_EQ(row[2].text, "exactly 0");
  EXPECT_EQ(row[2].note, "the same in every run of every world");
  EXPECT_EQ(row[3].text, "depends on the world");
  EXPECT_THAT(row[3].note, HasSubstr("of 2 worlds"));
}

TEST(Glance, of_worlds_with_few_runs_each_tells_all_runs_together_and_says_so_once) {
  std::vector<WorldComparison> worlds;
  for (int world = 0; world < 6; ++world) {
    ComparisonValues values({"The base", "A"});
    values.add("lateness_level_3_days", "days", MeasureGroup::lateness,
               {{400.0 + world, 410.0}, {300.0, 320.0 + world}});
    worlds.push_back({"world", values.made()});
  }
  const HtmlTable table = glance_table(worlds);
  EXPECT_THAT(table.caption, HasSubstr("No world has runs enough for a verdict of its own"));
  const HtmlCell& cell = table.groups.front().rows.front()[2];
  EXPECT_THAT(cell.text, HasSubstr("fewer"));
  EXPECT_EQ(cell.note, "in 12 of 12 runs of all 6 worlds together");
}

TEST(Glance, of_many_worlds_says_what_only_some_of_them_settle) {
  std::vector<WorldComparison> worlds;
  for (const double low : {400.0, 500.0}) {
    ComparisonValues values({"The base", "A"});
    values.add("lateness_level_3_days", "days", MeasureGroup::lateness,
               {always(400), evenly(low - 10, low + 10)});
    worlds.push_back({"world", values.made()});
  }
  const HtmlTable table = glance_table(worlds);
  const std::vector<HtmlCell>& row = table.groups.front().rows.front();
  EXPECT_EQ(row[2].text, "not settled in all worlds");
  EXPECT_THAT(row[2].note, HasSubstr("more in 1 of 2 worlds, not settled in 1 by 101 runs each"));
}

}  // namespace
}  // namespace stepdown
