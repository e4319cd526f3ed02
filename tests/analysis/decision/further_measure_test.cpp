#include "analysis/decision/further_measure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace stepdown {
namespace {

using ::testing::DoubleEq;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::NanSensitiveDoubleEq;
using ::testing::Not;

const double none = std::nan("");

/// 40 differences about a mean of 0.015 that is surely more only if each counts nine times.
std::vector<double> forty() {
  std::vector<double> differences;
  for (int run = 0; run < 40; ++run) {
    differences.push_back(0.015 + (run % 2 == 0 ? 0.14 : -0.14));
  }
  return differences;
}

Objective unallocated() {
  const std::vector<std::string> names{"unallocated_mean"};
  return read_objectives(names).front();
}

TEST(FurtherMeasure, sees_a_run_once_at_however_many_values_it_was_made) {
  const ByPoint at_nine_values(9, forty());
  EXPECT_EQ(mean_of_each_run(at_nine_values).size(), 40U);
  EXPECT_FALSE(
      judged_further(unallocated(), mean_of_each_run(at_nine_values), 1, "Tapering").is_worse);
  std::vector<double> pooled;
  for (const std::vector<double>& at : at_nine_values) {
    pooled.insert(pooled.end(), at.begin(), at.end());
  }
  EXPECT_TRUE(judged_further(unallocated(), pooled, 1, "Tapering").is_worse)
      << "as it must not be counted";
}

TEST(FurtherMeasure, takes_the_mean_of_a_run_over_points_and_of_a_world_over_runs) {
  const ByPoint values{{1, 2, none}, {3, none, none}};
  EXPECT_THAT(mean_of_each_run(values),
              ElementsAre(DoubleEq(2), DoubleEq(2), NanSensitiveDoubleEq(none)));
  EXPECT_THAT(mean_of_each_point(values), ElementsAre(1.5, 3));
}

TEST(FurtherMeasure, needs_more_to_rule_a_plan_out_beside_other_measures) {
  std::vector<double> differences = forty();
  for (double& difference : differences) {
    difference += 0.04;
  }
  const FurtherMeasure alone = judged_further(unallocated(), differences, 1, "Tapering");
  EXPECT_TRUE(alone.is_worse);
  EXPECT_THAT(alone.words, HasSubstr("Cases without a social worker, over all that was tried: on "
                                     "average 0.01 to 0.10 more children"));
  EXPECT_THAT(alone.words, HasSubstr("Tapering is ruled out by that"));
  const FurtherMeasure of_five = judged_further(unallocated(), differences, 5, "Tapering");
  EXPECT_FALSE(of_five.is_worse);
  EXPECT_THAT(of_five.words, Not(HasSubstr("ruled out")));
}

TEST(FurtherMeasure, that_never_differs_is_exactly_the_same) {
  const std::vector<double> nothing(40, 0.0);
  EXPECT_EQ(judged_further(unallocated(), nothing, 2, "Tapering").words,
            "Cases without a social worker, over all that was tried: exactly the same.");
}

}  // namespace
}  // namespace stepdown
