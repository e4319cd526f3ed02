#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "tests/faults/fault_tried.h"
#include "tests/fixtures/milliseconds_runs.h"
#include "tests/fixtures/program.h"
#include "tests/fixtures/started_program.h"

namespace stepdown {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

std::vector<std::string> comparison(const std::string& out, int runs) {
  return in_milliseconds({"compare", base_file, tapered_file, sustained_file, "--out", out}, runs);
}

std::vector<std::string> ensemble(const std::string& worlds, const std::string& out) {
  return in_milliseconds({"compare", base_file, tapered_file, "--ensemble", worlds, "--out", out},
                         60);
}

bool has_saved_runs(const std::string& folder) {
  return std::filesystem::exists(folder) &&
         std::ranges::any_of(names_in(folder), [](const std::string& name) {
           return name.starts_with("unfinished-") && name.ends_with(".runs");
         });
}

// Kills the command again and again after a while of its own, then lets it end.
ProgramRun killed_again_and_again(const std::vector<std::string>& command, const std::string& out,
                                  const std::string& err_file, unsigned int seed) {
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> milliseconds(5, 300);
  int times_with_saved_runs = 0;
  for (int times = 0; times < 8; ++times) {
    StartedProgram program(command, err_file);
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds(random)));
    program.signal(SIGKILL);
    // One that was quicker than its killer is as good.
    EXPECT_THAT(program.exit_code(), AnyOf(0, 128 + SIGKILL)) << program.told();
    times_with_saved_runs += has_saved_runs(out) ? 1 : 0;
  }
  EXPECT_GT(times_with_saved_runs, 0) << "nothing was interrupted";
  return run_stepdown(command);
}

TEST(AKilledComparison, goes_on_and_ends_in_the_same_bytes) {
  fault_tried("`kill -9` again and again before it ends", "compare", 24,
              "goes on and ends in the same bytes");
  const TemporaryFolder folder;
  const std::string killed = folder.path() + "/killed";
  const std::string whole = folder.path() + "/whole";
  for (unsigned int seed = 1; seed <= 3; ++seed) {
    std::filesystem::remove_all(killed);
    const ProgramRun last =
        killed_again_and_again(comparison(killed, 500), killed, folder.path() + "/err", seed);
    ASSERT_EQ(last.exit_code, 0) << last.err;
    if (seed == 1) {
      ASSERT_EQ(run_stepdown(comparison(whole, 500)).exit_code, 0);
    }
    EXPECT_TRUE(bytes_of(killed + "/results.h5") == bytes_of(whole + "/results.h5")) << seed;
    EXPECT_TRUE(bytes_of(killed + "/summary.csv") == bytes_of(whole + "/summary.csv")) << seed;
    EXPECT_THAT(names_in(killed), UnorderedElementsAre("report.html", "results.h5", "summary.csv"))
        << seed;
  }
}

TEST(AKilledComparison, of_an_ensemble_goes_on_and_ends_in_the_same_bytes) {
  fault_tried("`kill -9` again and again before it ends", "compare --ensemble", 8,
              "goes on and ends in the same bytes");
  const TemporaryFolder folder;
  for (const char* easing : {"1.2", "1.8", "2.4"}) {
    folder.write(std::string("worlds/easing_") + easing + ".toml",
                 std::string("kind = \"member\"\n[need]\neasing = ") + easing + "\n");
  }
  const std::string worlds = folder.path() + "/worlds";
  const std::string killed = folder.path() + "/killed";
  const std::string whole = folder.path() + "/whole";
  const ProgramRun last =
      killed_again_and_again(ensemble(worlds, killed), killed, folder.path() + "/err", 4);
  ASSERT_EQ(last.exit_code, 0) << last.err;
  ASSERT_EQ(run_stepdown(ensemble(worlds, whole)).exit_code, 0);
  EXPECT_TRUE(bytes_of(killed + "/results.h5") == bytes_of(whole + "/results.h5"));
  EXPECT_TRUE(bytes_of(killed + "/ensemble.csv") == bytes_of(whole + "/ensemble.csv"));
}

// All runs are saved by then; only the file of results is half made.
TEST(AKilledComparison, that_was_writing_its_results_writes_them_again) {
  fault_tried("`kill -9` while results are written", "compare", 1,
              "no results under their name, then the same bytes");
  const TemporaryFolder folder;
  const std::string killed = folder.path() + "/killed";
  const std::string whole = folder.path() + "/whole";
  const auto is_writing = [&] {
    for (const std::string& name : names_in(killed)) {
      if (name.starts_with("results.h5.part-")) {
        return true;
      }
    }
    return false;
  };
  {
    StartedProgram program(comparison(killed, 400), folder.path() + "/err");
    while (!std::filesystem::exists(killed) || !is_writing()) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    program.signal(SIGKILL);
    EXPECT_EQ(program.exit_code(), 128 + SIGKILL);
  }
  EXPECT_FALSE(std::filesystem::exists(killed + "/results.h5"));
  const ProgramRun again = run_stepdown(comparison(killed, 400));
  ASSERT_EQ(again.exit_code, 0) << again.err;
  EXPECT_THAT(again.err, StartsWith("going on from 400 saved runs of 400\n"));
  ASSERT_EQ(run_stepdown(comparison(whole, 400)).exit_code, 0);
  EXPECT_TRUE(bytes_of(killed + "/results.h5") == bytes_of(whole + "/results.h5"));
  EXPECT_THAT(names_in(killed), UnorderedElementsAre("report.html", "results.h5", "summary.csv"));
}

TEST(AKilledComparison, leaves_the_results_that_were_there_before) {
  fault_tried("`kill -9` over results of other inputs", "compare", 1,
              "the older results are as they were");
  const TemporaryFolder folder;
  const std::string out = folder.path() + "/out";
  ASSERT_EQ(run_stepdown(comparison(out, 5)).exit_code, 0);
  const std::string before = bytes_of(out + "/results.h5");
  {
    StartedProgram program(comparison(out, 5000), folder.path() + "/err");
    ASSERT_TRUE(program.tells(1)) << program.told();
    program.signal(SIGKILL);
    EXPECT_EQ(program.exit_code(), 128 + SIGKILL);
  }
  EXPECT_TRUE(bytes_of(out + "/results.h5") == before);
}

}  // namespace
}  // namespace stepdown
