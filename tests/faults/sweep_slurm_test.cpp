#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "tests/faults/one_node_slurm.h"
#include "tests/fixtures/milliseconds_runs.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class ASweepOnSlurm : public testing::Test {
 protected:
  std::string folder(const std::string& name) const { return folder_.path() + '/' + name; }

  void plan(const std::string& name, const std::vector<std::string>& more) const {
    std::vector<std::string> words = in_milliseconds(
        {"sweep", "plan", base_file, tapered_file, "--vary", "need.easing=0.5..1.5", "--design",
         "sobol", "--points", "32", "--measure", "rereferral_12m", "--out", folder(name)},
        500);
    words.insert(words.end(), more.begin(), more.end());
    const ProgramRun run = run_stepdown(words);
    ASSERT_EQ(run.exit_code, 0) << run.err;
  }

  ProgramRun in_plan(const std::string& program, const std::vector<std::string>& words) const {
    return run_program(program, words, folder("array"));
  }

  /// The number of the array job.
  std::string hand_over() const {
    const ProgramRun run = in_plan("/bin/sh", {"submit.sh"});
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_THAT(run.out, StartsWith("handed over: array job "));
    const std::string rest = run.out.substr(std::string("handed over: array job ").size());
    return rest.substr(0, rest.find(','));
  }

  std::string journal(int shard) const {
    return folder("array") + "/runs/" + std::to_string(shard) + "-of-3.runs";
  }

  bool has_begun(int shard) const {
    for (int tenths = 0; tenths < 600; ++tenths) {
      if (bytes_of(journal(shard)).size() > 4000) {
        return true;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
  }

  TemporaryFolder folder_;
};

TEST_F(ASweepOnSlurm, whose_tasks_were_killed_is_handed_over_again_and_does_only_what_is_missing) {
  const OneNodeSlurm slurm(folder("slurm"));
  if (!slurm.is_up()) {
    GTEST_SKIP() << "NO SWEEP WAS RUN ON SLURM: " << slurm.why_not();
  }
  plan("array", {"--slurm", "--shards", "3", "--threads", "1"});
  EXPECT_THAT(bytes_of(folder("array") + "/array.sh"), HasSubstr("#SBATCH --array=1-3\n"));

  const std::string first = hand_over();
  ASSERT_TRUE(has_begun(1)) << in_plan("/usr/bin/squeue", {}).out
                            << bytes_of(folder("array") + "/slurm-1.out");
  in_plan("/usr/bin/scancel", {"--signal=KILL", "--batch", first + "_1"});
  ASSERT_TRUE(has_begun(2));
  in_plan("/usr/bin/scancel", {first + "_2"});
  ASSERT_TRUE(slurm.is_idle_within(300));
  EXPECT_THAT(bytes_of(folder("array") + "/slurm-merge.out"), HasSubstr("runs are missing"));
  EXPECT_FALSE(std::filesystem::exists(folder("array") + "/sweep.h5"));
  const std::string killed = bytes_of(journal(1));
  const std::string cancelled = bytes_of(journal(2));
  const std::string whole = bytes_of(journal(3));
  EXPECT_LT(killed.size(), whole.size() * 9 / 10);

  hand_over();
  ASSERT_TRUE(slurm.is_idle_within(300));
  EXPECT_THAT(bytes_of(folder("array") + "/slurm-merge.out"), HasSubstr("written: ./sweep.h5"));
  EXPECT_EQ(bytes_of(journal(3)), whole) << "a task without anything missing runs nothing";
  // What a signal cut in the middle of a record is written again from there on.
  EXPECT_THAT(bytes_of(journal(1)), StartsWith(killed.substr(0, killed.size() * 9 / 10)));
  EXPECT_THAT(bytes_of(journal(2)), StartsWith(cancelled.substr(0, cancelled.size() * 9 / 10)));

  plan("whole", {});
  ASSERT_EQ(run_stepdown({"sweep", "run", folder("whole")}).exit_code, 0);
  ASSERT_EQ(run_stepdown({"sweep", "merge", folder("whole")}).exit_code, 0);
  for (const char* file : {"/sweep.h5", "/sweep.csv"}) {
    EXPECT_TRUE(bytes_of(folder("array") + file) == bytes_of(folder("whole") + file)) << file;
  }
}

}  // namespace
}  // namespace stepdown
