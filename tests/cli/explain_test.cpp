#include "cli/explain.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "model/parameters/registry.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

ProgramRun explain(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "explain");
  return run_program(STEPDOWN_BINARY, arguments, STEPDOWN_SOURCE_DIR);
}

TEST(Explain, says_all_that_is_known_of_a_setting) {
  const ProgramRun run = explain({"closure.child_in_need.contact_weeks"});
  EXPECT_EQ(run.exit_code, 0);
  const Parameter& contact = *find_parameter("closure.child_in_need.contact_weeks");
  for (const std::string& words :
       {std::string(contact.doc.text()), std::string(contact.source.text()), std::string("weeks"),
        std::string("0.5 to 52"), std::string("lever"),
        std::string("closure.child_in_need.policy = \"tapered\"")}) {
    EXPECT_THAT(run.out, HasSubstr(words));
  }
}

TEST(Explain, finds_a_setting_by_its_last_part_when_there_is_only_one) {
  EXPECT_THAT(explain({"social_worker_cap"}).out, HasSubstr("caseload.social_worker_cap"));
}

TEST(Explain, shows_all_settings_of_a_name_that_several_have) {
  const ProgramRun run = explain({"taper_weeks"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.out, HasSubstr("closure.child_in_need.taper_weeks"));
  EXPECT_THAT(run.out, HasSubstr("closure.targeted_early_help.taper_weeks"));
  EXPECT_EQ(nlohmann::json::parse(explain({"taper_weeks", "--json"}).out).size(), 3U);
}

TEST(Explain, knows_measures_errors_and_words_of_the_glossary) {
  EXPECT_THAT(explain({"rereferral_12m"}).out, HasSubstr("one for each run, over the horizon"));
  EXPECT_THAT(explain({"s014"}).out, HasSubstr("S014: unknown setting"));
  EXPECT_THAT(explain({"return", "of", "need"}).out, HasSubstr("back at level 3 or worse"));
  EXPECT_THAT(explain({"ev43"}).out, HasSubstr("EV43"));
  for (const char* name : {"rereferral_12m", "S014", "re-referral", "EV43", "caseload"}) {
    EXPECT_FALSE(nlohmann::json::parse(explain({name, "--json"}).out).empty()) << name;
  }
}

TEST(Explain, tells_of_everything_that_has_the_name) {
  const std::string care = explain({"care"}).out;
  EXPECT_THAT(care, HasSubstr("care.exit_first_year"));
  EXPECT_THAT(care, HasSubstr("living away from home"));
}

TEST(Explain, meets_a_mistyped_measure_or_word_with_the_similar_one) {
  EXPECT_THAT(explain({"rereferal_12m"}).err, HasSubstr("`stepdown explain rereferral_12m`"));
  EXPECT_THAT(explain({"step-dwon"}).err, HasSubstr("`stepdown explain step-down`"));
  EXPECT_THAT(explain({"S099"}).err, HasSubstr("--errors"));
}

TEST(Explain, prints_whole_pages_for_a_program_too) {
  for (const char* page : {"--outcomes", "--evidence", "--errors"}) {
    EXPECT_GT(nlohmann::json::parse(explain({page, "--json"}).out).size(), 40U) << page;
  }
}

TEST(Explain, lists_every_setting_or_a_group_of_them) {
  const std::string all = explain({}).out;
  for (const Parameter& parameter : parameter_registry()) {
    EXPECT_THAT(all, HasSubstr(std::string(parameter.name)));
  }
  const std::string group = explain({"closure.child_in_need"}).out;
  EXPECT_THAT(group, HasSubstr("closure.child_in_need.policy"));
  EXPECT_THAT(group, Not(HasSubstr("closure.targeted_early_help.policy")));
}

TEST(Explain, meets_an_unknown_name_with_the_similar_one) {
  const ProgramRun run = explain({"workforce.social_worker"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_THAT(run.err, HasSubstr("`workforce.social_worker`"));
  EXPECT_THAT(run.err, HasSubstr("`social_workers` (posts, 0 to 5000)"));
  EXPECT_THAT(explain({"socal_workers"}).err, HasSubstr("`workforce.social_workers`"));
  EXPECT_THAT(explain({"waiting.child_protection"}).err, HasSubstr("never waits"));
}

TEST(Explain, meets_an_unknown_row_of_evidence_with_the_rows_there_are) {
  const ProgramRun run = explain({"EV84"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_THAT(run.err, HasSubstr("`EV84`"));
  EXPECT_THAT(run.err, HasSubstr("EV1 to EV83"));
}

TEST(Explain, prints_the_same_as_json) {
  const nlohmann::json one =
      nlohmann::json::parse(explain({"closure.child_in_need.policy", "--json"}).out);
  ASSERT_EQ(one.size(), 1U);
  EXPECT_EQ(one[0]["initial"], "abrupt");
  EXPECT_EQ(one[0]["choices"].size(), 5U);
  EXPECT_EQ(one[0]["role"], "lever");
  const nlohmann::json all = nlohmann::json::parse(explain({"--json"}).out);
  EXPECT_EQ(all.size(), parameter_registry().size());
}

}  // namespace
}  // namespace stepdown
