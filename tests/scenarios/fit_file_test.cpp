#include "scenarios/fit_file.h"

#include <gmock/gmock.h>

#include "scenarios/scenario.h"
#include "tests/fixtures/program.h"
#include "tests/fixtures/scenario_texts.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* fit_of_there =
    "kind = \"fit\"\ntitle = \"There, fitted\"\nplace = \"there\"\n[need]\neasing = 2.5\n"
    "[caseload]\nsocial_worker_cap = 18\n";

TextsByPath world() {
  return {{"base.toml",
           "kind = \"base\"\nplace = \"here\"\n[need]\neasing = 1\nworsening = 0.3\n"
           "[caseload]\nsocial_worker_cap = 20\n"},
          {"places/here.toml",
           "kind = \"place\"\n[population]\nchildren = { value = 5000, source = \"a count\" }\n"},
          {"places/there.toml",
           "kind = \"place\"\n[population]\nchildren = { value = 7000, source = \"a count\" }\n"},
          {"cap.toml",
           "kind = \"policy\"\nextends = \"base.toml\"\n[caseload]\nsocial_worker_cap = 15\n"}};
}

ScenarioSelection selected(const std::string& fit, std::vector<std::string> files) {
  ScenarioSelection selection{std::move(files), "", {}};
  selection.fit = FitFile{"f/fit.toml", fit, "f/fit.toml"};
  return selection;
}

std::vector<Scenario> load(const std::string& fit, std::vector<std::string> files) {
  return load_scenarios(ScenarioTexts(world()), selected(fit, std::move(files)));
}

std::vector<Problem> problems_of(const ScenarioSelection& selection,
                                 const TextsByPath& texts = world()) {
  try {
    load_scenarios(ScenarioTexts(texts), selection);
  } catch (const ScenarioErrors& errors) {
    return errors.problems();
  }
  ADD_FAILURE() << "no error";
  return {};
}

TEST(Fit, brings_its_authority_and_the_values_fitted_to_it) {
  for (const Scenario& scenario : load(fit_of_there, {"base.toml", "cap.toml"})) {
    EXPECT_EQ(scenario.place_name(), "there");
    EXPECT_EQ(scenario.from_day_0().population.children, 7000);
    EXPECT_EQ(scenario.before_day_0().need.easing, 2.5);
    EXPECT_EQ(scenario.from_day_0().need.easing, 2.5);
    EXPECT_EQ(scenario.from_day_0().need.worsening, 0.3);
  }
}

TEST(Fit, says_what_is_practised_until_a_policy_decides_otherwise) {
  const std::vector<Scenario> scenarios = load(fit_of_there, {"base.toml", "cap.toml"});
  EXPECT_EQ(scenarios[0].before_day_0().caseload.social_worker_cap, 18);
  EXPECT_EQ(scenarios[0].from_day_0().caseload.social_worker_cap, 18);
  EXPECT_EQ(scenarios[1].before_day_0().caseload.social_worker_cap, 18);
  EXPECT_EQ(scenarios[1].from_day_0().caseload.social_worker_cap, 15);
}

TEST(Fit, has_no_facts) {
  const auto problems = problems_of(
      selected(std::string(fit_of_there) + "[population]\nchildren = 5000\n", {"base.toml"}));
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0].fault, Fault::wrong_role);
  EXPECT_THAT(problems[0].message, HasSubstr("cannot stand in a fit file"));
}

TEST(Fit, has_to_say_which_authority_it_is_of) {
  const auto problems =
      problems_of(selected("kind = \"fit\"\n[need]\neasing = 2\n", {"base.toml"}));
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0].fault, Fault::header);
  EXPECT_THAT(problems[0].suggestion, HasSubstr("place = \""));
}

TEST(Fit, and_member_are_not_taken_for_one_another) {
  const auto not_a_fit = problems_of(selected("kind = \"member\"\n", {"base.toml"}));
  EXPECT_EQ(not_a_fit.front().fault, Fault::kind);
  EXPECT_THAT(not_a_fit.front().message, HasSubstr("is a member file, not a fit"));
  EXPECT_THAT(not_a_fit.front().suggestion, HasSubstr("give it with --member"));
  ScenarioSelection as_member{{"base.toml"}, "", {}};
  as_member.member = MemberFile{"f/fit.toml", fit_of_there, "f/fit.toml"};
  const auto not_a_member = problems_of(as_member);
  EXPECT_THAT(not_a_member.front().message, HasSubstr("is a fit file, not a member"));
  EXPECT_THAT(not_a_member.front().suggestion, HasSubstr("give it with --fit"));
}

TEST(Fit, and_member_are_two_worlds_that_cannot_hold_at_once) {
  ScenarioSelection both = selected(fit_of_there, {"base.toml"});
  both.member = MemberFile{"m.toml", "kind = \"member\"\n", "m.toml"};
  const auto problems = problems_of(both);
  EXPECT_EQ(problems.front().fault, Fault::words_not_together);
  EXPECT_THAT(problems.front().suggestion, HasSubstr("leave --member or --fit out"));
}

TEST(Fit, is_no_scenario_and_no_base_and_extends_nothing) {
  TextsByPath texts = world();
  texts["f.toml"] = fit_of_there;
  texts["p.toml"] = "kind = \"policy\"\nextends = \"f.toml\"\n";
  const auto problems = problems_of({{"f.toml", "p.toml"}, "", {}}, texts);
  ASSERT_THAT(problems, SizeIs(2));
  EXPECT_EQ(problems[0].fault, Fault::extends_wrong_kind);
  EXPECT_THAT(problems[0].suggestion, HasSubstr("given with --fit"));
  EXPECT_EQ(problems[1].fault, Fault::kind);
  EXPECT_THAT(problems[1].suggestion, HasSubstr("give it with --fit"));
  EXPECT_EQ(problems_of(selected("kind = \"fit\"\nplace = \"there\"\nextends = \"base.toml\"\n",
                                 {"base.toml"}))
                .front()
                .fault,
            Fault::extends_wrong_kind);
}

TEST(LoadFit, gives_the_settings_of_a_sound_file) {
  const std::vector<Setting> settings = load_fit({"f.toml", fit_of_there, "f.toml"});
  ASSERT_THAT(settings, SizeIs(2));
  EXPECT_EQ(settings[0].parameter->name, "need.easing");
  EXPECT_THROW(load_fit({"f.toml", "kind = \"base\"\n", "f.toml"}), ScenarioErrors);
}

TEST(FitCalled, is_a_path_or_the_name_of_one_built_in) {
  const TemporaryFolder folder;
  folder.write("mine.toml", fit_of_there);
  EXPECT_EQ(fit_called(folder.path() + "/mine.toml").text, fit_of_there);
  EXPECT_THROW(fit_called(folder.path() + "/none.toml"), ScenarioErrors);
  EXPECT_THROW(fit_called("nowhere"), ScenarioErrors);
  for (const std::string& name : names_of_fits()) {
    EXPECT_THAT(load_fit(fit_called(name)), testing::Not(IsEmpty())) << name;
  }
}

}  // namespace
}  // namespace stepdown
