#include "analysis/study/study_runs.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "analysis/comparability.h"
#include "analysis/journal_reader.h"
#include "analysis/run_journal.h"
#include "analysis/study/study_shard.h"
#include "tests/fixtures/program.h"
#include "tests/fixtures/small_study.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class RunsOfAStudy : public testing::Test {
 protected:
  RunsOfAStudy() : plan_(small_plan(4)), study_(study_of(plan_, scenarios_of_small_study())) {}

  ShardReport run(Shard shard, const DayZeroMaker& worlds = worlds_that_tell(),
                  std::size_t at_most = 1000) {
    std::atomic<bool> stop = false;
    std::size_t made = 0;
    return run_shard(
        study_, plan_, folder_.path(), shard, StudyRuns(folder_.path(), plan_), 1,
        [&](std::size_t, const MadeRun&) { stop = ++made >= at_most; }, stop, worlds);
  }
  StudyRuns runs() const { return {folder_.path(), plan_}; }
  std::string journal(Shard shard) const { return shard.journal(folder_.path()).string(); }

  TemporaryFolder folder_;
  StudyPlan plan_;  // 3 points, 4 runs at each
  Study study_;
};

TEST(Shards, AreContiguousAndNothingIsLeftOut) {
  for (const std::size_t of : {1U, 2U, 5U, 12U, 16U}) {
    std::size_t end = 0;
    for (std::size_t number = 1; number <= of; ++number) {
      const RunStretch range = Shard{number, of}.range(12);
      EXPECT_EQ(range.first, end);
      EXPECT_LE(range.size(), 12 / of + 1);
      end = range.end;
    }
    EXPECT_EQ(end, 12U);
  }
}

TEST_F(RunsOfAStudy, ThatWasNotBegunAreAllMissing) {
  EXPECT_EQ(runs().saved(), 0U);
  EXPECT_THAT(runs().missing_in({2, 9}), ElementsAre(RunStretch{2, 9}));
}

TEST_F(RunsOfAStudy, AreTheUnionOfAllShards) {
  run({2, 4});
  run({4, 4});
  EXPECT_EQ(runs().saved(), 6U);
  EXPECT_THAT(runs().missing_in({0, 12}), ElementsAre(RunStretch{0, 3}, RunStretch{6, 9}));
  EXPECT_EQ(run({1, 1}).made, 6U);
  EXPECT_TRUE(runs().is_complete());
  EXPECT_EQ(run({1, 2}).made, 0U);
}

TEST_F(RunsOfAStudy, GoOnWhereAShardWasStopped) {
  const ShardReport first = run({1, 1}, worlds_that_tell(), 5);
  EXPECT_TRUE(first.stopped);
  const std::size_t saved = runs().saved();
  EXPECT_GE(saved, 5U);
  EXPECT_EQ(run({1, 1}).made, 12 - saved);
}

TEST_F(RunsOfAStudy, AreGivenByTheirNumbers) {
  run({2, 2});
  run({1, 2});
  std::size_t next = 0;
  runs().each([&](std::size_t number, const SavedRun& saved) {
    EXPECT_EQ(number, next++);
    EXPECT_EQ(saved.draw, number / 4);
    EXPECT_EQ(saved.run, number % 4);
  });
  EXPECT_EQ(next, 12U);
}

TEST_F(RunsOfAStudy, HaveValuesMeasureByMeasure) {
  run({1, 1});
  const auto column = [](std::string_view name) {
    return static_cast<double>(std::ranges::find(run_measures(), name, &Measure::name) -
                               run_measures().begin());
  };
  const StudyValues values = runs().values_of("referrals_per_10000");
  EXPECT_EQ(values.scenarios(), 2U);
  EXPECT_EQ(values(0, 0, 0), column("referrals_per_10000"));
  EXPECT_EQ(values(1, 2, 3), column("referrals_per_10000") + 1000 * (2 * 4 + 3));
  const std::vector<StudyValues> months = runs().values_by_month("month_referrals");
  ASSERT_EQ(months.size(), 12U);
  EXPECT_EQ(months[5](0, 1, 0) - months[4](0, 1, 0), monthly_measures().size());
  EXPECT_THROW(runs().values_of("month_referrals"), std::out_of_range);
}

TEST_F(RunsOfAStudy, ThatFailedAreCountedAndHaveNoValue) {
  const auto failing = [](const ModelParameters& before, RunKey key) -> DayZero {
    if (key.run == 5) {
      throw std::runtime_error("nobody is there");
    }
    return worlds_that_tell()(before, key);
  };
  EXPECT_EQ(run({1, 1}, failing).failed, 1U);
  EXPECT_EQ(runs().failed(), 1U);
  EXPECT_TRUE(runs().is_complete());
  EXPECT_TRUE(std::isnan(runs().values_of("rereferral_12m")(0, 1, 1)));
  EXPECT_FALSE(std::isnan(runs().values_of("rereferral_12m")(0, 1, 2)));
}

TEST_F(RunsOfAStudy, OfATruncatedJournalLoseItsLastAndMakeItAgain) {
  run({1, 1});
  const std::string whole = bytes_of(journal({1, 1}));
  folder_.write("runs/1-of-1.runs", whole.substr(0, whole.size() - 3));
  EXPECT_EQ(runs().saved(), 11U);
  EXPECT_EQ(run({1, 1}).made, 1U);
  EXPECT_EQ(bytes_of(journal({1, 1})), whole);
  folder_.write("runs/1-of-1.runs", whole.substr(0, 9));
  EXPECT_EQ(runs().saved(), 0U);
}

TEST_F(RunsOfAStudy, WhoseHeadingWasCutShortWhileTheyWereSavedAreMadeAgain) {
  run({1, 1});
  const std::string whole = bytes_of(journal({1, 1}));
  const std::size_t heading = journal_heading(inputs_of(plan_)).size();
  for (std::size_t cut = 0; cut < heading; ++cut) {
    std::string with_hole = whole;
    std::fill(with_hole.begin() + static_cast<long>(cut),
              with_hole.begin() + static_cast<long>(heading), '\0');
    folder_.write("runs/1-of-1.runs", with_hole);
    ASSERT_EQ(runs().saved(), 0U) << "cut after " << cut << " bytes";
  }
  EXPECT_EQ(run({1, 1}).made, 12U);
  EXPECT_EQ(bytes_of(journal({1, 1})), whole);
}

TEST_F(RunsOfAStudy, OfAnotherPlanAreRefusedAndNotTouched) {
  run({1, 1});
  const std::string before = bytes_of(journal({1, 1}));
  plan_.seed = 2;
  try {
    runs();
    FAIL();
  } catch (const NotComparable& error) {
    EXPECT_THAT(error.what(), HasSubstr("1-of-1.runs` has runs of another plan"));
  }
  EXPECT_EQ(bytes_of(journal({1, 1})), before);
}

TEST_F(RunsOfAStudy, ThatOverlapMustAgree) {
  run({1, 1});
  std::filesystem::copy(journal({1, 1}), journal({1, 2}));
  EXPECT_TRUE(runs().is_complete());
  std::filesystem::remove(journal({1, 2}));
  {
    RunJournal other(journal({1, 2}), inputs_of(plan_));
    const MadeRun made = study_.made(plan_.points[2], 3, worlds_that_tell());
    other.append(0, {1, made.outcomes, made.failed});
  }
  try {
    runs();
    FAIL();
  } catch (const NotComparable& error) {
    EXPECT_THAT(error.what(), HasSubstr("disagree about run 1 at point 0"));
  }
}

TEST_F(RunsOfAStudy, HaveNoValuesOfAMeasureThatThePlanDoesNotKeep) {
  run({1, 1});
  EXPECT_THROW(runs().values_of("cost_total"), std::out_of_range);
}

}  // namespace
}  // namespace stepdown
