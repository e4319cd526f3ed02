#include "analysis/decision/best_option.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <vector>

#include "analysis/decision/told_choice.h"
#include "tests/fixtures/posts_world.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

PlanOfRun plan_with(const char* name, int key, int social, int front_door) {
  PlanOfRun plan{name, 0, initial_parameters(), initial_parameters(), initial_parameters()};
  plan.from_day_0.workforce.additional_key_workers = key;
  plan.from_day_0.workforce.additional_social_workers = social;
  plan.from_day_0.workforce.additional_front_door = front_door;
  return plan;
}

class Best : public testing::Test {
 protected:
  BestOption chosen(const std::vector<PlanOfRun>& plans, RunJournal* journal = nullptr) {
    TrialPlan trial;
    trial.journal = journal;
    trial.columns = columns_of(plan_.objectives);
    OptionTrials trials(std::move(trial), stop_, make_world_);
    trials.add_all(plans);
    return choose_best(trials, plan_);
  }
  std::atomic<bool> stop_ = false;
  ChoicePlan plan_{read_objectives({})};
  DayZeroMaker make_world_ = posts_worlds();
};

TEST_F(Best, is_the_plan_with_least_need_and_says_so) {
  const BestOption best =
      chosen({plan_with("base", 0, 0, 0), plan_with("key", 3, 0, 0), plan_with("social", 0, 3, 0)});
  EXPECT_TRUE(best.is_decided);
  EXPECT_THAT(best.left, ElementsAre(1));
  EXPECT_EQ(best.options[2].standing, Standing::beaten);
  const DecisionTold told = told_choice(best, plan_, {"The base", "Key workers", "Social workers"});
  EXPECT_THAT(told.sentences.front(),
              AllOf(HasSubstr("Key workers is the best of 3"), HasSubstr("certainty of 95%")));
}

TEST_F(Best, is_never_one_that_leaves_a_fifth_worse_off_and_that_is_told) {
  const BestOption best = chosen(
      {plan_with("base", 0, 0, 0), plan_with("key", 3, 0, 0), plan_with("front door", 0, 0, 3)});
  EXPECT_THAT(best.left, ElementsAre(1));
  EXPECT_EQ(best.options[2].standing, Standing::ruled_out);
  const DecisionTold told = told_choice(best, plan_, {"The base", "Key workers", "Front door"});
  EXPECT_THAT(told.cautions, Contains(AllOf(HasSubstr("Front door is ruled out"),
                                            HasSubstr("the most deprived fifth"),
                                            HasSubstr("alone it would come before"))));
}

TEST_F(Best, is_the_baseline_where_all_others_are_ruled_out) {
  const BestOption best = chosen({plan_with("base", 0, 0, 0), plan_with("front door", 0, 0, 3)});
  EXPECT_THAT(best.left, ElementsAre(0));
  EXPECT_TRUE(best.is_decided);
}

TEST_F(Best, says_that_it_was_stopped) {
  stop_ = true;
  EXPECT_FALSE(chosen({plan_with("base", 0, 0, 0), plan_with("key", 3, 0, 0)}).is_complete);
}

// In the first 30 runs the key workers' mean is 6 less than the base's, but for their own 0.49.
TEST_F(Best, takes_a_tenth_of_the_gap_between_best_and_worst_as_the_least_that_matters) {
  const BestOption best =
      chosen({plan_with("base", 0, 0, 0), plan_with("key", 3, 0, 0), plan_with("social", 0, 3, 0)});
  EXPECT_NEAR(best.indifference, 0.55, 0.01);
  plan_.indifference = 0.2;
  EXPECT_EQ(chosen({plan_with("base", 0, 0, 0), plan_with("key", 3, 0, 0)}).indifference, 0.2);
}

/// What a key worker does grows run by run, and luck hides it for long.
DayZeroMaker worlds_that_drift() {
  return [](const ModelParameters&, RunKey key) -> DayZero {
    return [key](const ModelParameters& p, const ModelParameters&) {
      const double workers = p.workforce.additional_key_workers;
      Outcomes outcomes;
      outcomes.of_run.assign(run_measures().size(),
                             100 - 0.01 * key.run * workers +
                                 3.0 * (key.run % 2 == 0 ? 1 : -1) * (workers > 0 ? 1 : 0));
      for (const std::size_t care : care_columns()) {
        outcomes.of_run[care] = 2;
      }
      return outcomes;
    };
  };
}

TEST_F(Best, is_the_same_by_the_same_runs_whether_they_are_made_or_were_there) {
  make_world_ = worlds_that_drift();
  plan_.budget = 300;
  const std::vector<PlanOfRun> plans{plan_with("base", 0, 0, 0), plan_with("one", 1, 0, 0),
                                     plan_with("two", 2, 0, 0)};
  const TemporaryFolder folder;
  BestOption choices[2];
  for (BestOption& choice : choices) {
    RunJournal journal(folder.path() + "/runs", "inputs");
    choice = chosen(plans, &journal);
  }
  ASSERT_GT(choices[0].options[0].runs, plan_.first_runs);
  EXPECT_EQ(choices[0].indifference, choices[1].indifference);
  for (std::size_t option = 0; option < plans.size(); ++option) {
    EXPECT_EQ(choices[0].options[option].runs, choices[1].options[option].runs) << option;
    EXPECT_EQ(choices[0].options[option].standing, choices[1].options[option].standing) << option;
    EXPECT_EQ(choices[0].options[option].own.mean, choices[1].options[option].own.mean) << option;
  }
}

/// Key workers make all better by 5; another measure moves with luck, and is `harm` more with them.
DayZeroMaker worlds_with_another_measure(std::size_t column, double harm) {
  return [column, harm](const ModelParameters&, RunKey key) -> DayZero {
    return [column, harm, key](const ModelParameters& p, const ModelParameters&) {
      const bool has_workers = p.workforce.additional_key_workers > 0;
      Outcomes outcomes;
      outcomes.of_run.assign(run_measures().size(), has_workers ? 95 : 100);
      for (const std::size_t care : care_columns()) {
        outcomes.of_run[care] = 2;
      }
      outcomes.of_run[column] = has_workers ? harm + (key.run % 2 == 0 ? 1 : -1) : 0;
      return outcomes;
    };
  };
}

TEST_F(Best, is_left_out_only_where_it_is_surely_worse_under_a_further_measure) {
  const std::vector<std::string> names{"child_years_level_3_to_5", "escalation_12m"};
  plan_.objectives = read_objectives(names);
  const std::vector<PlanOfRun> plans{plan_with("base", 0, 0, 0), plan_with("one", 1, 0, 0),
                                     plan_with("two", 2, 0, 0)};
  // The standard error is 0.19 over 30 runs: half of one is chance, ten of them are not.
  make_world_ = worlds_with_another_measure(plan_.objectives[1].column, 0.1);
  EXPECT_NE(chosen(plans).options[1].standing, Standing::worse_otherwise);
  make_world_ = worlds_with_another_measure(plan_.objectives[1].column, 2);
  EXPECT_EQ(chosen(plans).options[1].standing, Standing::worse_otherwise);
}

TEST_F(Best, is_the_same_as_another_that_never_differs_from_it) {
  const BestOption best = chosen({plan_with("base", 0, 0, 0), plan_with("unchanged", 0, 0, 0)});
  EXPECT_THAT(best.left, ElementsAre(0));
  EXPECT_EQ(best.options[1].standing, Standing::the_same);
  const DecisionTold told = told_choice(best, plan_, {"The base", "Unchanged"});
  EXPECT_THAT(told.sentences.front(), HasSubstr("These 2 plans are the same in Need"));
  EXPECT_THAT(told.asked,
              Contains(testing::Pair("Smallest difference that matters", "none: nothing differs")));
}

// The base drifts upwards with the number of the run; whoever dropped out early had lucky runs.
TEST_F(Best, has_means_that_are_put_right_by_the_luck_of_the_runs_they_are_of) {
  make_world_ = [](const ModelParameters&, RunKey key) -> DayZero {
    return [key](const ModelParameters& p, const ModelParameters&) {
      const double own = p.workforce.additional_key_workers > 0 ? 5.0 * (key.run % 2) - 3 : 0;
      const double worse = p.workforce.additional_social_workers > 0 ? 20 : 0;
      Outcomes outcomes;
      outcomes.of_run.assign(run_measures().size(), 100 + key.run + own + worse);
      for (const std::size_t care : care_columns()) {
        outcomes.of_run[care] = 2;
      }
      return outcomes;
    };
  };
  plan_.indifference = 0.2;
  const BestOption best =
      chosen({plan_with("base", 0, 0, 0), plan_with("key", 3, 0, 0), plan_with("social", 0, 3, 0)});
  ASSERT_LT(best.options[2].runs, best.options[0].runs);
  EXPECT_NEAR(best.options[2].own.mean, best.options[0].own.mean + 20, 1e-9);
}

PlanOfRun with_one_service(PlanOfRun plan) {
  plan.from_day_0.family_help.model = ServiceModel::merged;
  return plan;
}

TEST_F(Best, is_not_looked_for_by_a_measure_that_counts_something_else_under_one_of_them) {
  const std::vector<std::string> names{"escalation_12m"};
  plan_.objectives = read_objectives(names);
  EXPECT_THROW(chosen({plan_with("base", 0, 0, 0), with_one_service(plan_with("merged", 1, 0, 0))}),
               NotComparable);
}

TEST_F(Best, is_not_judged_by_a_further_measure_that_counts_something_else_and_that_is_told) {
  const std::vector<std::string> names{"child_years_level_3_to_5", "escalation_12m"};
  plan_.objectives = read_objectives(names);
  make_world_ = worlds_with_another_measure(plan_.objectives[1].column, 2);
  const BestOption best = chosen({plan_with("base", 0, 0, 0), plan_with("two", 2, 0, 0),
                                  with_one_service(plan_with("merged", 1, 0, 0))});
  EXPECT_EQ(best.options[1].standing, Standing::worse_otherwise);
  EXPECT_THAT(best.left, ElementsAre(2)) << "that its count is higher says nothing";
  const DecisionTold told = told_choice(best, plan_, {"The base", "Two posts", "One service"});
  EXPECT_THAT(told.cautions, Contains(AllOf(HasSubstr("Escalation (escalation_12m) is not compared "
                                                      "with One service: where early help"),
                                            Not(HasSubstr("Two posts")))));
}

}  // namespace
}  // namespace stepdown
