#include "cli/terminal.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

const std::vector<std::string> small_run = {
    "run",         STEPDOWN_SOURCE_DIR "/scenarios/laboratory/mmc.toml",
    "--runs",      "40",
    "--set",       "laboratory.places=5",
    "--set",       "laboratory.arrival_rate=4",
    "--set",       "horizon.years=2",
    "--print-only"};

std::vector<std::string> with(std::vector<std::string> words, const std::string& option,
                              const std::string& value) {
  words.push_back(option);
  words.push_back(value);
  return words;
}

TEST(Terminal, has_one_line_that_lives_and_goes_away) {
  const ProgramRun run = run_on_terminal(STEPDOWN_BINARY, small_run, "/tmp");
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.err, HasSubstr("\r\x1b[K"));
  EXPECT_THAT(run.err, HasSubstr("40/40 runs, 0 s left"));
  EXPECT_THAT(run.err, Not(HasSubstr("\n")));
  EXPECT_THAT(run.err, EndsWith("\r\x1b[K"));
}

TEST(Terminal, is_not_written_beyond_its_edge) {
  const ProgramRun run = run_on_terminal(STEPDOWN_BINARY, small_run, "/tmp", 12);
  EXPECT_THAT(run.err, HasSubstr("40/40 runs,"));
  EXPECT_THAT(run.err, Not(HasSubstr("40/40 runs, 0")));
}

TEST(Terminal, has_errors_in_colour_unless_that_is_not_wanted) {
  const auto told = [](const std::vector<std::string>& words) {
    return run_on_terminal(STEPDOWN_BINARY, words, "/tmp").err;
  };
  EXPECT_THAT(told({"validate", "none.toml"}), HasSubstr("\x1b[1;31merror[S001]\x1b[0m"));
  EXPECT_THAT(told({"rnu"}), HasSubstr("\x1b[1;31merror[C001]\x1b[0m"));
  EXPECT_THAT(told({"validate", "none.toml", "--color", "never"}), Not(HasSubstr("\x1b")));
  EXPECT_THAT(told({"rnu", "--color=never"}), Not(HasSubstr("\x1b")));
  ASSERT_EQ(setenv("NO_COLOR", "1", 1), 0);
  EXPECT_THAT(told({"validate", "none.toml"}), Not(HasSubstr("\x1b")));
  ASSERT_EQ(unsetenv("NO_COLOR"), 0);
}

TEST(Pipe, gets_no_escape_codes_and_a_line_for_each_tenth) {
  const ProgramRun run = run_program(STEPDOWN_BINARY, small_run, "/tmp");
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(std::ranges::count(run.err, '\n'), 10);
  EXPECT_THAT(run.out + run.err, Not(HasSubstr("\x1b")));
  EXPECT_THAT(run.out + run.err, Not(HasSubstr("\r")));
}

TEST(Pipe, gets_json_when_asked) {
  const ProgramRun run =
      run_program(STEPDOWN_BINARY, with(small_run, "--progress", "json"), "/tmp");
  EXPECT_EQ(std::ranges::count(run.err, '\n'), 40);
  EXPECT_THAT(run.err, HasSubstr("{\"done\":40,\"total\":40,\"seconds_left\":0.0"));
}

}  // namespace
}  // namespace stepdown
