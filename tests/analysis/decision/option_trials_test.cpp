#include "analysis/decision/option_trials.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <map>
#include <mutex>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

#include "model/parameters/registry.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

/// Counts how often each run is made; it comes to run + 100 times the further key workers.
class CountedWorlds {
 public:
  DayZeroMaker maker() {
    return [this](const ModelParameters&, RunKey key) -> DayZero {
      return [this, key](const ModelParameters& p, const ModelParameters&) {
        const std::lock_guard lock(mutex_);
        ++made;
        if (key.run == fails_in && p.workforce.additional_key_workers == 1) {
          throw std::runtime_error("lost");
        }
        return Outcomes{std::vector<double>(run_measures().size(),
                                            key.run + 100.0 * p.workforce.additional_key_workers),
                        {},
                        0};
      };
    };
  }
  int made = 0;
  std::uint32_t fails_in = 1'000'000;

 private:
  std::mutex mutex_;
};

PlanOfRun plan_with(int key_workers) {
  PlanOfRun plan{std::to_string(key_workers), 0, initial_parameters(), initial_parameters(),
                 initial_parameters()};
  plan.from_day_0.workforce.additional_key_workers = key_workers;
  return plan;
}

class Trials : public testing::Test {
 protected:
  OptionTrials trials(RunJournal* journal = nullptr) {
    TrialPlan plan;
    plan.columns = {3};
    plan.threads = 2;
    plan.journal = journal;
    OptionTrials made(std::move(plan), stop_, worlds_.maker());
    made.add(plan_with(0), 0);
    made.add(plan_with(1), 0);
    made.add(plan_with(2), 1, 50);
    return made;
  }
  const std::vector<std::size_t> all_{0, 1, 2};
  const std::vector<std::size_t> first_{0};
  CountedWorlds worlds_;
  std::atomic<bool> stop_ = false;
};

TEST_F(Trials, make_each_run_once_whoever_asks) {
  OptionTrials trials = this->trials();
  EXPECT_TRUE(trials.make(first_, 0, 3));
  EXPECT_TRUE(trials.make(all_, 0, 3));
  EXPECT_EQ(worlds_.made, 9);
  EXPECT_EQ(trials.runs(), 9);
  EXPECT_THAT(trials.values(0, 3), ElementsAre(0, 1, 2));
  EXPECT_THAT(trials.values(1, 3), ElementsAre(100, 101, 102));
  EXPECT_THAT(trials.values(2, 3), ElementsAre(250, 251, 252));
}

TEST_F(Trials, go_on_from_a_journal) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/runs";
  {
    RunJournal journal(path, "inputs");
    OptionTrials trials = this->trials(&journal);
    trials.make(first_, 0, 4);
    trials.make(all_, 0, 2);
  }
  worlds_.made = 0;
  RunJournal journal(path, "inputs");
  OptionTrials trials = this->trials(&journal);
  EXPECT_TRUE(trials.make(first_, 0, 4));
  EXPECT_TRUE(trials.make(all_, 0, 2));
  EXPECT_EQ(worlds_.made, 0);
  EXPECT_TRUE(trials.make(all_, 0, 4));
  EXPECT_EQ(worlds_.made, 4);
  EXPECT_THAT(trials.values(1, 3), ElementsAre(100, 101, 102, 103));
}

TEST_F(Trials, show_no_run_of_a_journal_before_it_is_asked_for) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/runs";
  {
    RunJournal journal(path, "inputs");
    this->trials(&journal).make(all_, 0, 4);
  }
  RunJournal journal(path, "inputs");
  OptionTrials trials = this->trials(&journal);
  EXPECT_TRUE(trials.make(first_, 0, 2));
  EXPECT_THAT(trials.values(0, 3), ElementsAre(0, 1));
  EXPECT_TRUE(std::isnan(trials.value(0, 3, 2)));
  EXPECT_EQ(trials.runs_of(1), 0) << "of the same group, and nobody asked for it";
  EXPECT_TRUE(trials.make(all_, 0, 4));
  EXPECT_THAT(trials.values(1, 3), ElementsAre(100, 101, 102, 103));
}

TEST_F(Trials, keep_failed_runs_as_runs_without_a_value) {
  const TemporaryFolder folder;
  worlds_.fails_in = 1;
  for (int times = 0; times < 2; ++times) {
    RunJournal journal(folder.path() + "/runs", "inputs");
    OptionTrials trials = this->trials(&journal);
    EXPECT_TRUE(trials.make(all_, 0, 3));
    EXPECT_TRUE(std::isnan(trials.value(1, 3, 1)));
    EXPECT_EQ(trials.value(0, 3, 1), 1);
    EXPECT_THAT(trials.failed(), SizeIs(1));
  }
  EXPECT_EQ(worlds_.made, 9);
}

TEST_F(Trials, say_that_they_were_stopped) {
  OptionTrials trials = this->trials();
  stop_ = true;
  EXPECT_FALSE(trials.make(all_, 0, 3));
}

}  // namespace
}  // namespace stepdown
