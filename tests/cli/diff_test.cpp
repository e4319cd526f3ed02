#include "cli/diff.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Diff : public ::testing::Test {
 protected:
  Diff() {
    folder_.write("base.toml", "kind = \"base\"\n[caseload]\nsocial_worker_cap = 20\n");
    folder_.write("cap.toml",
                  "kind = \"policy\"\nextends = \"base.toml\"\n[caseload]\nsocial_worker_cap = 15\n"
                  "key_worker_cap = 15\n");
    folder_.write("same.toml",
                  "kind = \"policy\"\nextends = \"base.toml\"\ntitle = \"Nothing new\"\n");
    folder_.write("other/base.toml", "kind = \"base\"\n[need]\neasing = 1.5\n");
  }

  ProgramRun diff(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "diff");
    return run_program(STEPDOWN_BINARY, arguments, folder_.path());
  }

  TemporaryFolder folder_;
};

TEST_F(Diff, prints_what_differs_and_who_set_it_and_nothing_else) {
  const ProgramRun run = diff({"base.toml", "cap.toml"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.out,
            "caseload.social_worker_cap\n"
            "  base  20  (base.toml:3)\n"
            "  cap   15  (cap.toml:4)\n");
}

TEST_F(Diff, of_equal_scenarios_says_that_they_are_the_same) {
  EXPECT_EQ(diff({"base.toml", "same.toml"}).out, "These two scenarios are the same.\n");
}

TEST_F(Diff, compares_two_files_of_one_name_by_their_paths) {
  const ProgramRun run = diff({"base.toml", "other/base.toml"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("other/base.toml  1.5  (other/base.toml:3)"));
}

TEST_F(Diff, shows_a_world_that_differed_before_day_0) {
  const ProgramRun run =
      diff({"base.toml", "other/base.toml", "--set", "caseload.social_worker_cap=12"});
  EXPECT_THAT(run.out, HasSubstr("\nBefore day 0\ncaseload.social_worker_cap\n"));
}

TEST_F(Diff, takes_settings_of_the_command_line_for_both) {
  const ProgramRun run = diff({"base.toml", "cap.toml", "--set", "caseload.social_worker_cap=12"});
  EXPECT_EQ(run.out, "These two scenarios are the same.\n");
}

TEST_F(Diff, takes_a_setting_that_one_of_the_two_has_a_use_for) {
  folder_.write("tapered.toml",
                "kind = \"policy\"\nextends = \"base.toml\"\n[closure.child_in_need]\n"
                "policy = \"tapered\"\n");
  const std::string contact = "closure.child_in_need.contact_weeks=2";
  const ProgramRun run = diff({"base.toml", "tapered.toml", "--set", contact});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(diff({"base.toml", "same.toml", "--set", contact}).exit_code, 2);
}

TEST_F(Diff, prints_the_same_as_json) {
  const nlohmann::json result =
      nlohmann::json::parse(diff({"base.toml", "cap.toml", "--json"}).out);
  EXPECT_EQ(result["same"], false);
  ASSERT_EQ(result["differences"].size(), 1U);
  EXPECT_EQ(result["differences"][0]["b"]["value"], 15);
  EXPECT_EQ(result["differences"][0]["b"]["origin"], "cap.toml:4");
}

TEST_F(Diff, needs_two_files) {
  EXPECT_EQ(diff({"base.toml"}).exit_code, 2);
  EXPECT_EQ(diff({"base.toml", "cap.toml", "same.toml"}).exit_code, 2);
}

TEST_F(Diff, finds_the_problems_of_both) {
  const ProgramRun run = diff({"nine.toml", "ten.toml"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("`nine.toml`"));
  EXPECT_THAT(run.err, HasSubstr("`ten.toml`"));
}

}  // namespace
}  // namespace stepdown
