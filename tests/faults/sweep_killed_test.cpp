#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
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

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

class AKilledSweep : public testing::Test {
 protected:
  std::string folder(const std::string& name) const { return folder_.path() + '/' + name; }

  void plan(const std::string& name) const {
    std::vector<std::string> words = in_milliseconds(
        {"sweep", "plan", base_file, tapered_file, "--vary", "need.easing=0.5..1.5", "--vary",
         "caseload.social_worker_cap=10..20", "--design", "sobol", "--points", "64", "--measure",
         "rereferral_12m", "--measure", "month_referrals", "--out", folder(name)},
        80);
    const ProgramRun run = run_stepdown(words);
    ASSERT_EQ(run.exit_code, 0) << run.err;
  }

  void is_the_same(const std::string& one, const std::string& other) const {
    for (const char* file : {"/sweep.h5", "/sweep.csv"}) {
      EXPECT_FALSE(bytes_of(folder(one) + file).empty()) << file;
      EXPECT_TRUE(bytes_of(folder(one) + file) == bytes_of(folder(other) + file)) << file;
    }
  }

  void whole() const {
    plan("whole");
    ASSERT_EQ(run_stepdown({"sweep", "run", folder("whole")}).exit_code, 0);
    ASSERT_EQ(run_stepdown({"sweep", "merge", folder("whole")}).exit_code, 0);
  }

  TemporaryFolder folder_;
};

TEST_F(AKilledSweep, goes_on_in_any_sharding_and_ends_in_the_same_bytes) {
  fault_tried("`kill -9` again and again before it ends", "sweep run, in shards", 7,
              "goes on and ends in the same bytes");
  plan("killed");
  std::mt19937 random(11);
  std::uniform_int_distribution<int> milliseconds(50, 1200);
  const std::vector<std::string> shards{"1/2", "2/2", "1/1", "3/16", "16/16", "2/3", "1/1"};
  int cut_short = 0;
  for (const std::string& shard : shards) {
    StartedProgram program({"sweep", "run", folder("killed"), "--shard", shard}, folder("err"));
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds(random)));
    program.signal(SIGKILL);
    const int code = program.exit_code();
    EXPECT_THAT(code, AnyOf(0, 128 + SIGKILL)) << program.told();
    cut_short += code == 0 ? 0 : 1;
  }
  EXPECT_GT(cut_short, 0) << "nothing was interrupted";
  EXPECT_EQ(run_stepdown({"sweep", "merge", folder("killed")}).exit_code, 4);
  const ProgramRun last = run_stepdown({"sweep", "run", folder("killed"), "--threads", "1"});
  ASSERT_EQ(last.exit_code, 0) << last.err;
  ASSERT_EQ(run_stepdown({"sweep", "merge", folder("killed")}).exit_code, 0);
  whole();
  is_the_same("killed", "whole");
}

TEST_F(AKilledSweep, that_was_merging_merges_again) {
  fault_tried("`kill -9` while results are written", "sweep merge", 1,
              "no results under their name, then the same bytes");
  plan("killed");
  ASSERT_EQ(run_stepdown({"sweep", "run", folder("killed")}).exit_code, 0);
  {
    StartedProgram program({"sweep", "merge", folder("killed")}, folder("err"));
    const auto is_writing = [&] {
      return std::ranges::any_of(names_in(folder("killed")), [](const std::string& name) {
        return name.starts_with("sweep.h5.part-");
      });
    };
    for (int times = 0; times < 5000 && !is_writing(); ++times) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    program.signal(SIGKILL);
    EXPECT_EQ(program.exit_code(), 128 + SIGKILL);
  }
  EXPECT_FALSE(std::filesystem::exists(folder("killed") + "/sweep.h5"));
  ASSERT_EQ(run_stepdown({"sweep", "merge", folder("killed")}).exit_code, 0);
  whole();
  is_the_same("killed", "whole");
  EXPECT_THAT(names_in(folder("killed")),
              UnorderedElementsAre("plan.toml", "points.csv", "runs", "sweep.csv", "sweep.h5"));
}

TEST_F(AKilledSweep, that_was_asked_to_stop_says_how_it_goes_on) {
  plan("stopped");
  StartedProgram program({"sweep", "run", folder("stopped"), "--shard", "1/2"}, folder("err"));
  ASSERT_TRUE(program.tells(2)) << program.told();
  program.signal(SIGTERM);
  EXPECT_EQ(program.exit_code(), 130);
  EXPECT_THAT(program.told(), HasSubstr("= this goes on from there: stepdown sweep run " +
                                        folder("stopped") + " --shard 1/2"));
  ASSERT_EQ(run_stepdown({"sweep", "run", folder("stopped")}).exit_code, 0);
}

TEST_F(AKilledSweep, whose_shard_is_at_work_already_is_told_so) {
  plan("twice");
  StartedProgram program({"sweep", "run", folder("twice"), "--threads", "1"}, folder("err"));
  ASSERT_TRUE(program.tells(2)) << program.told();
  const ProgramRun second = run_stepdown({"sweep", "run", folder("twice")});
  EXPECT_EQ(second.exit_code, 3);
  EXPECT_THAT(second.err, AllOf(HasSubstr("another stepdown makes shard 1/1 of "),
                                HasSubstr("wait until it has ended"), Not(HasSubstr("doctor"))));
  program.signal(SIGKILL);
  program.exit_code();
}

}  // namespace
}  // namespace stepdown
