#include "scenarios/setting_check.h"

#include <gmock/gmock.h>

#include "model/parameters/registry.h"
#include "scenarios/parameter_words.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Checked {
  GivenSettings settings;
  std::vector<ObservedFigure> observed;
  std::vector<Problem> problems;
};

Checked check(const std::string& text) {
  Checked made;
  const auto file = read_scenario_file("a.toml", text, made.problems);
  EXPECT_TRUE(file) << text;
  made.settings = checked_settings(*file, made.problems);
  made.observed = checked_observed(*file, made.problems);
  return made;
}

Problem problem_of(const std::string& text) {
  const Checked made = check(text);
  EXPECT_THAT(made.problems, SizeIs(1)) << text;
  return made.problems.empty() ? Problem() : made.problems.front();
}

std::string file_with(ScenarioKind kind, const Parameter& parameter) {
  std::string value = written(parameter, parameter.initial);
  if (kind == ScenarioKind::place) {
    value = "{ value = " + value + ", source = \"a count\" }";
  }
  return "kind = \"" + std::string(name_of(kind)) + "\"\n[" +
         std::string(table_of(parameter.name)) + "]\n" + std::string(key_of(parameter.name)) +
         " = " + value + "\n";
}

bool accepts(ScenarioKind kind, const Parameter& parameter) {
  const Checked made = check(file_with(kind, parameter));
  if (made.problems.empty()) {
    return true;
  }
  EXPECT_THAT(made.problems, ElementsAre(Field(&Problem::fault, Fault::wrong_role)));
  return false;
}

TEST(Roles, let_each_kind_of_file_change_its_own_kind_of_parameter) {
  for (const Parameter& parameter : parameter_registry()) {
    const bool textbook = table_of(parameter.name) == "laboratory";
    EXPECT_EQ(accepts(ScenarioKind::base, parameter), parameter.role != Role::fact);
    EXPECT_EQ(accepts(ScenarioKind::place, parameter), parameter.role == Role::fact && !textbook);
    EXPECT_EQ(accepts(ScenarioKind::policy, parameter), parameter.role == Role::lever);
    EXPECT_TRUE(accepts(ScenarioKind::laboratory, parameter)) << parameter.name;
    EXPECT_EQ(accepts(ScenarioKind::member, parameter),
              parameter.role == Role::uncertainty && !textbook)
        << parameter.name;
    EXPECT_EQ(accepts(ScenarioKind::fit, parameter),
              (parameter.role == Role::uncertainty || parameter.role == Role::lever) && !textbook)
        << parameter.name;
  }
}

TEST(Roles, say_where_a_setting_belongs) {
  EXPECT_THAT(problem_of(file_with(ScenarioKind::place,
                                   *find_parameter("workforce.additional_social_workers")))
                  .suggestion,
              HasSubstr("a lever belongs in a policy file"));
  EXPECT_THAT(problem_of(file_with(ScenarioKind::policy, *find_parameter("population.children")))
                  .suggestion,
              HasSubstr("a fact belongs in a place file"));
}

TEST(Settings, know_their_value_source_and_line) {
  const Checked made =
      check("kind = \"place\"\n[population]\nchildren = { value = 7000, source = \"ONS 2023\" }\n");
  EXPECT_THAT(made.problems, IsEmpty());
  ASSERT_THAT(made.settings.sound, SizeIs(1));
  const Setting& setting = made.settings.sound[0].setting;
  EXPECT_EQ(setting.parameter->name, "population.children");
  EXPECT_EQ(setting.value, Value(7000.0));
  EXPECT_EQ(setting.source, "ONS 2023");
  EXPECT_EQ(setting.origin.text(), "a.toml:3");
}

TEST(Settings, of_a_place_need_a_source) {
  const Problem plain = problem_of("kind = \"place\"\n[population]\nchildren = 7000\n");
  EXPECT_EQ(plain.fault, Fault::source_missing);
  EXPECT_THAT(plain.suggestion, HasSubstr("source ="));
  EXPECT_EQ(
      problem_of("kind = \"place\"\n[population]\nchildren = { value = 1e4, source = \" \" }\n")
          .fault,
      Fault::source_missing);
}

TEST(Settings, that_do_not_exist_are_met_with_the_similar_one_its_unit_and_bounds) {
  const Problem problem = problem_of("kind = \"base\"\n[workforce]\nsocial_worker = 40\n");
  EXPECT_EQ(problem.fault, Fault::unknown_setting);
  EXPECT_EQ(problem.message, "unknown setting `social_worker` in [workforce]");
  EXPECT_EQ(problem.suggestion,
            "a setting with a similar name exists: `social_workers` (posts, 0 to 5000)");
  EXPECT_EQ(problem.line, 3);
  EXPECT_EQ(problem.caret_length, 13);
}

TEST(Settings, that_do_not_exist_are_found_in_another_table) {
  EXPECT_THAT(problem_of("kind = \"policy\"\n[staff]\nsocial_worker_cap = 15\n").suggestion,
              HasSubstr("`caseload.social_worker_cap`"));
  EXPECT_THAT(problem_of("kind = \"policy\"\n[caseload]\nzebra = 15\n").suggestion,
              HasSubstr("in [caseload] there are"));
  EXPECT_THAT(problem_of("kind = \"policy\"\n[wrld]\nzebra = 15\n").suggestion,
              HasSubstr("stepdown explain"));
}

TEST(Settings, that_are_tables_where_a_value_is_needed_are_refused) {
  EXPECT_EQ(problem_of("kind = \"policy\"\n[caseload.social_worker_cap]\nx = 1\n").fault,
            Fault::wrong_type);
  EXPECT_EQ(problem_of("kind = \"policy\"\n[caselod]\n").fault, Fault::unknown_setting);
  EXPECT_EQ(problem_of("kind = \"policy\"\n[[change]]\nfrom = 2027-04-01\n").fault,
            Fault::unknown_setting);
}

TEST(Settings, that_are_values_where_a_table_is_needed_are_told_what_is_in_it) {
  const Problem problem = problem_of("kind = \"policy\"\n[shock]\npublicity = 1.15\n");
  EXPECT_EQ(problem.fault, Fault::unknown_setting);
  EXPECT_THAT(problem.suggestion, HasSubstr("write [shock.publicity] and under it `size`"));
  EXPECT_THAT(problem_of("kind = \"policy\"\n[closure]\nchild_in_need = \"tapered\"\n").suggestion,
              HasSubstr("write [closure.child_in_need] and under it `policy`"));
}

TEST(Settings, of_a_policy_decide_and_do_not_say_how_well_it_works) {
  const std::string policy = "kind = \"policy\"\n";
  EXPECT_EQ(problem_of(policy + "[working]\npeer_support_effect = 0.4\n").fault, Fault::wrong_role);
  EXPECT_EQ(problem_of(policy + "[family_help]\nconsent = 1.3\n").fault, Fault::wrong_role);
  EXPECT_EQ(problem_of(policy + "[cost]\ncampaign = 0\n").fault, Fault::wrong_role);
}

TEST(Settings, that_a_place_merely_has_are_no_decisions) {
  const std::string policy = "kind = \"policy\"\n";
  EXPECT_THAT(problem_of(policy + "[workforce]\nturnover = 0.1\n").suggestion,
              HasSubstr("a fact belongs in a place file"));
  EXPECT_EQ(
      problem_of("kind = \"place\"\n[shock.publicity]\nsize = { value = 1.1, source = \"x\" }\n")
          .fault,
      Fault::wrong_role);
}

TEST(Settings, that_count_people_or_months_are_checked_by_type) {
  const auto fault = [](const std::string& text) {
    return problem_of("kind = \"policy\"\n" + text + "\n").fault;
  };
  EXPECT_EQ(fault("[workforce]\nvolunteers = 2.5"), Fault::not_whole);
  EXPECT_EQ(fault("[workforce]\npartner_leads = -1"), Fault::out_of_bounds);
  EXPECT_EQ(fault("[policy]\nfrom_month = 2027-04-01"), Fault::wrong_type);
  EXPECT_EQ(fault("[waiting]\ndiscipline = \"worst_first\""), Fault::unknown_choice);
  EXPECT_EQ(fault("[family_help]\nmodel = true"), Fault::wrong_type);
}

TEST(Settings, that_no_service_can_have_are_refused_with_the_reason) {
  const Problem problem = problem_of("kind = \"policy\"\n[waiting]\nchild_protection = true\n");
  EXPECT_EQ(problem.fault, Fault::refused_by_the_service);
  EXPECT_THAT(problem.suggestion, HasSubstr("a child protection plan never waits"));
}

TEST(Settings, that_are_not_sound_are_remembered_by_name) {
  const Checked made = check("kind = \"policy\"\n[caseload]\nsocial_worker_cap = 1000\n");
  EXPECT_THAT(made.settings.sound, IsEmpty());
  EXPECT_THAT(made.settings.unsound, ElementsAre("caseload.social_worker_cap"));
}

TEST(Observed, figures_keep_value_source_and_year_under_any_name) {
  const Checked made = check(
      "kind = \"place\"\n[observed]\nreferrals = { value = 12.5, source = \"b1\", year = 2024 "
      "}\n");
  EXPECT_THAT(made.problems, IsEmpty());
  ASSERT_THAT(made.observed, SizeIs(1));
  EXPECT_EQ(made.observed[0].name, "referrals");
  EXPECT_EQ(made.observed[0].value, 12.5);
  EXPECT_EQ(made.observed[0].source, "b1");
  EXPECT_EQ(made.observed[0].year, "2024");
}

TEST(Observed, figures_are_numbers_with_a_source_in_a_place_file) {
  const auto fault = [](const std::string& line, const std::string& kind = "place") {
    return problem_of("kind = \"" + kind + "\"\n[observed]\n" + line + "\n").fault;
  };
  EXPECT_EQ(fault("referrals = { value = \"x\", source = \"b1\" }"), Fault::observed_figure);
  EXPECT_EQ(fault("referrals = { value = nan, source = \"b1\" }"), Fault::observed_figure);
  EXPECT_EQ(fault("referrals = { source = \"b1\" }"), Fault::observed_figure);
  EXPECT_EQ(fault("Open-Cases = { value = 1, source = \"b1\" }"), Fault::observed_figure);
  EXPECT_EQ(fault("referrals = 3"), Fault::source_missing);
  EXPECT_EQ(fault("referrals = { value = 1, source = \"b1\" }", "base"), Fault::observed_figure);
}

TEST(Observed, figures_are_of_measures_that_there_are) {
  const Problem misspelt =
      problem_of("kind = \"place\"\n[observed]\nrereferal_12m = { value = 22, source = \"c1\" }\n");
  EXPECT_EQ(misspelt.fault, Fault::observed_figure);
  EXPECT_THAT(misspelt.suggestion, testing::HasSubstr("`rereferral_12m`"));
}

TEST(Observed, shares_lie_between_0_and_100_and_ratios_may_be_more) {
  const auto figure = [](const std::string& value, const std::string& name = "rereferral_12m") {
    return "kind = \"place\"\n[observed]\n" + name + " = { value = " + value +
           ", source = \"c1\" }\n";
  };
  EXPECT_THAT(check(figure("22.4")).problems, IsEmpty());
  EXPECT_EQ(problem_of(figure("224")).fault, Fault::observed_figure);
  EXPECT_EQ(problem_of(figure("-1")).fault, Fault::observed_figure);
  EXPECT_THAT(check(figure("104", "plans_per_100_conferences")).problems, IsEmpty());
}

TEST(CommandLine, sets_any_role) {
  std::vector<Problem> problems;
  const GivenSettings given = checked_command_line(
      {"population.children=3000", "caseload.social_worker_cap = 15", "need.easing=1",
       "horizon.years=5", "closure.child_in_need.policy=tapered",
       "closure.child_in_need.taper_weeks=[4, 4]"},
      problems);
  EXPECT_THAT(problems, IsEmpty());
  ASSERT_THAT(given.sound, SizeIs(6));
  EXPECT_EQ(given.sound[0].setting.origin.text(), "--set");
  EXPECT_EQ(given.sound[1].setting.value, Value(15.0));
  EXPECT_EQ(given.sound[4].setting.value, Value(Choice{3}));
}

TEST(CommandLine, is_checked_as_files_are) {
  std::vector<Problem> problems;
  const GivenSettings given = checked_command_line(
      {"population.children", "=3", "population.children=", "population.childrn=1",
       "population.children=nan", "population.children=1", "horizon.years=2.5",
       "waiting.child_protection=1"},
      problems);
  EXPECT_THAT(given.sound, IsEmpty());
  EXPECT_THAT(problems, ElementsAre(Field(&Problem::fault, Fault::malformed_set),
                                    Field(&Problem::fault, Fault::malformed_set),
                                    Field(&Problem::fault, Fault::malformed_set),
                                    Field(&Problem::fault, Fault::unknown_setting),
                                    Field(&Problem::fault, Fault::not_a_number),
                                    Field(&Problem::fault, Fault::out_of_bounds),
                                    Field(&Problem::fault, Fault::not_whole),
                                    Field(&Problem::fault, Fault::refused_by_the_service)));
  EXPECT_EQ(problems[5].file, "--set");
  EXPECT_EQ(problems[5].column, 21);
  EXPECT_EQ(problems[5].caret_length, 1);
}

TEST(CommandLine, sets_nothing_twice) {
  std::vector<Problem> problems;
  checked_command_line({"need.easing=1", "horizon.years=5", "need.easing = 2"}, problems);
  ASSERT_THAT(problems, ElementsAre(Field(&Problem::fault, Fault::duplicate)));
  EXPECT_EQ(problems[0].message, "`need.easing` is set twice");
  EXPECT_EQ(problems[0].line_text, "need.easing = 2");
}

}  // namespace
}  // namespace stepdown
