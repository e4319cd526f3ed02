#include "analysis/study/study_plan.h"

#include <gmock/gmock.h>

#include "analysis/comparability.h"
#include "analysis/unusable_results.h"
#include "scenarios/overlay_file.h"
#include "tests/fixtures/program.h"
#include "tests/fixtures/small_study.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

TEST(StudyPlan, IsReadBackAsItWasWritten) {
  const TemporaryFolder folder;
  StudyPlan plan = small_plan();
  plan.points[1].values[0] = 1.0 / 3;
  plan.selection.fit = FitFile{"kent", {}, "kent"};
  write_study_plan(plan, folder.path());
  const StudyPlan read = read_study_plan(folder.path());
  EXPECT_EQ(plan_text(read), plan_text(plan));
  EXPECT_EQ(points_text(read), points_text(plan));
  EXPECT_EQ(inputs_of(read), inputs_of(plan));
  EXPECT_EQ(read.seed, plan.seed);
  EXPECT_EQ(read.points[1].values[0], 1.0 / 3);
  EXPECT_EQ(read.facts.at("note"), "a \\ b\nc");
  EXPECT_EQ(read.selection.fit->called, "kent");
  EXPECT_THAT(read.measures,
              ElementsAre("rereferral_12m", "month_referrals", "referrals_per_10000"));
  EXPECT_EQ(read.runs_in_all(), 6U);
}

TEST(StudyPlan, KeepsChoicesInTheirWords) {
  StudyPlan plan = small_plan();
  plan.varied =
      read_varied(std::vector<std::string>{"closure.community_early_help.policy=abrupt,tapered"},
                  scenarios_of_small_study());
  plan.points = grid_points(plan.varied, 2, PointLuck::own);
  EXPECT_THAT(points_text(plan), HasSubstr("\n1,1,tapered\n"));
  const TemporaryFolder folder;
  write_study_plan(plan, folder.path());
  EXPECT_EQ(read_study_plan(folder.path()).points[1].values, plan.points[1].values);
}

TEST(StudyPlan, HasOtherInputsWhenAnythingIsOtherOnWhichRunsDepend) {
  const StudyPlan plan = small_plan();
  const std::string inputs = inputs_of(plan);
  const auto with = [&](const auto& change) {
    StudyPlan other = plan;
    change(other);
    return inputs_of(other);
  };
  EXPECT_NE(with([](StudyPlan& p) { p.seed = 0; }), inputs);
  EXPECT_NE(with([](StudyPlan& p) { p.runs = 3; }), inputs);
  EXPECT_NE(with([](StudyPlan& p) { p.points[2].values[0] += 1e-12; }), inputs);
  EXPECT_NE(with([](StudyPlan& p) { p.points[2].luck = 0; }), inputs);
  EXPECT_NE(with([](StudyPlan& p) { p.measures.pop_back(); }), inputs);
  EXPECT_NE(with([](StudyPlan& p) { p.origin.program = "q"; }), inputs);
  EXPECT_NE(with([](StudyPlan& p) { p.facts["note"] = "d"; }), inputs);
  EXPECT_EQ(with([](StudyPlan& p) { p.planned_in = "elsewhere"; }), inputs);
}

TEST(StudyPlan, ThatWasChangedByHandIsRefused) {
  const TemporaryFolder folder;
  write_study_plan(small_plan(), folder.path());
  const std::string points = bytes_of(points_file(folder.path()));
  folder.write("points.csv", points + "3,3,0.7\n");
  EXPECT_THROW(read_study_plan(folder.path()), UnusableResults);
  folder.write("points.csv", "point,luck\n");
  EXPECT_THROW(read_study_plan(folder.path()), UnusableResults);
  folder.write("points.csv", points);
  EXPECT_NO_THROW(read_study_plan(folder.path()));
  const std::string text = bytes_of(plan_file(folder.path()));
  for (std::size_t length = 0; length < text.size() - 20; length += 7) {
    folder.write("plan.toml", text.substr(0, length));
    EXPECT_THROW(read_study_plan(folder.path()), UnusableResults) << length;
  }
  EXPECT_THROW(read_study_plan(folder.path() + "/none"), UnusableResults);
}

TEST(StudyPlan, RefusesAnotherProgramAndOtherScenarios) {
  const StudyPlan plan = small_plan();
  EXPECT_NO_THROW(expect_origin(plan, plan.origin));
  try {
    expect_origin(plan, {"0.2.0", "q", "t"});
    FAIL();
  } catch (const NotComparable& error) {
    ASSERT_THAT(error.reasons(), SizeIs(2));
    EXPECT_THAT(error.reasons()[0], HasSubstr("made by stepdown 0.1.0, and this is 0.2.0"));
    EXPECT_THAT(error.reasons()[1], HasSubstr("scenario files have changed"));
  }
  EXPECT_THROW(expect_origin(plan, {"0.1.0", "q", "s"}), NotComparable);
}

TEST(StudyPlan, FindsItsScenariosFromItsOwnFolder) {
  const TemporaryFolder folder;
  folder.write("files/base.toml", "kind = \"base\"\ntitle = \"Mine\"\n");
  StudyPlan plan = small_plan();
  plan.selection = {{"base.toml"}, "", {"horizon.years=1"}};
  plan.planned_in = "../files";
  EXPECT_EQ(scenarios_of(plan, folder.path() + "/plans").front().title(), "Mine");
}

TEST(StudyPlan, KnowsWhereItWasPlanned) {
  const TemporaryFolder folder;
  const std::filesystem::path found =
      (std::filesystem::path(folder.path()) / planned_here(folder.path()));
  EXPECT_TRUE(std::filesystem::equivalent(found, std::filesystem::current_path()));
}

TEST(StudyPlan, WithMoreInItsPointsThanWasPlannedIsRefused) {
  const TemporaryFolder folder;
  write_study_plan(small_plan(), folder.path());
  const std::string points = bytes_of(points_file(folder.path()));
  folder.write("points.csv", points + "3,3\n");
  EXPECT_THROW(read_study_plan(folder.path()), UnusableResults) << "a line of another width";
  folder.write("points.csv", points + "\"3,3,0.7\n");
  EXPECT_THROW(read_study_plan(folder.path()), UnusableResults) << "a quotation that never ends";
}

TEST(StudyPlan, FindsTheMemberItWasPlannedWithByItsEndingAlone) {
  const TemporaryFolder folder;
  const OverlayFile built_in = built_in_overlays(ScenarioKind::member).front();
  folder.write("files/base.toml", "kind = \"base\"\ntitle = \"Mine\"\n");
  folder.write("files/here.toml", built_in.text);
  StudyPlan plan = small_plan();
  plan.selection = {{"base.toml"}, "", {"horizon.years=1"}};
  plan.planned_in = "../files";
  const auto settings_with = [&](const std::string& member) {
    plan.selection.member = OverlayFile{member, {}, member};
    return scenarios_of(plan, folder.path() + "/plans").front().source_text();
  };
  EXPECT_EQ(settings_with("here.toml"), settings_with(built_in.called));
}

}  // namespace
}  // namespace stepdown
