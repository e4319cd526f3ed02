#include "analysis/study/varied.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "scenarios/scenario_error.h"
#include "scenarios/scenario_library.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

const std::vector<Scenario>& base_and_tapered() {
  static const std::vector<Scenario> scenarios = load_scenarios(
      *embedded_source(), {{"scenarios/base.toml", "scenarios/policies/tapered.toml"}, "", {}});
  return scenarios;
}

std::vector<Varied> read(const std::vector<std::string>& typed) {
  return read_varied(typed, base_and_tapered());
}

std::string problems_of(const std::vector<std::string>& typed) {
  try {
    read(typed);
  } catch (const ScenarioErrors& errors) {
    return written(errors.problems());
  }
  return "no problem";
}

TEST(Varied, ReadsARangeValuesAndTheBoundsOfAnUncertainty) {
  const std::vector<Varied> varied = read({"need.easing=0.5..2", "caseload.social_worker_cap=14,18",
                                           "taper.relapse_seen", "need.fragile_factor"});
  ASSERT_EQ(varied.size(), 4U);
  EXPECT_TRUE(varied[0].is_range());
  EXPECT_EQ(varied[0].range.low, 0.5);
  EXPECT_EQ(varied[0].range.high, 2);
  EXPECT_THAT(varied[1].values, ElementsAre(14, 18));
  EXPECT_EQ(varied[2].range.low, varied[2].parameter->bounds.low);
  EXPECT_EQ(varied[3].range.high, varied[3].parameter->bounds.high);
}

TEST(Varied, GoesEvenlyThroughItsRange) {
  const Varied easing = read({"need.easing=0.5..2"}).front();
  EXPECT_DOUBLE_EQ(easing.at(0), 0.5);
  EXPECT_DOUBLE_EQ(easing.at(0.5), 1.25);
  EXPECT_DOUBLE_EQ(easing.at(1), 2);
}

TEST(Varied, GivesEachWholeNumberAndEachNamedValueAnEqualShare) {
  const Varied posts = read({"workforce.additional_social_workers=-1..2"}).front();
  EXPECT_EQ(posts.at(0), -1);
  EXPECT_EQ(posts.at(0.24), -1);
  EXPECT_EQ(posts.at(0.26), 0);
  EXPECT_EQ(posts.at(0.99), 2);
  EXPECT_EQ(posts.at(1), 2);
  const Varied named = read({"caseload.social_worker_cap=14,18,20"}).front();
  EXPECT_EQ(named.at(0.3), 14);
  EXPECT_EQ(named.at(0.4), 18);
  EXPECT_EQ(named.at(1), 20);
}

TEST(Varied, ReadsChoicesByTheirNames) {
  const Varied closing = read({"closure.child_in_need.policy=tapered,abrupt"}).front();
  EXPECT_EQ(closing.written(closing.values[0]), "tapered");
  EXPECT_EQ(closing.written(closing.values[1]), "abrupt");
  EXPECT_GT(read({"closure.child_in_need.policy"}).front().values.size(), 2U);
}

TEST(Varied, TellsAllThatIsWrongAtOnceAndWhatWouldBeRight) {
  const std::string told =
      problems_of({"need.esing=1..2", "need.easing=2..1", "need.worsening=1..99",
                   "closure.child_in_need.taper_weeks", "need.easing=3..3", "workforce.turnover"});
  EXPECT_THAT(told, HasSubstr("`need.easing`"));
  EXPECT_THAT(told, HasSubstr("write need.easing=1..2"));
  EXPECT_THAT(told, HasSubstr("S016"));
  EXPECT_THAT(told, HasSubstr("is empty"));
  EXPECT_THAT(told, HasSubstr("needs a range"));
}

TEST(Varied, MarksAllThatWasTypedWhereAValueIsWrong) {
  const std::vector<std::string> typed{"need.easing=0.5,quickly"};
  try {
    read(typed);
    FAIL() << "a word was taken for a number";
  } catch (const ScenarioErrors& errors) {
    ASSERT_EQ(errors.problems().size(), 1U);
    const Problem& problem = errors.problems().front();
    EXPECT_EQ(problem.file, "--vary");
    EXPECT_EQ(problem.line_text, typed.front());
    EXPECT_EQ(problem.column, 1);
    EXPECT_EQ(problem.caret_length, static_cast<int>(typed.front().size()));
  }
}

TEST(Varied, IsRefusedTwiceAndWhereNoScenarioHasAUseForIt) {
  EXPECT_THAT(problems_of({"need.easing=1..2", "need.easing=1..3"}), HasSubstr("varied twice"));
  EXPECT_THAT(problems_of({"need.easing=1,1"}), HasSubstr("a value twice"));
  const std::vector<Scenario> base_alone = {base_and_tapered().front()};
  const std::vector<std::string> typed = {"closure.child_in_need.time_limit_weeks=5..10"};
  EXPECT_THROW(read_varied(typed, base_alone), ScenarioErrors);
}

TEST(RangesBeside, AreTheUncertaintiesInWhoseRangeNoScenarioStands) {
  const auto beside = [](const std::vector<std::string>& typed) {
    return ranges_beside(read(typed), base_and_tapered());
  };
  EXPECT_THAT(beside({"need.easing=0.1..0.2"}),
              ElementsAre(AllOf(StartsWith("`need.easing` is 1."),
                                EndsWith(" under base, outside of 0.1..0.2"))));
  EXPECT_THAT(beside({"need.easing=0.1..5"}), ElementsAre());
  EXPECT_THAT(beside({"need.easing=0.1,0.2"}), ElementsAre()) << "named one by one";
}

TEST(DecisionsOverwritten, AreThoseInWhichAScenarioDiffersFromTheFirst) {
  const std::vector<Varied> varied =
      read({"closure.child_in_need.policy=tapered,abrupt", "caseload.social_worker_cap=14,18"});
  EXPECT_THAT(decisions_overwritten(varied, base_and_tapered()),
              ElementsAre(AllOf(StartsWith("`closure.child_in_need.policy` is varied"),
                                HasSubstr("scenarios/policies/tapered.toml:"),
                                EndsWith("(tapered) does nothing here"))));
  const std::vector<Scenario> tapered_alone = {base_and_tapered().back()};
  EXPECT_THAT(decisions_overwritten(varied, tapered_alone), ElementsAre()) << "nothing is compared";
}

}  // namespace
}  // namespace stepdown
