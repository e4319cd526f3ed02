#include "analysis/ensemble_answer.h"

#include <gmock/gmock.h>

#include <cmath>
#include <string>
#include <vector>

#include "tests/fixtures/comparison_values.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

/// A world in which the return of need is 34% under abrupt and lies in this range under tapered.
WorldComparison world(double low, double high) {
  ComparisonValues values({"abrupt", "tapered"});
  values.add("return_of_need_24m", "%", MeasureGroup::need, {always(34), evenly(low, high)});
  return {"member", values.made()};
}

WorldComparison fewer() { return world(28, 31.2); }
WorldComparison more() { return world(36, 38.4); }
WorldComparison too_close() { return world(33, 35); }

std::vector<WorldComparison> worlds_of(int lower, int higher, int close) {
  std::vector<WorldComparison> worlds(static_cast<std::size_t>(lower), fewer());
  worlds.insert(worlds.end(), static_cast<std::size_t>(higher), more());
  worlds.insert(worlds.end(), static_cast<std::size_t>(close), too_close());
  return worlds;
}

EnsembleFinding finding(int lower, int higher, int close) {
  return ensemble_finding(worlds_of(lower, higher, close), "return_of_need_24m", 1);
}

std::string sentence(int lower, int higher, int close) {
  return ensemble_sentences(worlds_of(lower, higher, close), 1).front();
}

TEST(EnsembleFinding, counts_the_worlds_of_each_verdict) {
  const EnsembleFinding found = finding(12, 3, 5);
  EXPECT_EQ(found.lower, 12U);
  EXPECT_EQ(found.higher, 3U);
  EXPECT_EQ(found.too_close, 5U);
  EXPECT_EQ(found.worlds(), 20U);
}

TEST(EnsembleFinding, holds_in_all_in_most_from_four_of_five_on_or_depends) {
  EXPECT_EQ(finding(20, 0, 0).robustness, Robustness::all_worlds);
  EXPECT_EQ(finding(16, 0, 4).robustness, Robustness::most_worlds);
  EXPECT_EQ(finding(15, 3, 2).robustness, Robustness::depends);
  EXPECT_EQ(finding(0, 18, 2).conclusion, Verdict::higher);
  EXPECT_EQ(finding(1, 1, 18).conclusion, Verdict::too_close_to_call);
}

TEST(EnsembleFinding, depends_on_no_world_where_none_says_the_opposite) {
  EXPECT_EQ(finding(15, 0, 5).robustness, Robustness::some_worlds);
  EXPECT_EQ(finding(15, 0, 5).conclusion, Verdict::lower);
  EXPECT_EQ(finding(0, 8, 14).robustness, Robustness::some_worlds);
  EXPECT_EQ(finding(0, 8, 14).conclusion, Verdict::higher);
}

/// So many runs in each, in all of which the return of need is lower.
WorldComparison lower_in(int runs, int missing = 0) {
  std::vector<double> abrupt = always(34, runs), tapered = evenly(30, 32, runs);
  abrupt.resize(abrupt.size() + static_cast<std::size_t>(missing), NAN);
  tapered.resize(abrupt.size(), NAN);
  ComparisonValues values({"abrupt", "tapered"});
  values.add("return_of_need_24m", "%", MeasureGroup::need, {abrupt, tapered});
  return {"m", values.made()};
}

TEST(EnsembleFinding, of_worlds_of_few_runs_is_that_of_all_their_runs) {
  const std::vector<WorldComparison> worlds(20, lower_in(2));
  const EnsembleFinding found = ensemble_finding(worlds, "return_of_need_24m", 1);
  EXPECT_EQ(found.too_few, 20U);
  EXPECT_EQ(found.robustness, Robustness::all_runs);
  EXPECT_EQ(found.conclusion, Verdict::lower);
  EXPECT_THAT(ensemble_sentences(worlds, 1).front(),
              HasSubstr("Return of need: fewer under tapered in 40 of 40 runs of all 20 worlds "
                        "together, too few in each for a verdict of its own; from world to world"));
}

TEST(EnsembleFinding, of_worlds_of_few_runs_that_contradict_each_other_says_that_they_do) {
  ComparisonValues less({"abrupt", "tapered"}), greater({"abrupt", "tapered"});
  less.add("return_of_need_24m", "%", MeasureGroup::need, {always(34, 2), evenly(30, 31, 2)});
  greater.add("return_of_need_24m", "%", MeasureGroup::need, {always(34, 2), evenly(37, 38, 2)});
  std::vector<WorldComparison> worlds(10, {"m", less.made()});
  worlds.insert(worlds.end(), 10, {"m", greater.made()});
  EXPECT_THAT(ensemble_sentences(worlds, 1).front(),
              HasSubstr("Return of need: too close to call under tapered in the 40 runs of all 20 "
                        "worlds together, too few in each for a verdict of its own, and the worlds "
                        "lie further apart than luck: more runs in each may show on which it "
                        "depends; from world to world"));
}

TEST(EnsembleFinding, has_no_conclusion_where_most_runs_have_no_number) {
  std::vector<WorldComparison> worlds(8, lower_in(2, 8));
  ComparisonValues none({"abrupt", "tapered"});
  none.add("return_of_need_24m", "%", MeasureGroup::need, {always(NAN, 10), always(NAN, 10)});
  worlds.resize(22, {"empty", none.made()});
  const EnsembleFinding found = ensemble_finding(worlds, "return_of_need_24m", 1);
  EXPECT_EQ(found.conclusion, Verdict::too_few_runs);
  EXPECT_EQ(found.without_number, 14U);
  EXPECT_EQ(ensemble_sentences(worlds, 1).front(),
            "Return of need: too few runs to tell under tapered (no such number in 204 of 220 "
            "runs, among them all of 14 worlds).");
}

/// Worlds of one truth, in most of which nine of ten runs happen to be lower and in others not.
std::vector<WorldComparison> worlds_of_one_truth(int lower, int close) {
  ComparisonValues enough({"abrupt", "tapered"}), not_enough({"abrupt", "tapered"});
  enough.add("return_of_need_24m", "%", MeasureGroup::need,
             {always(34, 11), evenly(30.2, 34.3, 11)});
  not_enough.add("return_of_need_24m", "%", MeasureGroup::need,
                 {always(34, 11), evenly(30.3, 34.9, 11)});
  std::vector<WorldComparison> worlds(static_cast<std::size_t>(lower), {"m", enough.made()});
  worlds.insert(worlds.end(), static_cast<std::size_t>(close), {"m", not_enough.made()});
  return worlds;
}

TEST(EnsembleFinding, of_worlds_that_differ_by_no_more_than_luck_is_that_of_all_their_runs) {
  const EnsembleFinding mixed =
      ensemble_finding(worlds_of_one_truth(6, 4), "return_of_need_24m", 1);
  EXPECT_EQ(mixed.lower, 6U);
  EXPECT_EQ(mixed.too_close, 4U);
  EXPECT_EQ(mixed.robustness, Robustness::as_one_world);
  EXPECT_EQ(mixed.conclusion, Verdict::too_close_to_call);
}

TEST(EnsembleFinding, has_the_range_of_the_means_of_worlds) {
  const EnsembleFinding found = finding(2, 1, 0);
  EXPECT_NEAR(found.least, -4.4, 1e-9);
  EXPECT_NEAR(found.median, -4.4, 1e-9);
  EXPECT_NEAR(found.greatest, 3.2, 1e-9);
}

TEST(EnsembleFinding, leaves_out_worlds_in_which_no_run_has_the_measure) {
  std::vector<WorldComparison> worlds = worlds_of(2, 0, 0);
  ComparisonValues none({"abrupt", "tapered"});
  none.add("return_of_need_24m", "%", MeasureGroup::need, {always(NAN), evenly(1, 2)});
  worlds.push_back({"empty", none.made()});
  EXPECT_EQ(ensemble_finding(worlds, "return_of_need_24m", 1).worlds(), 2U);
  EXPECT_EQ(ensemble_finding(worlds, "unheard_of", 1).robustness, Robustness::no_pairs);
  EXPECT_TRUE(std::isnan(ensemble_finding(worlds, "unheard_of", 1).median));
}

TEST(EnsembleAnswer, says_what_holds_in_all_worlds) {
  EXPECT_EQ(sentence(20, 0, 0),
            "Return of need: fewer under tapered in all 20 worlds; from world to world the mean "
            "difference is 4 fewer of every 100 families first helped after day 0 whose need had "
            "eased.");
  EXPECT_THAT(sentence(0, 0, 20), HasSubstr("too close to call in all 20 worlds;"));
}

TEST(EnsembleAnswer, says_what_holds_in_most_and_what_the_others_say) {
  EXPECT_THAT(sentence(17, 1, 2),
              HasSubstr("fewer under tapered in most worlds, 17 of 20 (too close to call in 2, "
                        "more in 1)"));
}

TEST(EnsembleAnswer, says_what_depends_on_the_world) {
  EXPECT_THAT(sentence(10, 6, 4),
              HasSubstr("under tapered it depends on which of the 20 worlds is true (fewer in 10, "
                        "more in 6, too close to call in 4)"));
  EXPECT_THAT(sentence(10, 6, 4), HasSubstr("between 4 fewer and 3 more of every 100 families"));
}

TEST(EnsembleAnswer, says_in_how_many_worlds_it_holds_where_the_others_leave_it_open) {
  EXPECT_THAT(sentence(0, 8, 14),
              HasSubstr("Return of need: under tapered more in 8 of 22 worlds, not settled in 14 "
                        "by 101 runs each; from world to world"));
}

TEST(EnsembleAnswer, says_where_some_runs_or_worlds_have_no_number) {
  std::vector<WorldComparison> worlds(20, lower_in(20, 2));
  EXPECT_THAT(ensemble_sentences(worlds, 1).front(),
              HasSubstr("fewer under tapered in all 20 worlds; from world"));
  EXPECT_THAT(ensemble_sentences(worlds, 1).front(),
              HasSubstr("; no such number in 40 of 440 runs."));
}

TEST(EnsembleAnswer, says_where_worlds_differ_by_no_more_than_luck) {
  EXPECT_THAT(ensemble_sentences(worlds_of_one_truth(6, 4), 1).front(),
              HasSubstr("too close to call under tapered in the runs of all 10 worlds together, "
                        "which differ by no more than luck (fewer in 6, too close to call in 4)"));
}

TEST(EnsembleAnswer, says_that_a_plan_without_a_difference_is_the_same_everywhere) {
  const std::vector<WorldComparison> worlds(20, world(34, 34));
  EXPECT_THAT(ensemble_sentences(worlds, 1),
              ElementsAre("Return of need: exactly the same in all 20 worlds."));
}

TEST(EnsembleAnswer, keeps_the_caveat_of_official_re_referral) {
  ComparisonValues values({"abrupt", "tapered"});
  values.add("rereferral_12m", "%", MeasureGroup::returning, {always(22), evenly(17, 19)});
  const std::vector<WorldComparison> worlds(20, WorldComparison{"member", values.made()});
  EXPECT_THAT(ensemble_sentences(worlds, 1).front(), HasSubstr("low by construction"));
}

TEST(EnsembleAnswer, warns_of_few_worlds_and_not_of_enough) {
  EXPECT_THAT(ensemble_sentences(worlds_of(3, 0, 0), 1).back(), StartsWith("This is of 3 worlds"));
  EXPECT_THAT(ensemble_sentences(worlds_of(20, 0, 0), 1).back(), Not(HasSubstr("only")));
}

TEST(EnsembleAnswer, warns_of_one_run_in_each_world) {
  ComparisonValues values({"abrupt", "tapered"});
  values.add("return_of_need_24m", "%", MeasureGroup::need, {{34}, {30}});
  const std::vector<WorldComparison> worlds(20, WorldComparison{"member", values.made()});
  EXPECT_THAT(ensemble_sentences(worlds, 1).back(), StartsWith("This is of one run in each world"));
}

}  // namespace
}  // namespace stepdown
