#include "model/policies/closure/closure_policy.h"

#include <gtest/gtest.h>

#include <set>

#include "model/parameters/registry.h"

namespace stepdown {
namespace {

ClosureParameters closure(ClosurePolicy policy) {
  ClosureParameters parameters = initial_parameters().closure[1];
  parameters.policy = policy;
  return parameters;
}

constexpr ReviewFacts bad{.good = false, .good_in_a_row = 0};
constexpr ReviewFacts first_good{.good = true, .good_in_a_row = 1};

TEST(AbruptClosure, closes_at_the_first_good_review) {
  EXPECT_EQ(answer_review(closure(ClosurePolicy::abrupt), bad), ClosureAnswer::go_on);
  EXPECT_EQ(answer_review(closure(ClosurePolicy::abrupt), first_good), ClosureAnswer::close);
}

TEST(TimeLimitedClosure, is_not_moved_by_any_review) {
  for (int in_a_row = 0; in_a_row < 50; ++in_a_row) {
    EXPECT_EQ(answer_review(closure(ClosurePolicy::time_limited),
                            {.good = in_a_row > 0, .good_in_a_row = in_a_row}),
              ClosureAnswer::go_on);
  }
}

TEST(TimeLimitedClosure, alone_sets_a_limit_and_it_is_the_one_of_its_parameters) {
  for (std::size_t policy = 0; policy < closure_policy_names.size(); ++policy) {
    ClosureParameters parameters = closure(static_cast<ClosurePolicy>(policy));
    parameters.time_limit_weeks = 10;
    const auto limit = time_limit(parameters);
    if (parameters.policy == ClosurePolicy::time_limited) {
      ASSERT_TRUE(limit.has_value());
      EXPECT_EQ(limit->in_days(), 70.0);
    } else {
      EXPECT_FALSE(limit.has_value()) << closure_policy_names[policy];
    }
  }
}

TEST(SustainedClosure, closes_after_so_many_good_reviews_in_a_row) {
  ClosureParameters parameters = closure(ClosurePolicy::sustained);
  parameters.good_reviews = 3;
  EXPECT_EQ(answer_review(parameters, bad), ClosureAnswer::go_on);
  EXPECT_EQ(answer_review(parameters, first_good), ClosureAnswer::go_on);
  EXPECT_EQ(answer_review(parameters, {.good = true, .good_in_a_row = 2}), ClosureAnswer::go_on);
  EXPECT_EQ(answer_review(parameters, {.good = true, .good_in_a_row = 3}), ClosureAnswer::close);
}

TEST(SustainedClosure, of_one_good_review_is_abrupt_closure) {
  ClosureParameters parameters = closure(ClosurePolicy::sustained);
  parameters.good_reviews = 1;
  for (const ReviewFacts facts : {bad, first_good}) {
    EXPECT_EQ(answer_review(parameters, facts),
              answer_review(closure(ClosurePolicy::abrupt), facts));
  }
}

TEST(TaperedClosure, begins_to_taper_at_the_first_good_review) {
  EXPECT_EQ(answer_review(closure(ClosurePolicy::tapered), bad), ClosureAnswer::go_on);
  EXPECT_EQ(answer_review(closure(ClosurePolicy::tapered), first_good), ClosureAnswer::taper);
}

TEST(StepDownClosure, steps_down_at_the_first_good_review) {
  EXPECT_EQ(answer_review(closure(ClosurePolicy::step_down), bad), ClosureAnswer::go_on);
  EXPECT_EQ(answer_review(closure(ClosurePolicy::step_down), first_good), ClosureAnswer::step_down);
}

TEST(ClosingReasons, tell_the_policies_apart) {
  std::set<ClosingReason> reasons;
  for (std::size_t policy = 0; policy < closure_policy_names.size(); ++policy) {
    reasons.insert(reason_of_closing(static_cast<ClosurePolicy>(policy)));
  }
  EXPECT_EQ(reasons.size(), closure_policy_names.size());
  EXPECT_EQ(reasons.count(ClosingReason::none), 0u);
}

}  // namespace
}  // namespace stepdown
