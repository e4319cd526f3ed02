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
  EXPECT_EQ(explain({"taper_weeks"}).exit_code, 2);
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
