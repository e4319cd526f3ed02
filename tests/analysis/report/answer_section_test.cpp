#include "analysis/report/answer_section.h"

#include <gmock/gmock.h>

#include "tests/fixtures/whole_results.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

// Tapering brings back 10 families in 100 fewer.
WholeResults fewer_back() {
  WholeResults whole = whole_results({"return_of_need_24m"});
  whole.of_run = [](std::string_view, std::size_t s, std::size_t, std::uint32_t run) {
    return 50.0 + run - 10 * static_cast<double>(s);
  };
  return whole;
}

TEST(AnswerSection, says_what_was_compared_where_and_when) {
  const std::string html = section_of_report(answer_section, fewer_back());
  EXPECT_THAT(html,
              AllOf(HasSubstr("<h1>Coventry: Tapered compared with As it is</h1>"),
                    HasSubstr("April 2024 to March 2026, 4 simulated runs, with the same luck "
                              "under every plan")));
}

TEST(AnswerSection, names_the_plans_and_the_baseline_first) {
  const std::string html = section_of_report(answer_section, fewer_back(), {"tapered"});
  EXPECT_LT(html.find("Tapered (baseline)</li>"), html.find("As it is</li>"));
  EXPECT_THAT(html, HasSubstr("aria-label=\"Plans compared\""));
}

TEST(AnswerSection, counts_the_plans_of_many_in_words) {
  WholeResults whole = fewer_back();
  whole.made.scenarios.push_back({"third", "Third", ""});
  EXPECT_THAT(section_of_report(answer_section, whole),
              HasSubstr("Coventry: two plans compared with As it is"));
}

TEST(AnswerSection, speaks_of_one_run_and_of_a_place_without_a_name) {
  WholeResults whole = fewer_back();
  whole.runs = 1;
  whole.made.place_title = "";
  EXPECT_THAT(section_of_report(answer_section, whole),
              AllOf(HasSubstr("1 simulated run,"), HasSubstr("An authority of England's rates: ")));
}

TEST(AnswerSection, says_in_how_many_worlds) {
  WholeResults whole = fewer_back();
  whole.made.draws = {{"one", {"", ""}}, {"two", {"", ""}}};
  EXPECT_THAT(section_of_report(answer_section, whole),
              HasSubstr("in each of 2 worlds that fit the official figures about as well"));
  whole.made.fitted_by = "stepdown calibrate";
  EXPECT_THAT(section_of_report(answer_section, whole),
              HasSubstr("2 worlds that fit Coventry's own figures"));
}

TEST(SentenceSection, has_the_sentences_of_each_plan_and_which_uncertainty_they_show) {
  const std::string html = section_of_report(sentence_section, fewer_back());
  EXPECT_THAT(html, AllOf(HasSubstr("<h3>Tapered against As it is</h3>"), HasSubstr("<li>"),
                          HasSubstr("Ranges show luck")));
  WholeResults whole = fewer_back();
  whole.made.draws = {{"one", {"", ""}}, {"two", {"", ""}}};
  EXPECT_THAT(
      section_of_report(sentence_section, whole),
      AllOf(HasSubstr("Two uncertainties are kept apart"), Not(HasSubstr("Ranges show luck"))));
}

}  // namespace
}  // namespace stepdown
