#include "analysis/answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "model/outcomes/outcomes.h"
#include "tests/fixtures/comparison_values.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

ComparisonValues abrupt_and_tapered() { return ComparisonValues({"abrupt", "tapered"}); }

std::vector<std::string> sentences(const ComparisonValues& values) {
  return answer_sentences(values.made(), 1);
}

TEST(Answer, gives_shares_as_natural_frequencies_with_one_denominator) {
  ComparisonValues values = abrupt_and_tapered();
  values.add("return_of_need_24m", "%", MeasureGroup::need, {always(34), evenly(28.2, 33.2)});
  EXPECT_THAT(sentences(values),
              ElementsAre("Return of need: of every 100 families first helped after day 0 whose "
                          "need had eased, 34 are back at neglect level 3 or worse within 24 "
                          "months under abrupt and 31 under tapered; likely 1 to 6 fewer (fewer "
                          "in 101 of 101 runs)."));
}

TEST(Answer, takes_a_larger_denominator_for_a_smaller_difference) {
  ComparisonValues values = abrupt_and_tapered();
  values.add("return_of_need_24m", "%", MeasureGroup::need, {always(34), evenly(34.1, 34.6)});
  EXPECT_THAT(
      sentences(values)[0],
      HasSubstr("of every 1,000 families first helped after day 0 whose need had eased, 340 "
                "are back at neglect level 3 or worse within 24 months under abrupt and "
                "344 under tapered; likely 1 to 6 more (more in 101 of 101 runs)"));
}

TEST(Answer, rounds_by_the_width_of_the_range) {
  ComparisonValues values = abrupt_and_tapered();
  values.add("child_years_level_3_to_5", "child-years a year", MeasureGroup::need,
             {always(2490.59), evenly(2490.59 + 35, 2490.59 + 95)});
  EXPECT_THAT(
      sentences(values)[0],
      HasSubstr("2,491 children living at neglect level 3 to 5 at any one time under abrupt "
                "and 2,556 under tapered; likely 38 to 92 more"));
}

TEST(Answer, says_when_it_is_too_close_to_call) {
  ComparisonValues values = abrupt_and_tapered();
  values.add("return_of_need_24m", "%", MeasureGroup::need, {always(34), evenly(31, 36)});
  EXPECT_THAT(
      sentences(values)[0],
      EndsWith("too close to call, we cannot tell these apart (likely between 3 fewer and 2 "
               "more, fewer in 60 of 101 runs)."));
}

TEST(Answer, does_not_speak_of_0_more) {
  ComparisonValues values = abrupt_and_tapered();
  values.add("return_of_need_24m", "%", MeasureGroup::need, {always(34), evenly(28.5, 34.2)});
  EXPECT_THAT(sentences(values)[0], HasSubstr("; likely 0 to 5 fewer ("));
}

TEST(Answer, says_when_a_difference_is_too_small_for_its_unit) {
  ComparisonValues values = abrupt_and_tapered();
  values.add("return_of_need_24m", "%", MeasureGroup::need, {always(34), evenly(33.999, 34.002)});
  EXPECT_THAT(sentences(values)[0], HasSubstr("likely less than 1 either way"));
}

TEST(Answer, says_that_equal_plans_are_the_same_and_nothing_else) {
  ComparisonValues values = abrupt_and_tapered();
  values.add("return_of_need_24m", "%", MeasureGroup::need, {evenly(1, 2), evenly(1, 2)});
  values.add("cost_total", "GBP a year", MeasureGroup::cost, {evenly(1, 2), evenly(1, 2)});
  const std::vector<std::string> said = sentences(values);
  ASSERT_THAT(said, SizeIs(1));
  EXPECT_THAT(said[0], StartsWith("These two plans are the same"));
}

TEST(Answer, begins_with_return_of_need_and_lateness_and_ends_with_official_figures) {
  ComparisonValues values = abrupt_and_tapered();
  // In the order of nobody.
  for (const char* name : {"rereferral_12m", "escalation_12m", "waiting_targeted_early_help_mean",
                           "lateness_level_3_days", "return_of_need_24m"}) {
    values.add(name, "%", MeasureGroup::need, {always(50), evenly(40, 45)});
  }
  const std::vector<std::string> said = sentences(values);
  ASSERT_THAT(said, SizeIs(5));
  EXPECT_THAT(said[0], StartsWith("Return of need"));
  EXPECT_THAT(said[1], StartsWith("Lateness"));
  EXPECT_THAT(said[2], StartsWith("Waiting"));
  EXPECT_THAT(said[3], StartsWith("Escalation"));
  EXPECT_THAT(said[4], StartsWith("Official re-referral"));
}

TEST(Answer, never_gives_official_re_referral_without_its_caveat) {
  for (const double tapered : {20.0, 24.0}) {
    ComparisonValues values = abrupt_and_tapered();
    values.add("rereferral_12m", "%", MeasureGroup::returning,
               {evenly(21, 23), evenly(tapered, tapered + 2)});
    const std::string said = sentences(values)[0];
    EXPECT_THAT(said, HasSubstr("low by construction while cases are held open")) << tapered;
    EXPECT_THAT(said, HasSubstr("nothing follows from it alone")) << tapered;
  }
}

TEST(Answer, tells_no_amount_finer_than_a_hundredth) {
  ComparisonValues values = abrupt_and_tapered();
  values.add("waiting_targeted_early_help_mean", "families", MeasureGroup::waiting,
             {always(1.99702), evenly(1.9965, 1.9972)});
  EXPECT_THAT(sentences(values)[0],
              HasSubstr("2.00 families on the list on an average day under abrupt and 2.00 under "
                        "tapered; too close to call, we cannot tell these apart (likely less than "
                        "0.01 either way"));
}

TEST(Answer, says_that_severe_need_without_help_falls_by_construction) {
  ComparisonValues values = abrupt_and_tapered();
  values.add("severe_child_years_without_help", "child-years a year", MeasureGroup::need,
             {evenly(500, 510), evenly(400, 410)});
  EXPECT_THAT(sentences(values)[0], HasSubstr("falls by construction"));
}

TEST(Answer, calls_no_plan_better) {
  ComparisonValues values = abrupt_and_tapered();
  for (const std::string_view name : answered_measures()) {
    values.add(name, "%", MeasureGroup::flows, {always(50), evenly(40, 45)});
  }
  for (const std::string& said : sentences(values)) {
    EXPECT_THAT(said, Not(HasSubstr("better")));
    EXPECT_THAT(said, Not(HasSubstr("best")));
  }
}

TEST(Answer, keeps_lateness_in_its_place_when_it_is_the_same) {
  ComparisonValues values = abrupt_and_tapered();
  values.add("return_of_need_24m", "%", MeasureGroup::need, {always(34), evenly(28, 33)});
  values.add("lateness_level_3_days", "days", MeasureGroup::lateness, {always(9), always(9)});
  values.add("escalation_12m", "%", MeasureGroup::escalation, {always(9), evenly(1, 5)});
  EXPECT_EQ(sentences(values)[1], "Lateness: exactly the same in every run.");
}

TEST(Answer, says_once_of_several_lists_that_they_are_the_same) {
  ComparisonValues values = abrupt_and_tapered();
  values.add("return_of_need_24m", "%", MeasureGroup::need, {always(34), evenly(28, 33)});
  values.add("waiting_targeted_early_help_mean", "families", MeasureGroup::waiting,
             {always(0), always(0)});
  values.add("unallocated_mean", "children", MeasureGroup::caseload, {always(0), always(0)});
  EXPECT_EQ(
      sentences(values).back(),
      "Exactly the same in every run: waiting for targeted early help; cases without a social "
      "worker.");
}

TEST(Answer, is_silent_on_what_no_run_has) {
  ComparisonValues values = abrupt_and_tapered();
  values.add("return_of_need_24m", "%", MeasureGroup::need, {always(NAN), evenly(28, 33)});
  values.add("cost_total", "GBP a year", MeasureGroup::cost, {always(5), always(7)});
  EXPECT_THAT(sentences(values), SizeIs(1));
}

/// Costs of three years in which what is spent in each is so much more, or less, in every run.
ComparisonValues costs(const std::vector<double>& further, const std::vector<double>& total) {
  ComparisonValues values = abrupt_and_tapered();
  values.add("cost_total", "GBP a year", MeasureGroup::cost, {always(0), total});
  std::vector<double> months;
  for (const double a_year : further) {
    months.insert(months.end(), 12, a_year / 12);
  }
  values.costing({std::vector<double>(months.size(), 0.0), months});
  return values;
}

TEST(PaybackSentence, is_told_by_its_year_after_the_cost) {
  const std::vector<std::string> said =
      sentences(costs({60'000, -30'000, -90'000}, evenly(-21'000, -19'000)));
  ASSERT_THAT(said, SizeIs(2));
  EXPECT_THAT(said[0], StartsWith("Cost: "));
  EXPECT_EQ(said[1],
            "Payback: over the runs together, the cumulative cost falls below that of abrupt in "
            "year 3 and stays below.");
}

TEST(PaybackSentence, from_the_first_year_on_is_told_as_that) {
  EXPECT_EQ(sentences(costs({-60'000, 0, 0}, evenly(-21'000, -19'000)))[1],
            "Payback: over the runs together, the cumulative cost is below that of abrupt from the "
            "first year on.");
}

TEST(PaybackSentence, that_never_comes_says_what_has_been_spent) {
  EXPECT_EQ(sentences(costs({90'000, -10'000, -20'000}, evenly(19'500, 20'500)))[1],
            "Payback: not within 3 years, after which the cumulative cost is 60,000 pounds above "
            "that of abrupt.");
}

TEST(PaybackSentence, is_too_close_to_call_where_the_cost_is) {
  EXPECT_EQ(sentences(costs({90'000, -10'000, -90'000}, evenly(-20'000, 15'000)))[1],
            "Payback: too close to call, runs do not agree which of the two has cost less after 3 "
            "years.");
}

TEST(PaybackSentence, is_not_spoken_of_where_costs_are_the_same_or_months_unknown) {
  ComparisonValues same = costs({0, 0, 0}, always(0));
  same.add("return_of_need_24m", "%", MeasureGroup::need, {always(34), evenly(28, 33)});
  for (const std::string& sentence : sentences(same)) {
    EXPECT_THAT(sentence, Not(HasSubstr("Payback")));
  }
  ComparisonValues unknown = abrupt_and_tapered();
  unknown.add("cost_total", "GBP a year", MeasureGroup::cost, {always(5), always(7)});
  EXPECT_THAT(sentences(unknown), SizeIs(1));
}

TEST(Answer, warns_of_few_runs) {
  ComparisonValues values = abrupt_and_tapered();
  values.add("return_of_need_24m", "%", MeasureGroup::need, {always(34, 5), evenly(28, 33, 5)});
  EXPECT_THAT(sentences(values).back(), StartsWith("These are 5 runs only"));
  EXPECT_THAT(caution_on_runs(1), StartsWith("This is 1 run only"));
  EXPECT_THAT(caution_on_runs(30), IsEmpty());
}

TEST(Answer, calls_nothing_on_fewer_than_ten_runs) {
  ComparisonValues values = abrupt_and_tapered();
  values.add("return_of_need_24m", "%", MeasureGroup::need, {always(34, 9), evenly(28, 33, 9)});
  values.add("lateness_level_3_days", "days", MeasureGroup::lateness, {always(9, 9), always(9, 9)});
  EXPECT_THAT(sentences(values)[0], EndsWith("; too few runs to tell (fewer in 9 of 9 runs)."));
  EXPECT_EQ(sentences(values)[1], "Lateness: exactly the same in these 9 runs.");
}

/// As many runs in which both are the same, and as many in which there is no such number.
ComparisonValues the_same_in(int runs, int missing) {
  std::vector<double> of_runs = always(100, runs);
  of_runs.resize(static_cast<std::size_t>(runs + missing), NAN);
  ComparisonValues values = abrupt_and_tapered();
  values.add("return_of_need_24m", "%", MeasureGroup::need, {of_runs, of_runs});
  values.add("cost_total", "GBP a year", MeasureGroup::cost,
             {always(5, runs + missing), always(7, runs + missing)});
  return values;
}

TEST(Answer, calls_nothing_the_same_that_most_runs_do_not_have) {
  EXPECT_EQ(sentences(the_same_in(2, 38))[0],
            "Return of need: too few runs to tell, 2 of 40 runs have such a number.");
}

TEST(Answer, says_in_how_many_runs_there_is_such_a_number) {
  EXPECT_EQ(sentences(the_same_in(30, 10))[0],
            "Return of need: exactly the same in the 30 of 40 runs that have such a number.");
  std::vector<double> tapered = evenly(28, 33, 36);
  tapered.resize(40, NAN);
  ComparisonValues values = abrupt_and_tapered();
  values.add("return_of_need_24m", "%", MeasureGroup::need, {always(34, 40), tapered});
  EXPECT_THAT(sentences(values)[0], EndsWith("(fewer in 36 of 36 runs, no such number in 4)."));
}

TEST(Answer, speaks_only_of_measures_that_exist) {
  for (const std::string_view name : answered_measures()) {
    EXPECT_TRUE(std::ranges::any_of(run_measures(), [name](const Measure& each) {
      return each.name == name;
    })) << name;
  }
}

TEST(Answer, tells_shares_as_shares_and_amounts_as_amounts) {
  ComparisonValues values = abrupt_and_tapered();
  for (const std::string_view name : answered_measures()) {
    const auto measure = std::ranges::find(run_measures(), name, &Measure::name);
    ASSERT_NE(measure, run_measures().end()) << name;
    values.add(name, measure->unit, MeasureGroup::flows, {always(50), evenly(40, 45)});
  }
  const std::vector<std::string> said = sentences(values);
  ASSERT_EQ(said.size(), answered_measures().size());
  for (std::size_t i = 0; i < said.size(); ++i) {
    const bool is_share = values.made().measures[i].measure.unit == "%";
    EXPECT_EQ(said[i].find("of every ") != std::string::npos, is_share) << said[i];
  }
}

}  // namespace
}  // namespace stepdown
