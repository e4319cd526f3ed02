
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "analysis/outcome_file.h"
#include "tests/fixtures/milliseconds_runs.h"
#include "tests/fixtures/program.h"
#include "tests/fixtures/started_program.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

constexpr int more_runs_than_wanted = 1'000'000;

std::vector<std::string> compare_into(const std::string& out, int runs) {
  return in_milliseconds({"compare", base_file, tapered_file, "--progress", "json", "--out", out},
                         runs);
}

// Stops an experiment of 600 runs by a signal, and looks at what there is then and after the same
// command was given again.
void stop_and_go_on(int signal) {
  const TemporaryFolder folder;
  const std::string stopped = folder.path() + "/stopped";
  {
    StartedProgram program(compare_into(stopped, 600), folder.path() + "/err");
    ASSERT_TRUE(program.tells(2)) << program.told();
    program.signal(signal);
    EXPECT_EQ(program.exit_code(), 130) << program.told();
    EXPECT_THAT(program.told(),
                AllOf(HasSubstr(" of 600 runs are complete and saved in " + stopped),
                      HasSubstr("this goes on from there: stepdown compare " + base_file),
                      HasSubstr("--out " + stopped)));
  }
  const std::size_t saved = OutcomeFile(stopped + "/results.h5").runs();
  ASSERT_GT(saved, 0U);
  ASSERT_LT(saved, 600U);

  const ProgramRun again = run_stepdown(compare_into(stopped, 600));
  ASSERT_EQ(again.exit_code, 0) << again.err;
  EXPECT_THAT(again.err, HasSubstr("{\"saved_before\":" + std::to_string(saved)));
  EXPECT_THAT(names_in(stopped), UnorderedElementsAre("report.html", "results.h5", "summary.csv"));

  const std::string full = folder.path() + "/full";
  ASSERT_EQ(run_stepdown(compare_into(full, 600)).exit_code, 0);
  EXPECT_TRUE(bytes_of(stopped + "/results.h5") == bytes_of(full + "/results.h5"));
  EXPECT_EQ(bytes_of(stopped + "/summary.csv"), bytes_of(full + "/summary.csv"));
}

TEST(CtrlC, saves_what_is_finished_and_the_same_command_goes_on) { stop_and_go_on(SIGINT); }

TEST(Termination, saves_what_is_finished_and_the_same_command_goes_on) { stop_and_go_on(SIGTERM); }

TEST(CtrlC, once_saves_the_first_runs_of_a_full_experiment) {
  const TemporaryFolder folder;
  const std::string stopped = folder.path() + "/stopped";
  // A hundredth is told at a time: 3,000 runs give a line for each 30.
  StartedProgram program(compare_into(stopped, 3000), folder.path() + "/err");
  ASSERT_TRUE(program.tells(2)) << program.told();
  program.interrupt();
  EXPECT_EQ(program.exit_code(), 130) << program.told();
  EXPECT_THAT(program.told(), HasSubstr(" of 3000 runs are complete and saved in "));

  const OutcomeFile saved(stopped + "/results.h5");
  ASSERT_GE(saved.runs(), 60U);
  ASSERT_LT(saved.runs(), 3000U);
  EXPECT_TRUE(std::filesystem::exists(stopped + "/summary.csv"));

  const std::string full = folder.path() + "/full";
  const ProgramRun again = run_stepdown(compare_into(full, static_cast<int>(saved.runs())));
  ASSERT_EQ(again.exit_code, 0) << again.err;
  const OutcomeFile whole(full + "/results.h5");
  for (const char* measure : {"referrals", "child_years_level_3_to_5", "cost_total"}) {
    EXPECT_EQ(saved.values(measure), whole.values(measure)) << measure;
  }
}

TEST(CtrlC, twice_ends_at_once_and_leaves_nothing_where_no_run_is_finished) {
  const TemporaryFolder folder;
  const std::string out = folder.path() + "/out";
  // The full population and a long past: the runs in hand would take a while to finish.
  StartedProgram program(
      {"compare", base_file, tapered_file, "--set", "horizon.warm_up_years=50", "--set",
       "horizon.years=100", "--runs", std::to_string(more_runs_than_wanted), "--out", out},
      folder.path() + "/err");
  while (!std::filesystem::exists(out) || std::filesystem::is_empty(out)) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  program.interrupt();
  ASSERT_TRUE(program.tells(2)) << program.told();
  const auto start = std::chrono::steady_clock::now();
  program.interrupt();
  EXPECT_EQ(program.exit_code(), 130) << program.told();
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
  EXPECT_FALSE(std::filesystem::exists(out));
}

TEST(CtrlC, leaves_the_whole_results_of_other_inputs_as_they_are) {
  const TemporaryFolder folder;
  const std::string out = folder.path() + "/out";
  ASSERT_EQ(run_stepdown(compare_into(out, 5)).exit_code, 0);
  const std::string before = bytes_of(out + "/results.h5");
  std::vector<std::string> other = compare_into(out, 3000);
  other.insert(other.end(), {"--seed", "2"});
  StartedProgram program(other, folder.path() + "/err");
  ASSERT_TRUE(program.tells(1)) << program.told();
  program.interrupt();
  EXPECT_EQ(program.exit_code(), 130) << program.told();
  EXPECT_TRUE(bytes_of(out + "/results.h5") == before);
}

TEST(CtrlC, of_a_demonstration_promises_nothing_that_is_not_kept) {
  const TemporaryFolder folder;
  StartedProgram program({"demo", "--runs", "1000", "--progress", "json"}, folder.path() + "/err");
  ASSERT_TRUE(program.tells(1)) << program.told();
  program.interrupt();
  EXPECT_EQ(program.exit_code(), 130) << program.told();
  EXPECT_THAT(program.told(), AllOf(HasSubstr(" runs are complete\n"), Not(HasSubstr("saved"))));
}

}  // namespace
}  // namespace stepdown
