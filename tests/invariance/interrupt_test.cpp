#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
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

namespace stepdown {
namespace {

using ::testing::HasSubstr;

constexpr int more_runs_than_wanted = 1'000'000;

// The program under way, with its stderr in a file.
class Started {
 public:
  Started(const std::vector<std::string>& arguments, const std::string& stderr_file)
      : stderr_file_(stderr_file) {
    std::vector<char*> argv{const_cast<char*>(STEPDOWN_BINARY)};
    for (const std::string& argument : arguments) {
      argv.push_back(const_cast<char*>(argument.c_str()));
    }
    argv.push_back(nullptr);
    child_ = fork();
    if (child_ == 0) {
      const int err = open(stderr_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
      const int out = open("/dev/null", O_WRONLY);
      if (chdir(STEPDOWN_SOURCE_DIR) == 0 && dup2(err, STDERR_FILENO) >= 0 &&
          dup2(out, STDOUT_FILENO) >= 0) {
        execv(STEPDOWN_BINARY, argv.data());
      }
      _exit(127);
    }
  }
  ~Started() {
    if (child_ > 0) {
      kill(child_, SIGKILL);
      waitpid(child_, nullptr, 0);
    }
  }
  Started(const Started&) = delete;
  Started& operator=(const Started&) = delete;

  std::string told() const {
    std::ifstream file(stderr_file_);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  // Waits until so many lines of progress are told.
  bool tells(int lines) const {
    for (int tenths = 0; tenths < 600; ++tenths) {
      const std::string text = told();
      if (std::ranges::count(text, '\n') >= lines) {
        return true;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
  }

  void interrupt() const { kill(child_, SIGINT); }

  int exit_code() {
    int status = 0;
    waitpid(child_, &status, 0);
    child_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

 private:
  std::string stderr_file_;
  pid_t child_ = -1;
};

std::vector<std::string> compare_into(const std::string& out, int runs) {
  return in_milliseconds({"compare", base_file, tapered_file, "--progress", "json", "--out", out},
                         runs);
}

TEST(CtrlC, once_saves_the_first_runs_of_a_full_experiment) {
  const TemporaryFolder folder;
  const std::string stopped = folder.path() + "/stopped";
  // A hundredth is told at a time: 3,000 runs give a line for each 30.
  Started program(compare_into(stopped, 3000), folder.path() + "/err");
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

TEST(CtrlC, twice_ends_at_once_and_leaves_nothing) {
  const TemporaryFolder folder;
  const std::string out = folder.path() + "/out";
  // The full population and a long past: the runs in hand would take a while to finish.
  Started program(
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
  EXPECT_TRUE(std::filesystem::is_empty(out));
}

}  // namespace
}  // namespace stepdown
