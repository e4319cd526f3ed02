#include "analysis/sensitivity/sensitivity_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/honest_use.h"
#include "analysis/report/html.h"
#include "tests/fixtures/formula_sensitivity.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(SensitivityPage, BeginsWithSentencesAndSaysWhatItIsNot) {
  const std::string page = sensitivity_page(FormulaSensitivity().results());
  EXPECT_LT(page.find("decides most of it"), page.find("<figure"));
  EXPECT_LT(page.find(escaped(honest_use())), page.find("<figure"));
  EXPECT_THAT(page,
              HasSubstr("Tapered support against Abrupt closing. Northborough &lt;&amp; Co&gt;, "
                        "April 2026 to March 2028."));
}

TEST(SensitivityPage, HasATornadoAndItsCourseOverTheMonthsEachWithItsTable) {
  const std::string page = sensitivity_page(FormulaSensitivity().results());
  EXPECT_THAT(page, AllOf(HasSubstr("data-picture=\"influence\""),
                          HasSubstr("data-picture=\"influence_over_time\""),
                          HasSubstr("data-part=\"influence\""), HasSubstr("data-part=\"months\"")));
  EXPECT_THAT(page, HasSubstr("data-key=\"alone\">Alone</th>"));
  EXPECT_THAT(page, AllOf(HasSubstr("<table id=\"months-1-1\""), HasSubstr("months-1-2"),
                          HasSubstr("months-1-3"), HasSubstr("months-1-luck")))
      << "each of three settings, and luck";
}

TEST(SensitivityPage, SaysWhatWasVariedAndWhoseLuckWasUsed) {
  SensitivityDesign asked;
  const std::string own = sensitivity_page(FormulaSensitivity(asked).results());
  EXPECT_THAT(own, AllOf(HasSubstr("0.5 to 2"), HasSubstr("need.easing"),
                         HasSubstr("Every point and replicate had luck of its own")));
  asked.common_luck = true;
  EXPECT_THAT(sensitivity_page(FormulaSensitivity(asked).results()),
              HasSubstr("All points of a row had the same luck"));
}

TEST(SensitivityPage, ShowsFailedRunsScrambleByScramble) {
  FormulaSensitivity study;
  EXPECT_THAT(sensitivity_page(study.results()),
              AllOf(HasSubstr("All 2,560 runs ended well."), Not(HasSubstr("id=\"missing\""))));
  study.fails = true;
  const std::string page = sensitivity_page(study.results());
  EXPECT_THAT(page, AllOf(HasSubstr("1 of 2,560 runs failed."), HasSubstr("id=\"missing\"")));
  const std::string heading = page.substr(page.find("id=\"missing\""));
  for (std::size_t scramble = 1; scramble <= study.design.scrambles; ++scramble) {
    EXPECT_THAT(heading.substr(0, heading.find("</thead>")),
                HasSubstr('>' + std::to_string(scramble) + "</th>"));
  }
}

TEST(SensitivityPage, ToldOfMorrisAndOfGivenDataSaysWhichMethod) {
  SensitivityDesign asked;
  asked.method = SensitivityMethod::morris;
  asked.rows = 4;
  EXPECT_THAT(sensitivity_page(FormulaSensitivity(asked).results()),
              AllOf(HasSubstr("Morris"), HasSubstr("Luck alone would show")));
}

std::size_t times(const std::string& page, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = page.find(what); at != std::string::npos; at = page.find(what, at + 1)) {
    ++found;
  }
  return found;
}

TEST(SensitivityPage, DrawsThreeOutcomesAndTwoCoursesAndHasTheOthersAsTables) {
  FormulaSensitivity study;
  study.plan.measures = {"child_years_level_4_to_5",
                         "rereferral_12m",
                         "referrals",
                         "unallocated_mean",
                         "month_referrals",
                         "month_unallocated",
                         "month_caseload_social_worker"};
  const std::string page = sensitivity_page(study.results());
  EXPECT_EQ(times(page, "data-picture=\"influence\""), 3U);
  EXPECT_EQ(times(page, "data-picture=\"influence_over_time\""), 2U);
  EXPECT_THAT(page, AllOf(HasSubstr("The other outcomes"), HasSubstr("<table id=\"other-")));
  EXPECT_THAT(sensitivity_page(FormulaSensitivity().results()), HasSubstr("The other outcomes"))
      << "differences and plans of two measures are six";
}

}  // namespace
}  // namespace stepdown
