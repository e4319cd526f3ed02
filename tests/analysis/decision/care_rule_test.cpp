#include "analysis/decision/care_rule.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

using Fifths = std::vector<std::vector<double>>;

/// 40 runs in which each fifth has 2 of 100, and `change` more in the most deprived one; runs
/// differ by the spread in turn.
Fifths fifths(double change, double spread = 0) {
  Fifths values(fifths_of_areas, std::vector<double>(40, 2.0));
  for (std::size_t run = 0; run < 40; ++run) {
    values[4][run] += change + (run % 2 == 0 ? spread : -spread);
  }
  return values;
}

TEST(CareRule, finds_a_plan_that_changes_nothing_no_worse) {
  const CareVerdict verdict = judged_care(fifths(0), fifths(0), 3);
  EXPECT_EQ(verdict.care, Care::no_worse);
  EXPECT_THAT(care_in_words(verdict, "Tapering"), IsEmpty());
}

TEST(CareRule, rules_a_plan_out_that_is_surely_worse_in_one_fifth) {
  const CareVerdict verdict = judged_care(fifths(0), fifths(0.1, 0.05), 3);
  EXPECT_EQ(verdict.care, Care::worse);
  EXPECT_THAT(care_in_words(verdict, "Tapering"),
              AllOf(HasSubstr("Tapering is ruled out"), HasSubstr("the most deprived fifth"),
                    HasSubstr("more in 40 of 40 runs")));
}

TEST(CareRule, says_what_is_too_close_to_call) {
  const CareVerdict verdict = judged_care(fifths(0), fifths(0.01, 1), 1);
  EXPECT_EQ(verdict.care, Care::in_doubt);
  EXPECT_THAT(care_in_words(verdict, "Tapering"), HasSubstr("too close to call"));
}

TEST(CareRule, does_not_weigh_gains_elsewhere_against_a_fifth) {
  Fifths option = fifths(0.1, 0.01);
  for (std::size_t fifth = 0; fifth < 4; ++fifth) {
    option[fifth].assign(40, 0.0);
  }
  EXPECT_EQ(judged_care(fifths(0), option, 1).care, Care::worse);
}

TEST(CareRule, finds_a_plan_that_helps_everywhere_no_worse) {
  EXPECT_EQ(judged_care(fifths(0), fifths(-0.3, 0.05), 1).care, Care::no_worse);
}

TEST(CareRule, tells_of_the_fifth_that_is_hurt_most_and_by_how_much) {
  Fifths option = fifths(0.05, 0.01);
  for (std::size_t run = 0; run < 40; ++run) {
    option[1][run] += run % 2 == 0 ? 0.19 : 0.21;
  }
  const CareVerdict verdict = judged_care(fifths(0), option, 1);
  EXPECT_EQ(verdict.fifth, 1U);
  EXPECT_LT(verdict.low, 0.2);
  EXPECT_GT(verdict.high, 0.2);
  EXPECT_NEAR(verdict.low + verdict.high, 0.4, 1e-9) << "an interval about the mean of 0.2";
  EXPECT_NEAR(verdict.difference.over_runs.mean, 0.2, 1e-9);
}

TEST(CareRule, lets_chance_be_as_much_as_two_of_a_hundred_of_what_the_baseline_has) {
  // The baseline has 2 of 100, so that 0.04 is allowed: the interval is about 0 and 0.01 or 0.1
  // wide.
  EXPECT_EQ(judged_care(fifths(0), fifths(0, 0.02), 1).care, Care::no_worse);
  EXPECT_EQ(judged_care(fifths(0), fifths(0, 0.2), 1).care, Care::in_doubt);
}

TEST(CareRule, tells_of_a_fifth_in_doubt_and_not_of_one_that_is_shown_no_worse) {
  // The first fifth has 50 of 100, so that up to 1 more is allowed; the last has 2, and 0.04.
  Fifths baseline = fifths(0);
  Fifths option = fifths(0, 0.2);
  for (std::size_t run = 0; run < 40; ++run) {
    baseline[0][run] = 50;
    option[0][run] = 50 + (run % 2 == 0 ? 0.5 : -0.5);
  }
  const CareVerdict verdict = judged_care(baseline, option, 1);
  EXPECT_EQ(verdict.care, Care::in_doubt);
  EXPECT_EQ(verdict.fifth, 4U);
  EXPECT_THAT(care_in_words(verdict, "Tapering", "worlds"),
              AllOf(HasSubstr("in the most deprived fifth"), HasSubstr("of 40 worlds)")));
}

TEST(CareRule, tells_of_the_fifth_that_could_be_hurt_most_where_none_surely_is) {
  Fifths option = fifths(0, 0.1);
  for (std::size_t run = 0; run < 40; ++run) {
    option[1][run] += run % 2 == 0 ? 0.5 : -0.5;
  }
  const CareVerdict verdict = judged_care(fifths(0), option, 1);
  EXPECT_EQ(verdict.care, Care::in_doubt);
  EXPECT_EQ(verdict.fifth, 1U);
  EXPECT_THAT(care_in_words(verdict, "Tapering"), HasSubstr("in the second fifth of areas"));
}

}  // namespace
}  // namespace stepdown
