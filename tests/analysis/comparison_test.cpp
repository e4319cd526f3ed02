#include "analysis/comparison.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "analysis/outcome_writer.h"
#include "tests/fixtures/comparison_values.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;

const std::vector<Measure> measures = {
    {"need", "children", "Need", MeasureGroup::need, false},
    {"cost", "GBP", "Cost", MeasureGroup::cost, false},
};

// Three scenarios, alphabetical in the file; need differs from the first by the scenario's place.
std::string results(const TemporaryFolder& folder) {
  const std::string path = folder.path() + "/results.h5";
  OutcomeWriter writer(path, {"1", "", 1, 2024, 1, {{"a", "", ""}, {"b", "", ""}, {"c", "", ""}}},
                       measures, measures);
  for (std::uint32_t run = 0; run < 10; ++run) {
    std::vector<std::optional<Outcomes>> outcomes;
    for (int scenario = 0; scenario < 3; ++scenario) {
      outcomes.push_back(Outcomes{{100.0 * run + scenario, 5.0}, {}, 12});
    }
    writer.take({run, outcomes});
  }
  writer.finish();
  return path;
}

TEST(Comparison, takes_the_first_scenario_named_as_the_baseline) {
  const TemporaryFolder folder;
  const OutcomeFile file(results(folder));
  const Comparison comparison = compare(file, {"b", "c", "a"}, measures);
  EXPECT_THAT(comparison.scenarios, ElementsAre("b", "c", "a"));
  EXPECT_EQ(comparison.runs, 10U);
  const MeasureComparison& need = *comparison.find("need");
  EXPECT_EQ(need.own[0].mean, 451);
  EXPECT_EQ(need.from_baseline[0].over_runs.mean, 0);
  EXPECT_EQ(need.from_baseline[1].over_runs.mean, 1);
  EXPECT_EQ(need.from_baseline[2].over_runs.mean, -1);
}

TEST(Comparison, knows_equal_scenarios) {
  const TemporaryFolder folder;
  const OutcomeFile file(results(folder));
  const Comparison by_need = compare(file, {"a", "b"}, measures);
  EXPECT_TRUE(by_need.is_the_same(0));
  EXPECT_FALSE(by_need.is_the_same(1));
  const Comparison by_cost = compare(file, {"a", "b"}, std::span(measures).subspan(1));
  EXPECT_TRUE(by_cost.is_the_same(1));
}

TEST(Comparison, has_the_mean_further_cost_of_each_month_over_the_runs_that_have_both) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/results.h5";
  const std::vector<Measure> costs = {
      {"cost_total", "GBP a year", "Cost", MeasureGroup::cost, false},
      {"month_cost_total", "GBP", "Cost in the month", MeasureGroup::cost, true}};
  OutcomeWriter writer(path, {"1", "", 1, 2024, 1, {{"a", "", ""}, {"b", "", ""}}}, costs, costs);
  for (std::uint32_t run = 0; run < 3; ++run) {
    const std::vector<double> base(12, 100.0);
    std::vector<double> other(12, 100.0);
    other[0] = 130.0;
    other[11] = 95.0 - run;
    const Outcomes of_base{{1200.0}, base, 12};
    const Outcomes of_other{{1225.0}, other, 12};
    std::vector<std::optional<Outcomes>> both{of_base, of_other};
    if (run == 2) {
      both[1].reset();
    }
    writer.take({run, both});
  }
  writer.finish();
  const OutcomeFile file(path);
  const Comparison comparison = compare(file, {"a", "b"}, std::span(costs).first(1));
  ASSERT_EQ(comparison.further_cost.size(), 2U);
  EXPECT_THAT(comparison.further_cost[0], ::testing::Each(0.0));
  EXPECT_EQ(comparison.further_cost[1][0], 30.0);
  EXPECT_EQ(comparison.further_cost[1][1], 0.0);
  EXPECT_EQ(comparison.further_cost[1][11], -5.5);
}

TEST(Comparison, without_the_total_cost_has_no_further_cost) {
  const TemporaryFolder folder;
  const OutcomeFile file(results(folder));
  EXPECT_TRUE(compare(file, {"a", "b"}, measures).further_cost.empty());
}

TEST(Comparison, does_not_take_having_no_values_for_being_the_same) {
  ComparisonValues values({"a", "b"});
  values.add("need", "children", MeasureGroup::need, {always(1), always(NAN)});
  EXPECT_FALSE(values.made().is_the_same(1));
  values.add("cost", "GBP", MeasureGroup::cost, {always(1), always(1)});
  EXPECT_TRUE(values.made().is_the_same(1));
}

TEST(Comparison, of_equal_plans_is_the_same_also_where_most_runs_do_not_have_a_measure) {
  std::vector<double> rare = always(100, 2);
  rare.resize(20, NAN);
  ComparisonValues values({"a", "b"});
  values.add("cost", "GBP", MeasureGroup::cost, {always(1, 20), always(1, 20)});
  values.add("need", "children", MeasureGroup::need, {rare, rare});
  EXPECT_TRUE(values.made().is_the_same(1));
}

TEST(Comparison, has_nothing_under_an_unknown_name) {
  EXPECT_EQ(ComparisonValues({"a"}).made().find("nothing"), nullptr);
}

}  // namespace
}  // namespace stepdown
