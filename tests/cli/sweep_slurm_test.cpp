#include "cli/sweep_slurm.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

StudyPlan plan_of(std::size_t points, std::uint32_t runs) {
  StudyPlan plan;
  plan.points.resize(points);
  plan.runs = runs;
  return plan;
}

TEST(SlurmJob, AsksForTwiceTheTimeOfTheProbeAndFiveMinutes) {
  // 1,000 runs in 10 parts: 25 turns of 4 threads, 12 seconds each, are 5 minutes.
  const SlurmJob job = job_for(plan_of(500, 2), {3, 12, 100, 40}, 10, 4);
  EXPECT_EQ(job.minutes, 2 * 5 + 5);
}

TEST(SlurmJob, AsksForHalfAsMuchMemoryAgainAndALittle) {
  // The program with four runs under way: 100 + 3 * 40 = 220 MB; 1.5 times that and 128 are 458.
  EXPECT_EQ(job_for(plan_of(500, 2), {3, 12, 100, 40}, 10, 4).megabytes, 512);
}

TEST(SlurmJob, HasNoMoreTasksThanRuns) {
  EXPECT_EQ(job_for(plan_of(3, 1), {3, 12, 100, 40}, 16, 1).shards, 3U);
}

TEST(SlurmScripts, NameNoFolderOfThisComputer) {
  const SlurmJob job = job_for(plan_of(500, 2), {3, 12, 100, 40}, 10, 4);
  const std::string array = array_script(job, "../stepdown");
  EXPECT_THAT(array, HasSubstr("#SBATCH --array=1-10\n"));
  EXPECT_THAT(array, HasSubstr("#SBATCH --cpus-per-task=4\n"));
  EXPECT_THAT(array, HasSubstr("#SBATCH --time=0:15:00\n"));
  EXPECT_THAT(array, HasSubstr("#SBATCH --mem=512M\n"));
  EXPECT_THAT(array, HasSubstr("program=${STEPDOWN:-../stepdown}\n"));
  EXPECT_THAT(array, HasSubstr("sweep run . --shard \"$SLURM_ARRAY_TASK_ID/10\" --threads 4\n"));
  EXPECT_THAT(merge_script(job, "stepdown"), HasSubstr("exec \"$program\" sweep merge .\n"));
  EXPECT_THAT(submit_script(), Not(HasSubstr("cd /")));
}

}  // namespace
}  // namespace stepdown
