#include "analysis/comparison_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>
#include <string>
#include <vector>

#include "tests/fixtures/comparison_values.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(line);
  }
  return lines;
}

TEST(ComparisonTable, shows_baseline_difference_range_share_of_runs_and_verdict) {
  ComparisonValues values({"abrupt", "tapered"});
  values.add("child_years_level_3_to_5", "child-years a year", MeasureGroup::need,
             {always(12'345), evenly(12'345 - 200, 12'345 + 10)});
  EXPECT_THAT(lines_of(comparison_table(values.made(), 1)),
              ElementsAre("                                       baseline       difference"
                          "         90% range  higher",
                          "Need",
                          "  child_years_level_3_to_5               12,345        -95 +- 12"
                          "         -190 to 0   5/101     lower"));
}

TEST(ComparisonTable, shows_exactly_0_for_what_is_the_same) {
  ComparisonValues values({"a", "b"});
  values.add("need", "children", MeasureGroup::need, {evenly(1, 9), evenly(1, 9)});
  EXPECT_THAT(comparison_table(values.made(), 1),
              HasSubstr("                0            0 to 0   0/101  the same\n"));
}

TEST(ComparisonTable, groups_measures_under_one_heading_each) {
  ComparisonValues values({"a", "b"});
  for (const auto& [name, group] :
       {std::pair{"cost", MeasureGroup::cost}, std::pair{"first", MeasureGroup::need},
        std::pair{"flow", MeasureGroup::flows}, std::pair{"second", MeasureGroup::need}}) {
    values.add(name, "", group, {always(1), always(2)});
  }
  std::vector<std::string> first_words;
  for (const std::string& line : lines_of(comparison_table(values.made(), 1))) {
    std::istringstream words(line);
    std::string word;
    words >> word;
    first_words.push_back(word);
  }
  EXPECT_THAT(first_words,
              ElementsAre("baseline", "Need", "first", "second", "Flows", "flow", "Cost", "cost"));
}

TEST(ComparisonTable, shows_parts_to_those_who_ask_for_them) {
  ComparisonValues values({"a", "b"});
  values.add("need", "", MeasureGroup::need, {always(1), always(2)});
  values.add("need_fifth_1", "", MeasureGroup::fifths, {always(1), always(2)});
  EXPECT_THAT(comparison_table(values.made(), 1), Not(HasSubstr("need_fifth_1")));
  EXPECT_THAT(value_table(values.made(), 1), Not(HasSubstr("need_fifth_1")));
  const std::vector<MeasureGroup> fifths = {MeasureGroup::fifths};
  EXPECT_THAT(comparison_table(values.made(), 1, fifths), HasSubstr("need_fifth_1"));
  EXPECT_THAT(value_table(values.made(), 1, fifths), HasSubstr("need_fifth_1"));
}

TEST(ComparisonTable, leaves_out_what_cannot_be_paired) {
  ComparisonValues values({"a", "b"});
  values.add("nobody", "%", MeasureGroup::need, {always(1), always(NAN)});
  EXPECT_THAT(comparison_table(values.made(), 1), Not(HasSubstr("nobody")));
}

TEST(ComparisonTable, counts_large_numbers_in_millions) {
  ComparisonValues values({"a", "b"});
  values.add("cost_total", "GBP a year", MeasureGroup::cost, {always(44.5e6), always(45.25e6)});
  EXPECT_THAT(comparison_table(values.made(), 1), HasSubstr("44.5m            0.75m"));
}

TEST(ComparisonTable, counts_in_millions_what_one_of_the_two_has_in_millions) {
  ComparisonValues values({"a", "b"});
  values.add("cost_partners", "GBP a year", MeasureGroup::cost,
             {always(0), evenly(1'050'000, 1'110'000)});
  EXPECT_THAT(comparison_table(values.made(), 1),
              HasSubstr("  0 1.0800m +- 0.0035m 1.053m to 1.107m"));
}

TEST(ComparisonTable, stays_within_100_columns) {
  ComparisonValues values({"a", "b"});
  values.add("waiting_community_early_help_median_days", "days", MeasureGroup::waiting,
             {always(1'234'567'890), evenly(0, 2'234'567'890)});
  values.add("cost_total", "GBP a year", MeasureGroup::cost,
             {evenly(44e6, 45e6), evenly(43e6, 47e6)});
  for (const std::string& table :
       {comparison_table(values.made(), 1), value_table(values.made(), 1)}) {
    for (const std::string& line : lines_of(table)) {
      EXPECT_LE(line.size(), 100U) << line;
    }
  }
}

TEST(ValueTable, shows_mean_interval_and_range) {
  ComparisonValues values({"a"});
  values.add("no_further_action", "%", MeasureGroup::flows, {evenly(20, 30)});
  EXPECT_THAT(value_table(values.made(), 0), HasSubstr("  no_further_action"));
  EXPECT_THAT(value_table(values.made(), 0), HasSubstr("25.0%"));
  EXPECT_THAT(value_table(values.made(), 0), HasSubstr("20.5 to 29.5\n"));
}

TEST(OfficialTable, sets_official_figures_beside_measures_of_the_same_name) {
  ComparisonValues values({"a"});
  values.add("rereferral_12m", "%", MeasureGroup::returning, {evenly(20, 30)});
  const std::vector<ObservedFigure> official{{"rereferral_12m", 22.4, "DfE", "2024", {}},
                                             {"unknown_here", 1, "DfE", "2024", {}}};
  const std::string table = official_table(values.made(), 0, official);
  EXPECT_THAT(table, HasSubstr("  rereferral_12m                          22.4%  2024"));
  EXPECT_THAT(table, HasSubstr("20.5 to 29.5"));
  EXPECT_THAT(table, Not(HasSubstr("unknown_here")));
}

TEST(OfficialTable, is_empty_without_figures) {
  ComparisonValues values({"a"});
  values.add("need", "children", MeasureGroup::need, {always(1)});
  EXPECT_EQ(official_table(values.made(), 0, {}), "");
}

}  // namespace
}  // namespace stepdown
