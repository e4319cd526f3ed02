#include "calibration/emulator/emulator_plan.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <string>

#include "model/parameters/registry.h"
#include "scenarios/scenario_error.h"
#include "tests/fixtures/emulated_formula.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

std::vector<Problem> problems_of(const std::string& text) {
  try {
    read_emulator_plan("plan.toml", text);
  } catch (const ScenarioErrors& errors) {
    return errors.problems();
  }
  return {};
}

/// The plan of the formulas with one line of it replaced.
std::vector<Problem> problems_with(const std::string& line, const std::string& instead) {
  std::string text = formula_plan_text;
  const std::size_t at = text.find(line);
  EXPECT_NE(at, std::string::npos) << line;
  text.replace(at, line.size(), instead);
  return problems_of(text);
}

TEST(EmulatorPlan, says_where_points_are_tried_and_what_is_emulated) {
  const EmulatorPlan plan = formula_plan();
  EXPECT_THAT(plan.settings, ::testing::ElementsAre("population.children=31250"));
  EXPECT_EQ(plan.runs, 2U);
  EXPECT_EQ(plan.first_points, 160U);
  EXPECT_EQ(plan.second_points, 40U);
  EXPECT_EQ(plan.spread, 1.2);
  ASSERT_THAT(plan.inputs, SizeIs(4));
  EXPECT_EQ(plan.inputs[1].name(), "need.worsening");
  EXPECT_EQ(plan.inputs[1].sd, 0.5);
  ASSERT_THAT(plan.measures, SizeIs(4));
  EXPECT_EQ(run_measures()[plan.measures[1].column].name, "rereferral_12m");
  EXPECT_EQ(plan.measures[1].range.high, 45);
}

TEST(EmulatorPlan, has_facts_first_and_counts_posts_per_10000_children) {
  const EmulatorPlan plan = formula_plan();
  EXPECT_TRUE(plan.inputs[0].is_fact());
  EXPECT_TRUE(plan.inputs[0].per_10000);
  EXPECT_FALSE(plan.inputs[1].is_fact());
  EXPECT_FALSE(plan.inputs[1].per_10000);
}

TEST(EmulatorPlan, of_local_fits_can_be_read) {
  std::ifstream in(STEPDOWN_SOURCE_DIR "/calibration/local_fit.toml");
  const std::string text(std::istreambuf_iterator<char>(in), {});
  ASSERT_THAT(problems_of(text), SizeIs(0)) << ScenarioErrors(problems_of(text)).what();
  const EmulatorPlan plan = read_emulator_plan("calibration/local_fit.toml", text);
  EXPECT_GT(plan.inputs.size(), 30U);
  EXPECT_GT(plan.measures.size(), 20U);
}

TEST(EmulatorPlan, points_to_the_line_of_each_mistake) {
  const auto problems = problems_with("\"need.easing\" = [0.3, 4, 0.5]", "\"need.eesing\" = [1]");
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0].line, 11);
  EXPECT_THAT(problems[0].message, HasSubstr("need.eesing"));
  EXPECT_THAT(problems[0].suggestion, HasSubstr("need.easing"));
}

TEST(EmulatorPlan, refuses_what_is_no_number_in_which_authorities_differ) {
  const std::string fact = "\"workforce.social_workers\" = [5, 60, 0.56]";
  const std::string prior = "\"need.worsening\" = [0.1, 2.5, 0.5]";
  EXPECT_THAT(problems_with(fact, "\"need.worsening\" = [0.1, 2.5, 0.5]"), SizeIs(1));
  EXPECT_THAT(problems_with(prior, "\"workforce.turnover\" = [0.1, 0.5, 0.5]"), SizeIs(1));
  EXPECT_THAT(problems_with(prior, "\"closure.child_in_need.policy\" = [0, 1, 0.5]"), SizeIs(1));
}

TEST(EmulatorPlan, refuses_bounds_and_spreads_that_make_no_prior) {
  const std::string prior = "\"need.worsening\" = [0.1, 2.5, 0.5]";
  for (const char* row : {"[2.5, 0.1, 0.5]", "[-1, 2.5, 0.5]", "[0.1, 2.5]", "[0.1, 2.5, 0]",
                          "[0.1, 2.5, 11]", "\"wide\"", "0.5"}) {
    const auto problems = problems_with(prior, std::string("\"need.worsening\" = ") + row);
    ASSERT_THAT(problems, SizeIs(1)) << row;
    EXPECT_EQ(problems[0].line, 10) << row;
    EXPECT_THAT(problems[0].suggestion, HasSubstr("[low, high, sd]"));
  }
}

TEST(EmulatorPlan, refuses_measures_that_are_none_and_ranges_that_are_empty) {
  const std::string line = "rereferral_12m = [8, 45, 0]";
  const auto unknown = problems_with(line, "rereferral_12 = [8, 45, 0]");
  ASSERT_THAT(unknown, SizeIs(1));
  EXPECT_EQ(unknown[0].line, 15);
  EXPECT_THAT(unknown[0].suggestion, HasSubstr("rereferral_12m"));
  EXPECT_THAT(problems_with(line, "rereferral_12m = [45, 8, 0]"), SizeIs(1));
  EXPECT_THAT(problems_with(line, "rereferral_12m = 8"), SizeIs(1));
  EXPECT_THAT(problems_with(line, "rereferral_12m = [8, 45]"), SizeIs(1));
  EXPECT_THAT(problems_with(line, "rereferral_12m = [8, 45, -1]"), SizeIs(1));
}

TEST(EmulatorPlan, refuses_numbers_of_points_that_cannot_be_and_tables_that_are_none) {
  EXPECT_THAT(problems_with("first = 160", "first = 0"), SizeIs(1));
  EXPECT_THAT(problems_with("first = 160\n", ""), SizeIs(1));
  EXPECT_THAT(problems_with("spread = 1.2", "spread = 9"), SizeIs(1));
  EXPECT_THAT(problems_with("second = 40", "third = 40"), SizeIs(1));
  EXPECT_THAT(problems_with("[outcomes]", "[outcome]"), ::testing::Not(SizeIs(0)));
}

TEST(EmulatorPlan, wants_two_runs_of_a_point_at_least_since_one_tells_nothing_of_luck) {
  EXPECT_THAT(problems_with("runs = 2", "runs = 1"), SizeIs(1));
}

TEST(EmulatorPlan, wants_parameters_and_measures) {
  const std::string points = "[points]\nsettings = [\"horizon.years=4\"]\nfirst = 10\n";
  const std::string prior = "[prior]\n\"need.easing\" = [0.3, 4, 0.5]\n";
  ASSERT_THAT(problems_of(points), SizeIs(1));
  EXPECT_THAT(problems_of(points)[0].message, HasSubstr("[prior] names no parameter"));
  ASSERT_THAT(problems_of(points + prior), SizeIs(1));
  EXPECT_THAT(problems_of(points + prior)[0].message, HasSubstr("[outcomes] names no measure"));
  EXPECT_THAT(problems_of(points + prior + "[outcomes]\nrereferral_12m = [8, 45, 0]\n"), SizeIs(0));
}

TEST(EmulatorPlan, tells_of_all_mistakes_at_once) {
  const auto problems = problems_of(
      "[points]\nsettings = []\nfirst = 0\n[prior]\n\"need.eesing\" = []\n[outcomes]\nreferral = "
      "[1, 2]\n");
  ASSERT_THAT(problems, SizeIs(3)) << written(problems);
  EXPECT_EQ(problems[0].line, 3);
  EXPECT_EQ(problems[1].line, 5);
  EXPECT_EQ(problems[2].line, 7);
}

}  // namespace
}  // namespace stepdown
