#include "analysis/decision/decision_told.h"

#include <gmock/gmock.h>

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

DecisionTold told() {
  DecisionTold made;
  made.title = "What is best <now>";
  made.sentences = {"Tapering is best."};
  made.cautions = {"Nobody fares worse."};
  made.table = {"decision",
                "Plans",
                {{"Plan", "plan"}, {"Cost, GBP", "cost"}},
                {{"", {{{"Tapering"}, {"1,234"}}, {{"Abrupt"}, {"-"}}}}}};
  made.picture_message = "Tapering is best";
  made.asked = {{"Measure", "Need, less is better"}};
  return made;
}

DecisionMade made(std::size_t failed = 0) {
  DecisionMade how;
  how.command = "stepdown choose";
  how.version = "9.9.9";
  how.place = "Kent";
  how.runs = 120;
  how.failed = failed;
  how.scenarios = {{"Tapering", "a = 1"}};
  how.assumptions = {"Help may do nothing."};
  return how;
}

TEST(DecisionPage, says_the_answer_what_was_asked_and_how_it_was_made) {
  const std::string page = decision_page(told(), made());
  EXPECT_THAT(page,
              AllOf(HasSubstr("<h1>What is best &lt;now&gt;</h1>"), HasSubstr("Tapering is best."),
                    HasSubstr("Nobody fares worse."),
                    HasSubstr("<dt>Measure</dt><dd>Need, less is better</dd>"),
                    HasSubstr("<dt>Runs of the model</dt><dd>120</dd>"),
                    HasSubstr("Help may do nothing."), HasSubstr("stepdown 9.9.9"),
                    HasSubstr("<code>stepdown choose</code>"), HasSubstr("Settings of Tapering")));
}

TEST(DecisionPage, says_which_runs_were_left_out) {
  EXPECT_THAT(failures_told(made()), IsEmpty());
  EXPECT_THAT(decision_page(told(), made(3)), HasSubstr("3 of 120 runs failed and were left out."));
}

TEST(DecisionTable, is_for_other_programs_without_commas_in_numbers) {
  EXPECT_EQ(decision_csv(told()), "plan,cost\nTapering,1234\nAbrupt,\n");
}

}  // namespace
}  // namespace stepdown
