#include "calibration/fit_plan.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "model/parameters/registry.h"
#include "scenarios/scenario_error.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

std::vector<Problem> problems_of(const std::string& text) {
  try {
    read_fit_plan("fit.toml", text);
  } catch (const ScenarioErrors& errors) {
    return errors.problems();
  }
  return {};
}

TEST(FitPlan, names_what_is_fitted_with_its_bounds) {
  const FitPlan plan =
      read_fit_plan("fit.toml",
                    "[evaluation]\nruns = 3\nsettings = [\"horizon.years=7\"]\n"
                    "[search]\niterations = 5\nstep = 0.2\npull_sd = 0.5\n"
                    "[fit]\n\"need.easing\" = []\n\"need.worsening\" = [0.1, 2]\n"
                    "[ensemble]\nmisfit_factor = 2\nmisfit_enough = 0.5\niterations = 4\n"
                    "[drawn_in_ensemble]\n\"judgement.error_sd\" = [1, 2]\n");
  EXPECT_EQ(plan.runs, 3U);
  EXPECT_THAT(plan.settings, ::testing::ElementsAre("horizon.years=7"));
  EXPECT_EQ(plan.iterations, 5);
  EXPECT_EQ(plan.step, 0.2);
  EXPECT_EQ(plan.pull_sd, 0.5);
  ASSERT_THAT(plan.fitted, SizeIs(2));
  EXPECT_EQ(plan.fitted[0].bounds.high, find_parameter("need.easing")->bounds.high);
  EXPECT_EQ(plan.fitted[1].parameter->name, "need.worsening");
  EXPECT_EQ(plan.fitted[1].bounds.low, 0.1);
  EXPECT_EQ(plan.misfit_factor, 2);
  EXPECT_EQ(plan.misfit_enough, 0.5);
  EXPECT_EQ(plan.member_iterations, 4);
  ASSERT_THAT(plan.drawn, SizeIs(1));
  EXPECT_EQ(plan.drawn[0].bounds.high, 2);
}

TEST(FitPlan, refuses_what_cannot_be_fitted) {
  EXPECT_THAT(problems_of("[fit]\n\"need.eesing\" = []\n")[0].suggestion, HasSubstr("easing"));
  EXPECT_THAT(problems_of("[fit]\n\"population.children\" = []\n"), SizeIs(1));
  EXPECT_THAT(problems_of("[fit]\n\"closure.child_in_need.policy\" = []\n"), SizeIs(1));
  EXPECT_THAT(problems_of("[fit]\n\"need.easing\" = [3, 1]\n"), SizeIs(1));
  EXPECT_THAT(problems_of("[fit]\n\"need.easing\" = [-1, 1]\n"), SizeIs(1));
  EXPECT_THAT(problems_of("[fit]\n\"need.easing\" = 2\n"), SizeIs(1));
  EXPECT_THAT(problems_of("[fit]\n"), SizeIs(1));
  EXPECT_THAT(problems_of("[fits]\n\"need.easing\" = []\n"), SizeIs(1));
}

TEST(FitPlan, draws_worlds_from_uncertainties_alone) {
  const std::string lever = "\"threshold.plan\" = []\n";
  EXPECT_THAT(problems_of("[fit]\n" + lever), SizeIs(0));
  EXPECT_THAT(problems_of("[fit]\n" + lever + "[drawn_in_ensemble]\n" + lever), SizeIs(1));
}

TEST(FitPlan, of_the_base_can_be_read) {
  std::ifstream in(STEPDOWN_SOURCE_DIR "/calibration/base_fit.toml");
  const std::string text(std::istreambuf_iterator<char>(in), {});
  EXPECT_THAT(problems_of(text), SizeIs(0)) << ScenarioErrors(problems_of(text)).what();
}

}  // namespace
}  // namespace stepdown
