#include "scenarios/scenario.h"

#include <gmock/gmock.h>

#include "tests/fixtures/scenario_texts.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr const char* england =
    "kind = \"place\"\ntitle = \"England\"\n[population]\nchildren = { value = 60000, source = "
    "\"ONS\" }\n[workforce]\nsocial_workers = { value = 200, source = \"csww\" }\n"
    "[observed]\nreferrals = { value = 3200, source = \"c1\", year = 2024 }\n";
constexpr const char* kent =
    "kind = \"place\"\n[population]\nchildren = { value = 350000, source = \"ONS\" }\n";

TextsByPath world() {
  return {{"base.toml",
           "kind = \"base\"\ntitle = \"The base\"\nplace = \"england\"\n[need]\neasing = 1\n"
           "[caseload]\nsocial_worker_cap = 20\n"},
          {"places/england.toml", england},
          {"places/kent.toml", kent},
          {"same.toml", "kind = \"policy\"\nextends = \"base.toml\"\n"},
          {"cap.toml",
           "kind = \"policy\"\nextends = \"base.toml\"\nquestion = \"A lower cap?\"\n[caseload]\n"
           "social_worker_cap = 15\n"},
          {"taper.toml",
           "kind = \"policy\"\nextends = \"cap.toml\"\n[closure.child_in_need]\npolicy = "
           "\"tapered\"\n"}};
}

std::vector<Scenario> load(std::vector<std::string> files, std::vector<std::string> settings = {},
                           const std::string& place = "", TextsByPath more = {}) {
  more.merge(world());
  return load_scenarios(ScenarioTexts(more), {std::move(files), place, std::move(settings)});
}

std::vector<Problem> problems_of(std::vector<std::string> files,
                                 std::vector<std::string> settings = {}, TextsByPath more = {}) {
  try {
    load(std::move(files), std::move(settings), "", std::move(more));
  } catch (const ScenarioErrors& errors) {
    return errors.problems();
  }
  ADD_FAILURE() << "no error";
  return {};
}

auto is(Fault fault, const std::string& file) {
  return AllOf(Field(&Problem::fault, fault), Field(&Problem::file, file));
}

const Setting& setting_of(const Scenario& scenario, std::string_view name) {
  return *std::ranges::find(scenario.settings(), name,
                            [](const Setting& setting) { return setting.parameter->name; });
}

TEST(Scenario, is_the_registry_under_base_under_place_under_policies_under_the_command_line) {
  const Scenario scenario =
      load({"taper.toml"}, {"caseload.key_worker_cap=12", "need.worsening=0.2"}).front();
  const auto origin = [&](const char* name) { return setting_of(scenario, name).origin.text(); };
  EXPECT_EQ(origin("need.own_capacity"), "registry");
  EXPECT_EQ(origin("need.easing"), "base.toml:5");
  EXPECT_EQ(origin("population.children"), "places/england.toml:4");
  EXPECT_EQ(origin("caseload.social_worker_cap"), "cap.toml:5");
  EXPECT_EQ(origin("closure.child_in_need.policy"), "taper.toml:4");
  EXPECT_EQ(origin("caseload.key_worker_cap"), "--set");
  EXPECT_EQ(setting_of(scenario, "population.children").source, "ONS");
  EXPECT_EQ(scenario.from_day_0().caseload.social_worker_cap, 15);
  EXPECT_EQ(scenario.from_day_0().need.easing, 1);
  EXPECT_EQ(scenario.from_day_0().need.worsening, 0.2);
  EXPECT_EQ(scenario.from_day_0().closure[2].policy, ClosurePolicy::tapered);
}

TEST(Scenario, knows_its_name_title_question_and_place) {
  const std::vector<Scenario> scenarios = load({"base.toml", "cap.toml"});
  EXPECT_EQ(scenarios[0].name(), "base");
  EXPECT_EQ(scenarios[0].title(), "The base");
  EXPECT_EQ(scenarios[0].kind(), ScenarioKind::base);
  EXPECT_EQ(scenarios[0].place_name(), "england");
  EXPECT_EQ(scenarios[0].place_title(), "England");
  EXPECT_EQ(scenarios[1].name(), "cap");
  EXPECT_EQ(scenarios[1].title(), "cap");
  EXPECT_EQ(scenarios[1].question(), "A lower cap?");
  ASSERT_THAT(scenarios[1].observed(), SizeIs(1));
  EXPECT_EQ(scenarios[1].observed()[0].name, "referrals");
}

TEST(Scenario, of_another_size_than_its_place_has_no_official_counts) {
  EXPECT_THAT(load({"cap.toml"}, {"population.children=5000"}).front().observed(), SizeIs(0));
}

TEST(Scenario, takes_the_place_that_is_asked_for) {
  const Scenario scenario = load({"cap.toml"}, {}, "kent").front();
  EXPECT_EQ(scenario.place_name(), "kent");
  EXPECT_EQ(scenario.from_day_0().population.children, 350000);
  EXPECT_EQ(setting_of(scenario, "workforce.social_workers").origin.text(), "registry");
}

TEST(BeforeDay0, has_the_levers_of_the_base_and_not_those_of_policies) {
  const Scenario scenario = load({"taper.toml"}).front();
  EXPECT_EQ(scenario.before_day_0().caseload.social_worker_cap, 20);
  EXPECT_EQ(scenario.before_day_0().closure[2].policy, ClosurePolicy::abrupt);
  EXPECT_EQ(scenario.before_day_0().population.children, 60000);
}

TEST(BeforeDay0, has_everything_of_the_command_line_but_levers) {
  const Scenario scenario =
      load({"base.toml"}, {"population.children=3000", "caseload.social_worker_cap=12"}).front();
  EXPECT_EQ(scenario.before_day_0().population.children, 3000);
  EXPECT_EQ(scenario.from_day_0().population.children, 3000);
  EXPECT_EQ(scenario.before_day_0().caseload.social_worker_cap, 20);
  EXPECT_EQ(scenario.from_day_0().caseload.social_worker_cap, 12);
}

TEST(BeforeDay0, of_a_laboratory_has_everything) {
  const Scenario scenario =
      load({"lab.toml"}, {"laboratory.places=7", "caseload.social_worker_cap=12"}, "",
           {{"lab.toml", "kind = \"laboratory\"\n[laboratory]\nsystem = \"queue\"\n"}})
          .front();
  EXPECT_EQ(scenario.before_day_0().laboratory.places, 7);
  EXPECT_EQ(scenario.before_day_0().caseload.social_worker_cap, 12);
  EXPECT_EQ(scenario.place_name(), "");
}

const TextsByPath late_cap{
    {"late.toml", "kind = \"policy\"\nextends = \"cap.toml\"\n[policy]\nfrom_month = 12\n"}};

TEST(UntilPolicy, has_the_levers_of_the_command_line_and_none_of_the_policy) {
  const Scenario scenario =
      load({"late.toml"}, {"caseload.key_worker_cap=12", "population.children=3000"}, "", late_cap)
          .front();
  EXPECT_EQ(scenario.until_policy().caseload.key_worker_cap, 12);
  EXPECT_EQ(scenario.until_policy().caseload.social_worker_cap, 20);
  EXPECT_EQ(scenario.until_policy().population.children, 3000);
  EXPECT_NE(scenario.before_day_0().caseload.key_worker_cap, 12);
}

TEST(WarmUp, is_shared_by_scenarios_that_differ_in_levers_alone) {
  const std::vector<Scenario> scenarios = load({"base.toml", "cap.toml", "taper.toml"});
  EXPECT_TRUE(share_a_warm_up(scenarios[0], scenarios[1]));
  EXPECT_TRUE(share_a_warm_up(scenarios[0], scenarios[2]));
  EXPECT_FALSE(share_a_warm_up(scenarios[0], load({"base.toml"}, {}, "kent").front()));
}

TEST(SourceText, has_what_differs_from_the_registry_sorted_and_nothing_else) {
  EXPECT_EQ(load({"cap.toml"}).front().source_text(),
            "caseload.social_worker_cap = 15\n"
            "need.easing = 1\n"
            "population.children = 60000\n"
            "workforce.social_workers = 200\n"
            "before_day_0.caseload.social_worker_cap = 20\n");
}

TEST(SourceText, says_what_changed_on_day_0_of_a_policy_that_begins_later) {
  const auto text = [](const std::vector<std::string>& settings) {
    return load({"late.toml"}, settings, "", late_cap).front().source_text();
  };
  EXPECT_THAT(text({}), Not(HasSubstr("until_policy.")));
  EXPECT_THAT(text({"caseload.key_worker_cap=12"}),
              EndsWith("until_policy.caseload.key_worker_cap = 12\n"));
}

TEST(SourceText, is_the_same_however_the_same_is_said) {
  const TextsByPath other{
      {"cap2.toml",
       "# other words, other order\nkind = \"policy\"\ntitle = \"Z\"\nextends = \"./base.toml\"\n"
       "caseload = { social_worker_cap = 15.0 }\nhelp.child_in_need.review_weeks = 8.5\n"}};
  EXPECT_EQ(load({"cap.toml"}).front().source_text(),
            load({"cap2.toml"}, {}, "", other).front().source_text());
  EXPECT_EQ(load({"base.toml"}).front().source_text(), load({"same.toml"}).front().source_text());
  EXPECT_NE(load({"base.toml"}).front().source_text(), load({"cap.toml"}).front().source_text());
}

TEST(LoadScenarios, keeps_the_order_of_the_files) {
  const std::vector<Scenario> scenarios = load({"taper.toml", "base.toml", "cap.toml"});
  ASSERT_THAT(scenarios, SizeIs(3));
  EXPECT_EQ(scenarios[0].name(), "taper");
  EXPECT_EQ(scenarios[1].name(), "base");
}

TEST(LoadScenarios, finds_all_problems_of_all_files_at_once) {
  const TextsByPath more{
      {"a.toml",
       "kind = \"policy\"\nextends = \"base.toml\"\n[caseload]\nsocial_worker_cap = 1000\nx = 1\n"},
      {"b.toml", "kind = \"policy\"\nextends = \"none.toml\"\n[need]\neasing = 1\n"},
      {"c.toml", ""},
      {"d.toml",
       "kind = \"policy\"\nextends = \"base.toml\"\n[closure.child_in_need]\n"
       "contact_weeks = 4\n"}};
  EXPECT_THAT(
      problems_of({"a.toml", "b.toml", "c.toml", "d.toml", "e.toml"}, {"y=1"}, more),
      ElementsAre(is(Fault::out_of_bounds, "a.toml"), is(Fault::unknown_setting, "a.toml"),
                  is(Fault::wrong_role, "b.toml"), is(Fault::extends_not_found, "b.toml"),
                  is(Fault::file_empty, "c.toml"), is(Fault::file_not_found, "e.toml"),
                  is(Fault::unknown_setting, "--set"), is(Fault::option_not_chosen, "d.toml")));
}

TEST(LoadScenarios, says_the_problems_of_a_shared_base_once) {
  const TextsByPath more{{"base.toml", "kind = \"base\"\n[need]\nx = 1\n"}};
  EXPECT_THAT(problems_of({"base.toml", "cap.toml", "same.toml"}, {}, more),
              ElementsAre(is(Fault::unknown_setting, "base.toml")));
}

TEST(LoadScenarios, refuses_two_scenarios_of_one_name) {
  const TextsByPath more{{"x/cap.toml", world()["cap.toml"]}, {"x/base.toml", "kind = \"base\"\n"}};
  EXPECT_THAT(problems_of({"cap.toml", "x/cap.toml"}, {}, more),
              ElementsAre(is(Fault::same_name, "x/cap.toml")));
  EXPECT_THAT(problems_of({"cap.toml", "cap.toml"}), ElementsAre(is(Fault::same_name, "cap.toml")));
}

TEST(LoadScenarios, refuses_a_place_as_a_scenario) {
  EXPECT_THAT(problems_of({"places/kent.toml"}), ElementsAre(is(Fault::kind, "places/kent.toml")));
}

TEST(LoadScenarios, refuses_a_setting_of_the_command_line_that_no_scenario_has_a_use_for) {
  const std::string contact = "closure.child_in_need.contact_weeks=5";
  EXPECT_THAT(problems_of({"base.toml", "cap.toml"}, {contact}),
              ElementsAre(is(Fault::option_not_chosen, "--set")));
  const std::vector<Scenario> scenarios = load({"base.toml", "taper.toml"}, {contact});
  EXPECT_EQ(setting_of(scenarios[0], "closure.child_in_need.contact_weeks").origin.text(),
            "registry");
  EXPECT_EQ(scenarios[1].from_day_0().closure[2].contact_weeks, 5);
}

TEST(LoadScenarios, keeps_warnings_with_the_scenario) {
  const std::vector<Scenario> scenarios =
      load({"base.toml", "high.toml"}, {}, "",
           {{"high.toml",
             "kind = \"policy\"\nextends = \"base.toml\"\n[threshold]\ngood_review = 5\n"}});
  EXPECT_THAT(scenarios[0].warnings(), IsEmpty());
  EXPECT_THAT(scenarios[1].warnings(), Contains(is(Fault::senseless_together, "high.toml")));
}

TEST(LoadScenarios, keeps_the_evidence_of_a_policy_and_of_those_it_builds_on) {
  const std::string top = "kind = \"policy\"\nextends = ";
  const std::vector<Scenario> scenarios =
      load({"base.toml", "one.toml", "two.toml"}, {}, "",
           {{"one.toml", top + "\"base.toml\"\nevidence = [\"EV70\", \"EV68\"]\n"},
            {"two.toml", top + "\"one.toml\"\nevidence = [\"EV5\", \"EV68\"]\n"}});
  EXPECT_THAT(scenarios[0].evidence(), IsEmpty());
  EXPECT_THAT(scenarios[1].evidence(), ElementsAre(68, 70));
  EXPECT_THAT(scenarios[2].evidence(), ElementsAre(5, 68, 70));
  EXPECT_EQ(scenarios[0].source_text(), scenarios[2].source_text());
}

TEST(LoadPlace, reads_a_place_by_itself) {
  const PlaceFacts facts = load_place(ScenarioTexts(world()), "places/england.toml");
  EXPECT_EQ(facts.name, "england");
  EXPECT_EQ(facts.title, "England");
  EXPECT_THAT(facts.facts, SizeIs(2));
  EXPECT_THAT(facts.observed, SizeIs(1));
  EXPECT_THROW(
      load_place(ScenarioTexts(TextsByPath{{"p.toml", "kind = \"place\"\nx.y = 1\n"}}), "p.toml"),
      ScenarioErrors);
}

TEST(LoadPlace, refuses_fifths_that_are_not_five_or_not_all) {
  for (const char* shares : {"[0.2, 0.2, 0.6]", "[0, 0, 0, 0, 0]", "[0.2, 0.2, 0.2, 0.2, 0.3]"}) {
    const std::string text =
        "kind = \"place\"\ntitle = \"P\"\n[population]\nquintile_shares = { value = " +
        std::string(shares) + ", source = \"x\" }\n";
    EXPECT_THROW(load_place(ScenarioTexts(TextsByPath{{"p.toml", text}}), "p.toml"), ScenarioErrors)
        << shares;
  }
}

TEST(LoadScenarios, makes_the_same_of_files_on_disk_and_built_in) {
  const std::string folder = STEPDOWN_SOURCE_DIR "/";
  const std::vector<std::string> files{"scenarios/base.toml", "scenarios/policies/tapered.toml"};
  const std::vector<Scenario> built_in = load_scenarios(*embedded_source(), {files, "kent", {}});
  const std::vector<Scenario> on_disk =
      load_scenarios(*disk_source(), {{folder + files[0], folder + files[1]}, "kent", {}});
  for (std::size_t i = 0; i < files.size(); ++i) {
    EXPECT_EQ(built_in[i].source_text(), on_disk[i].source_text());
    EXPECT_THAT(built_in[i].source_text(), HasSubstr("population.children"));
  }
}

TEST(KindOfFile, is_what_the_file_states) {
  const ScenarioTexts texts(world());
  EXPECT_EQ(kind_of_file(texts, "base.toml"), ScenarioKind::base);
  EXPECT_EQ(kind_of_file(texts, "places/kent.toml"), ScenarioKind::place);
  EXPECT_EQ(kind_of_file(texts, "none.toml"), std::nullopt);
}

}  // namespace
}  // namespace stepdown
