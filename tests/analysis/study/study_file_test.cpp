#include "analysis/study/study_file.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "analysis/hdf5_input.h"
#include "analysis/outcome_file.h"
#include "analysis/sensitivity/sweep_input.h"
#include "analysis/study/study_csv.h"
#include "analysis/study/study_runs.h"
#include "analysis/study/study_shard.h"
#include "tests/fixtures/program.h"
#include "tests/fixtures/small_study.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class MergedStudy : public testing::Test {
 protected:
  /// All runs of the plan, made in so many shards, as one file and one table.
  std::string merged(const StudyPlan& plan, std::size_t shards, const DayZeroMaker& worlds) {
    const std::vector<Scenario> scenarios = scenarios_of_small_study();
    const Study study = study_of(plan, scenarios);
    const std::string folder = folder_.path() + '/' + std::to_string(shards);
    for (std::size_t number = shards; number > 0; --number) {
      run_shard(
          study, plan, folder, {number, shards}, StudyRuns(folder, plan), 2,
          [](std::size_t, const MadeRun&) {}, false, worlds);
    }
    const StudyRuns runs(folder, plan);
    StudyFile file(folder + "/sweep.h5", plan, scenarios);
    StudyCsv csv(folder + "/sweep.csv", plan, study.names());
    runs.each([&](std::size_t n, const SavedRun& run) {
      file.take(n, run);
      csv.take(run);
    });
    csv.finish();
    file.finish();
    return folder;
  }

  TemporaryFolder folder_;
};

TEST_F(MergedStudy, HasTheSameBytesForAnyShards) {
  const StudyPlan plan = small_plan(4);
  const std::string one = merged(plan, 1, model_worlds());
  for (const std::size_t shards : {2U, 16U}) {
    const std::string other = merged(plan, shards, model_worlds());
    EXPECT_TRUE(bytes_of(one + "/sweep.h5") == bytes_of(other + "/sweep.h5")) << shards;
    EXPECT_TRUE(bytes_of(one + "/sweep.csv") == bytes_of(other + "/sweep.csv")) << shards;
  }
}

TEST_F(MergedStudy, HasEveryRunAtItsPlaceHoweverManyThereAre) {
  std::size_t shards = 2;
  for (const std::uint32_t runs : {1U, 100U, 600U}) {
    StudyPlan plan = small_plan(runs);
    plan.points = grid_points(plan.varied, 7, PointLuck::own);
    const std::string folder = merged(plan, shards++, worlds_that_tell());
    const Hdf5Input file(folder + "/sweep.h5", "read");
    EXPECT_THAT(file.extent("referrals_per_10000"), ElementsAre(2, 7, runs));
    EXPECT_THAT(file.extent("month_referrals"), ElementsAre(2, 7, runs, 12));
    const std::vector<double> values = file.reals("referrals_per_10000");
    const std::vector<double> months = file.reals("month_referrals");
    for (std::size_t i = 0; i < values.size(); ++i) {
      const double number = static_cast<double>(i % (7 * runs));
      ASSERT_EQ(values[i] - values[0], number * 1000) << i;
      ASSERT_EQ(months[12 * i] - months[0], number * 1e5) << i;
    }
  }
}

TEST_F(MergedStudy, SaysAtWhichPointsAndHowItWasMade) {
  const StudyPlan plan = small_plan();
  const Hdf5Input file(merged(plan, 1, worlds_that_tell()) + "/sweep.h5", "read");
  EXPECT_EQ(file.text("/", "Conventions"), "CF-1.8");
  EXPECT_FALSE(file.has("provenance/failed_run")) << "all went well";
  EXPECT_THAT(file.texts("scenario"), ElementsAre("abrupt", "tapered"));
  EXPECT_THAT(file.reals("need.easing"), ElementsAre(0.5, 1, 1.5));
  EXPECT_THAT(file.reals("luck"), ElementsAre(0, 1, 2));
  EXPECT_EQ(file.text("rereferral_12m", "coordinates"), "luck need.easing");
  EXPECT_EQ(file.text("provenance", "command"), plan.command);
  EXPECT_EQ(file.text("provenance/study", "design"), "grid");
  EXPECT_THAT(file.texts("provenance/scenario_text").front(), HasSubstr("horizon.years = 1"));
}

TEST_F(MergedStudy, TellsNoSingleValueOfWhatIsVaried) {
  const Hdf5Input file(merged(small_plan(), 1, worlds_that_tell()) + "/sweep.h5", "read");
  const std::vector<std::string> settings = file.texts("setting");
  const std::vector<double> values = file.reals("setting_value");
  const auto value_of = [&](const char* name) {
    return values[static_cast<std::size_t>(std::ranges::find(settings, name) - settings.begin())];
  };
  EXPECT_TRUE(std::isnan(value_of("need.easing")));
  EXPECT_EQ(value_of("population.children"), 400);
  EXPECT_THAT(file.text("setting_value", "long_name"), HasSubstr("missing"));
  EXPECT_THAT(file.text("provenance/scenario_text", "long_name"),
              HasSubstr("what is varied stands along the points"));
}

TEST_F(MergedStudy, NamesRunsThatFailedAndLeavesTheirCellsEmpty) {
  const auto failing = [](const ModelParameters& before, RunKey key) -> DayZero {
    if (key.run == 3) {
      throw std::runtime_error("nobody is there");
    }
    return worlds_that_tell()(before, key);
  };
  const std::string folder = merged(small_plan(), 1, failing);
  const Hdf5Input file(folder + "/sweep.h5", "read");
  EXPECT_THAT(file.texts("provenance/failed_run"),
              ElementsAre("run 1 at point 1 of abrupt: nobody is there",
                          "run 1 at point 1 of tapered: nobody is there"));
  EXPECT_EQ(SweepInput(folder + "/sweep.h5").failed_runs(), 2U);
  EXPECT_TRUE(std::isnan(file.reals("rereferral_12m")[3]));
  const std::string table = bytes_of(folder + "/sweep.csv");
  EXPECT_THAT(table, StartsWith("point,luck,need.easing,scenario,run,rereferral_12m,"
                                "referrals_per_10000\n0,0,0.5,abrupt,0,"));
  EXPECT_THAT(table, HasSubstr("\n1,1,1,abrupt,1,,\n1,1,1,tapered,1,,\n2,2,1.5,abrupt,0,"));
}

TEST_F(MergedStudy, IsNotTakenForResultsOfAComparison) {
  const std::string folder = merged(small_plan(), 1, worlds_that_tell());
  try {
    const OutcomeFile file(folder + "/sweep.h5");
    FAIL();
  } catch (const std::system_error& error) {
    EXPECT_THAT(error.what(), HasSubstr("holds a study of many points"));
  }
}

}  // namespace
}  // namespace stepdown
