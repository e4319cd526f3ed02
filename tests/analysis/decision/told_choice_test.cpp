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
