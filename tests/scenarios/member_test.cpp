#include "scenarios/member.h"

#include <gmock/gmock.h>

#include "scenarios/scenario.h"
#include "tests/fixtures/program.h"
#include "tests/fixtures/scenario_texts.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

constexpr const char* other_world =
    "kind = \"member\"\ntitle = \"Another world\"\n[need]\neasing = 2.5\n";

TextsByPath world() {
  return {{"base.toml",
           "kind = \"base\"\nplace = \"here\"\n[need]\neasing = 1\nworsening = 0.3\n"
           "[caseload]\nsocial_worker_cap = 20\n"},
          {"places/here.toml",
           "kind = \"place\"\n[population]\nchildren = { value = 5000, source = \"a count\" }\n"},
          {"cap.toml",
           "kind = \"policy\"\nextends = \"base.toml\"\n[caseload]\nsocial_worker_cap = 15\n"}};
}

std::vector<Scenario> load(const std::string& member, std::vector<std::string> files,
                           std::vector<std::string> settings = {}) {
  ScenarioSelection selection{std::move(files), "", std::move(settings)};
  selection.member = MemberFile{"m/member.toml", member, "m/member.toml"};
  return load_scenarios(ScenarioTexts(world()), selection);
}

std::vector<Problem> problems_of(const std::string& member) {
  try {
    load(member, {"base.toml", "cap.toml"});
  } catch (const ScenarioErrors& errors) {
    return errors.problems();
  }
  ADD_FAILURE() << "no error";
  return {};
}

TEST(Member, replaces_the_uncertainties_of_the_base_before_and_from_day_0) {
  const std::vector<Scenario> scenarios = load(other_world, {"base.toml", "cap.toml"});
  for (const Scenario& scenario : scenarios) {
    EXPECT_EQ(scenario.before_day_0().need.easing, 2.5);
    EXPECT_EQ(scenario.from_day_0().need.easing, 2.5);
    EXPECT_EQ(scenario.from_day_0().need.worsening, 0.3);
    EXPECT_EQ(scenario.from_day_0().population.children, 5000);
  }
}

TEST(Member, leaves_what_policies_decide_alone) {
  const std::vector<Scenario> scenarios = load(other_world, {"base.toml", "cap.toml"});
  EXPECT_EQ(scenarios[0].from_day_0().caseload.social_worker_cap, 20);
  EXPECT_EQ(scenarios[1].before_day_0().caseload.social_worker_cap, 20);
  EXPECT_EQ(scenarios[1].from_day_0().caseload.social_worker_cap, 15);
}

TEST(Member, gives_way_to_the_command_line) {
  EXPECT_EQ(load(other_world, {"base.toml"}, {"need.easing=3"})[0].from_day_0().need.easing, 3);
}

TEST(Member, has_uncertainties_alone) {
  const auto problems = problems_of(std::string(other_world) +
                                    "[caseload]\nsocial_worker_cap = 3\n[horizon]\nyears = 3\n"
                                    "[population]\nchildren = 5000\n");
  ASSERT_THAT(problems, SizeIs(3));
  for (const Problem& problem : problems) {
    EXPECT_EQ(problem.fault, Fault::wrong_role);
    EXPECT_THAT(problem.message, HasSubstr("cannot stand in a member file"));
  }
}

TEST(Member, extends_nothing_and_chooses_no_place) {
  EXPECT_EQ(problems_of("kind = \"member\"\nextends = \"base.toml\"\n").front().fault,
            Fault::extends_wrong_kind);
  EXPECT_EQ(problems_of("kind = \"member\"\nplace = \"here\"\n").front().fault, Fault::header);
  EXPECT_EQ(problems_of("kind = \"base\"\n").front().fault, Fault::kind);
}

TEST(Member, is_no_scenario_and_no_base) {
  TextsByPath texts = world();
  texts["m.toml"] = other_world;
  texts["p.toml"] = "kind = \"policy\"\nextends = \"m.toml\"\n";
  try {
    load_scenarios(ScenarioTexts(texts), {{"m.toml", "p.toml"}, "", {}});
    ADD_FAILURE() << "no error";
  } catch (const ScenarioErrors& errors) {
    ASSERT_THAT(errors.problems(), SizeIs(2));
    EXPECT_EQ(errors.problems()[0].fault, Fault::extends_wrong_kind);
    EXPECT_EQ(errors.problems()[1].fault, Fault::kind);
    EXPECT_THAT(errors.problems()[1].suggestion, HasSubstr("--member"));
  }
}

TEST(LoadMember, gives_the_settings_of_a_sound_file) {
  const std::vector<Setting> settings = load_member({"m.toml", other_world, "m.toml"});
  ASSERT_THAT(settings, SizeIs(1));
  EXPECT_EQ(settings[0].parameter->name, "need.easing");
  EXPECT_THROW(load_member({"m.toml", "kind = \"base\"\n", "m.toml"}), ScenarioErrors);
}

TEST(EnsembleMembers, are_the_files_of_a_folder_in_the_order_of_their_names) {
  const TemporaryFolder folder;
  folder.write("member_02.toml", other_world);
  folder.write("member_01.toml", other_world);
  folder.write("notes.txt", "none");
  std::vector<std::string> called;
  for (const MemberFile& member : ensemble_members(folder.path())) {
    called.push_back(member.called);
    EXPECT_EQ(member.text, other_world);
  }
  EXPECT_THAT(called,
              ElementsAre(folder.path() + "/member_01.toml", folder.path() + "/member_02.toml"));
}

TEST(EnsembleMembers, are_missed_in_an_empty_folder) {
  const TemporaryFolder folder;
  EXPECT_THROW(ensemble_members(folder.path()), ScenarioErrors);
  EXPECT_THROW(ensemble_members(folder.path() + "/none"), ScenarioErrors);
}

TEST(MemberCalled, is_a_path_or_the_name_of_one_built_in) {
  const TemporaryFolder folder;
  folder.write("mine.toml", other_world);
  EXPECT_EQ(member_called(folder.path() + "/mine.toml").text, other_world);
  EXPECT_THROW(member_called(folder.path() + "/none.toml"), ScenarioErrors);
  EXPECT_THROW(member_called("nobody"), ScenarioErrors);
}

}  // namespace
}  // namespace stepdown
