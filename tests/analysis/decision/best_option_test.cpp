#include "analysis/decision/best_option.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <vector>

#include "analysis/decision/told_choice.h"
#include "tests/fixtures/posts_world.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

PlanOfRun plan_with(const char* name, int key, int social, int front_door) {
  PlanOfRun plan{name, 0, initial_parameters(), initial_parameters()};
  plan.from_day_0.workforce.additional_key_workers = key;
  plan.from_day_0.workforce.additional_social_workers = social;
  plan.from_day_0.workforce.additional_front_door = front_door;
  return plan;
}

class Best : public testing::Test {
 protected:
  BestOption chosen(const std::vector<PlanOfRun>& plans) {
    TrialPlan trial;
    trial.columns = columns_of(plan_.objectives);
    OptionTrials trials(std::move(trial), stop_, posts_worlds());
    trials.add_all(plans);
    return choose_best(trials, plan_);
  }
  std::atomic<bool> stop_ = false;
  ChoicePlan plan_{read_objectives({})};
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

}  // namespace
}  // namespace stepdown
