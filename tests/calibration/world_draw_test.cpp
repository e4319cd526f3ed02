#include "calibration/world_draw.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "scenarios/member.h"
#include "scenarios/scenario_error.h"
#include "tests/fixtures/formula_world.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Key;

FitPlan plan_that_draws_fragility() {
  FitPlan plan;
  plan.pull_sd = 100;
  plan.step = 0.02;
  plan.member_iterations = 40;
  plan.fitted = {free_number("need.worsening"), free_number("need.easing"),
                 free_number("threshold.plan"), free_number("need.fragile_factor")};
  plan.drawn = {{find_parameter("need.fragile_factor"), {1.2, 2}}};
  return plan;
}

TEST(DrawnValues, lie_anywhere_in_their_ranges) {
  const std::vector<FreeParameter> ranges{{find_parameter("need.fragile_factor"), {1.2, 2}},
                                          {find_parameter("judgement.error_sd"), {1, 2.5}}};
  std::set<double> fragile;
  double sum = 0;
  for (int number = 1; number <= 400; ++number) {
    const FittedValues drawn = drawn_values(ranges, 1, number);
    EXPECT_GE(drawn.at("judgement.error_sd"), 1);
    EXPECT_LE(drawn.at("judgement.error_sd"), 2.5);
    fragile.insert(drawn.at("need.fragile_factor"));
    sum += drawn.at("need.fragile_factor");
  }
  EXPECT_GT(fragile.size(), 300U);
  EXPECT_NEAR(sum / 400, 1.6, 0.05);
  EXPECT_LT(*fragile.begin(), 1.22);
  EXPECT_GT(*fragile.rbegin(), 1.98);
}

TEST(DrawnValues, are_the_same_for_the_same_number) {
  const std::vector<FreeParameter> ranges{free_number("need.easing")};
  EXPECT_EQ(drawn_values(ranges, 1, 3), drawn_values(ranges, 1, 3));
  EXPECT_NE(drawn_values(ranges, 1, 3), drawn_values(ranges, 1, 4));
  EXPECT_NE(drawn_values(ranges, 1, 3), drawn_values(ranges, 2, 3));
}

TEST(FreeAfterDrawing, are_the_uncertainties_that_were_not_drawn) {
  std::vector<std::string> names;
  for (const FreeParameter& free : free_after_drawing(plan_that_draws_fragility())) {
    names.emplace_back(free.parameter->name);
  }
  EXPECT_THAT(names, ElementsAre("need.worsening", "need.easing"));
}

TEST(WorldDraw, fits_the_other_numbers_to_the_same_targets_again) {
  const TrialWorld base = formula_world();
  const FitPlan plan = plan_that_draws_fragility();
  const WorldDraw draw =
      draw_world(base, plan, slopes_around(base, plan), 1, 1, [](const auto&) {});
  EXPECT_THAT(draw.drawn, ElementsAre(Key("need.fragile_factor")));
  EXPECT_LT(draw.misfit, 1e-3);
  EXPECT_EQ(draw.met, 2U);
  // 100 w / (e f) = 40, where f is what was drawn.
  const double easing = draw.fitted.at("need.easing");
  const double fragile = draw.drawn.at("need.fragile_factor");
  EXPECT_NEAR(draw.fitted.at("need.worsening"), 0.4 * easing * fragile, 0.01);
}

TEST(MemberText, is_a_sound_member_file_that_remembers_its_misfit_and_origin) {
  const WorldDraw draw{7, {{"need.fragile_factor", 1.5}}, {{"need.easing", 2.25}}, 12.345, 20, 28};
  const std::string text = member_text(draw, 10, "0123abcd");
  const std::vector<Setting> settings = load_member({"m.toml", text, "m.toml"});
  ASSERT_EQ(settings.size(), 2U);
  EXPECT_EQ(settings[0].parameter->name, "need.easing");
  EXPECT_THAT(text, HasSubstr("Misfit 12.35 over 28 figures (the base: 10.00); 20 within"));
  EXPECT_THAT(text, HasSubstr("#   need.fragile_factor\n"));
  EXPECT_NEAR(remembered_misfit(text, "0123abcd").value(), 12.345, 0.01);
  EXPECT_EQ(remembered_misfit(text, "0123"), std::nullopt);
  EXPECT_EQ(remembered_misfit("", "0123abcd"), std::nullopt);
}

TEST(Stamp, tells_texts_apart) {
  EXPECT_EQ(stamp_of("a"), "af63dc4c8601ec8c");
  EXPECT_NE(stamp_of("ab"), stamp_of("ba"));
}

}  // namespace
}  // namespace stepdown
