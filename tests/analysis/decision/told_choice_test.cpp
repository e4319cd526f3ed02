#include "analysis/decision/told_choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

const std::vector<std::string> titles{"The base", "Tapering", "Key workers"};

/// Three options with a mean of 100, 97 and 96; what is left of them is said in the order of
/// `left`.
class ToldChoice : public testing::Test {
 protected:
  ToldChoice() {
    const std::vector<double> base{100, 101, 99, 100};
    for (std::size_t option = 0; option < 3; ++option) {
      std::vector<double> own;
      for (const double value : base) {
        own.push_back(value - less_[option]);
      }
      choice_.options.push_back({option, Standing::left, 4, summarise(own),
                                 paired_difference(base, own), CareVerdict{}, 0});
    }
    choice_.left = {2, 1};
    choice_.indifference = 0.5;
  }
  DecisionTold told() const { return told_choice(choice_, plan_, titles); }

  void decide_on(std::size_t best) {
    for (OptionTold& option : choice_.options) {
      option.standing = option.option == best ? Standing::best : Standing::beaten;
    }
    choice_.left = {best};
    choice_.is_decided = true;
  }

  ChoicePlan plan_{read_objectives({})};
  BestOption choice_;

 private:
  std::vector<double> less_{0, 3, 4};
};

TEST_F(ToldChoice, between_several_is_too_close_to_call_in_words_and_over_the_picture) {
  EXPECT_THAT(told().sentences.front(),
              HasSubstr("Too close to call between Key workers and Tapering"));
  EXPECT_EQ(told().picture_message, "Too close to call between 2 options");
}

TEST_F(ToldChoice, of_one_says_over_the_picture_who_does_best) {
  choice_.left = {2};
  choice_.is_decided = true;
  EXPECT_EQ(told().picture_message, "Key workers does best");
}

TEST_F(ToldChoice, warns_of_an_option_that_may_leave_a_fifth_worse_off) {
  choice_.options[1].care.care = Care::in_doubt;
  EXPECT_THAT(told().cautions, Contains(AllOf(HasSubstr("Whether Tapering leaves more children"),
                                              HasSubstr("too close to call"))));
  EXPECT_THAT(told().cautions, Not(Contains(HasSubstr("Whether Key workers"))));
}

TEST_F(ToldChoice, does_not_warn_of_an_option_that_is_out_of_the_choice) {
  choice_.options[1].care.care = Care::in_doubt;
  choice_.left = {2};
  EXPECT_THAT(told().cautions, Not(Contains(HasSubstr("Whether Tapering"))));
}

TEST_F(ToldChoice, among_those_that_may_be_chosen_is_told_as_that) {
  decide_on(1);
  choice_.options[2].standing = Standing::ruled_out;
  EXPECT_THAT(told().sentences.front(),
              AllOf(StartsWith("Tapering is the best of those that may be chosen: with it 97"),
                    HasSubstr("It is the best of these, or no more than 0.50 behind the best of "
                              "them, with a certainty of 95%.")));
  EXPECT_EQ(told().picture_message, "Tapering does best of those that may be chosen");
}

TEST_F(ToldChoice, that_is_none_claims_no_certainty) {
  decide_on(0);
  choice_.options[1].standing = Standing::ruled_out;
  choice_.options[2].standing = Standing::worse_otherwise;
  EXPECT_EQ(told().sentences.front(),
            "The base is the only one of 3 that may be chosen: with it 100 children living at "
            "neglect level 3 to 5 at any one time. All others are ruled out, as is said below, so "
            "that nothing was left to choose between; nothing needs to change.");
  EXPECT_EQ(told().picture_message, "The base alone may be chosen");
}

TEST_F(ToldChoice, between_equal_plans_says_that_they_are_the_same) {
  decide_on(0);
  choice_.options[1].standing = choice_.options[2].standing = Standing::the_same;
  EXPECT_THAT(told().sentences.front(), StartsWith("These 3 plans are the same in Need: every "
                                                   "difference is exactly 0 in every run."));
  EXPECT_EQ(told().picture_message, "There is nothing to choose between");
  choice_.options[2].standing = Standing::beaten;
  EXPECT_THAT(told().sentences.front(),
              AllOf(StartsWith("The base is the best of 3"),
                    HasSubstr("Tapering comes to exactly the same in every run.")));
}

TEST_F(ToldChoice, says_by_differences_in_the_same_runs_what_would_come_before_it) {
  decide_on(1);
  choice_.options[2].standing = Standing::worse_otherwise;
  choice_.options[2].worse_under = 0;
  EXPECT_THAT(told().cautions, Contains(HasSubstr("Need alone it would come before the choice")));
  // A lower mean of fewer runs is luck where its difference from the baseline is not.
  choice_.options[2].from_baseline = choice_.options[0].from_baseline;
  EXPECT_THAT(told().cautions, Not(Contains(HasSubstr("come before"))));
  std::vector<double> wide{3, -13, 3, -13};
  choice_.options[2].from_baseline = paired_difference(std::vector<double>(4, 0.0), wide);
  EXPECT_THAT(told().cautions, Contains(HasSubstr("Need alone it might come before the choice")));
}

TEST_F(ToldChoice, says_under_the_picture_only_what_ruled_some_out) {
  EXPECT_THAT(told().how_to_read, Not(HasSubstr("ruled out")));
  choice_.options[1].standing = Standing::worse_otherwise;
  EXPECT_THAT(told().how_to_read, AllOf(HasSubstr("ruled out because another measure is worse."),
                                        Not(HasSubstr("fifth"))));
  choice_.options[2].standing = Standing::ruled_out;
  EXPECT_THAT(told().how_to_read, HasSubstr("ruled out because some fifth of areas fares worse, or "
                                            "another measure is worse."));
}

TEST_F(ToldChoice, says_what_has_to_be_known_of_a_measure_that_flatters) {
  EXPECT_THAT(told().cautions, Not(Contains(HasSubstr("by construction"))));
  const std::vector<std::string> names{"severe_child_years_without_help"};
  plan_.objectives = read_objectives(names);
  EXPECT_THAT(told().cautions, Contains(HasSubstr("this falls by construction")));
}

TEST_F(ToldChoice, names_the_unbeaten_from_the_cheapest_to_the_dearest_with_their_cost) {
  const std::vector<CostAndOutcome> options{{{1'000'000, 1'000'000}, {100, 100}},
                                            {{2'000'000, 2'000'000}, {101, 101}},
                                            {{1'500'000, 1'500'000}, {96, 96}}};
  DecisionTold made = told();
  tell_frontier(frontier(options), options, plan_, titles, made);
  EXPECT_THAT(made.sentences,
              Contains("Not beaten in both cost and Need: The base (1,000,000 pounds a year), then "
                       "Key workers (1,500,000 pounds a year)."));
}

}  // namespace
}  // namespace stepdown
