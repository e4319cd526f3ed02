#include "cli/command_line.h"

#include <gmock/gmock.h>

#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

ProgramRun stepdown(const std::vector<std::string>& arguments) {
  return run_program(STEPDOWN_BINARY, arguments, STEPDOWN_SOURCE_DIR);
}

/// Exit code 2, nothing on stdout, and `words` in what is said.
void expect_usage_error(const std::vector<std::string>& arguments, const std::string& words) {
  const ProgramRun run = stepdown(arguments);
  EXPECT_EQ(run.exit_code, static_cast<int>(ExitCode::usage)) << run.err;
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_THAT(run.err, AllOf(StartsWith("error"), HasSubstr(words)));
}

TEST(CommandLine, without_arguments_says_in_six_lines_what_it_is_and_what_to_type) {
  const ProgramRun run = stepdown({});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(std::ranges::count(run.out, '\n'), 6);
  EXPECT_THAT(run.out, HasSubstr("stepdown demo"));
  EXPECT_THAT(run.err, IsEmpty());
}

TEST(CommandLine, says_its_version_and_what_it_must_not_be_used_for) {
  const ProgramRun run = stepdown({"--version"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.out, StartsWith("stepdown "));
  EXPECT_THAT(run.out, HasSubstr("The families here are invented."));
  EXPECT_THAT(run.out, HasSubstr("nor more a failure."));
}

TEST(CommandLine, lists_verbs_and_exit_codes_on_help) {
  const ProgramRun run = stepdown({"--help"});
  EXPECT_EQ(run.exit_code, 0);
  for (const char* verb :
       {"demo", "validate", "explain", "diff", "run", "compare", "trace", "130", "70"}) {
    EXPECT_THAT(run.out, HasSubstr(verb));
  }
  EXPECT_THAT(stepdown({"validate", "--help"}).out, HasSubstr("--place"));
}

TEST(CommandLine, suggests_the_verb_that_was_meant) {
  expect_usage_error({"rnu"}, "did you mean `stepdown run`?");
  expect_usage_error({"weather"}, "`validate`");
}

TEST(CommandLine, suggests_the_option_that_was_meant) {
  expect_usage_error({"validate", "scenarios/base.toml", "--plaec", "kent"},
                     "did you mean `--place`?");
  expect_usage_error({"--verson"}, "did you mean `--version`?");
}

TEST(CommandLine, refuses_numbers_that_cannot_be) {
  expect_usage_error({"run", "scenarios/base.toml", "--runs", "0"}, "--runs");
  expect_usage_error({"run", "scenarios/base.toml", "--runs", "-3"}, "--runs");
  expect_usage_error({"run", "scenarios/base.toml", "--runs", "1.5"}, "--runs");
  expect_usage_error({"run", "scenarios/base.toml", "--runs", "many"}, "--runs");
  expect_usage_error({"compare", "scenarios/base.toml", "--threads", "-1"}, "--threads");
  expect_usage_error({"compare", "scenarios/base.toml", "--threads=0"}, "--threads");
}

TEST(CommandLine, refuses_a_verb_without_what_it_needs) {
  expect_usage_error({"validate"}, "stepdown validate --help");
  expect_usage_error({"validate", "scenarios/base.toml", "--place"}, "--place");
}

TEST(CommandLine, sends_no_escape_codes_where_there_is_no_terminal) {
  const ProgramRun run = stepdown({"validate", "none.toml"});
  EXPECT_THAT(run.err, Not(HasSubstr("\x1b")));
  EXPECT_THAT(stepdown({"validate", "none.toml", "--color", "always"}).err, HasSubstr("\x1b["));
  expect_usage_error({"validate", "none.toml", "--color", "green"}, "--color");
}

TEST(CommandLine, notices_that_its_output_cannot_be_written) {
  const TemporaryFolder folder;
  folder.write("full.sh", "exec \"$1\" explain > /dev/full\n");
  const ProgramRun run =
      run_program("/bin/sh", {folder.path() + "/full.sh", STEPDOWN_BINARY}, folder.path());
  EXPECT_EQ(run.exit_code, static_cast<int>(ExitCode::data));
}

}  // namespace
}  // namespace stepdown
