#include "analysis/sensitivity/influence_pictures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/fixtures/formula_sensitivity.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

SensitivityResults by(SensitivityMethod method) {
  SensitivityDesign asked;
  asked.method = method == SensitivityMethod::given_data ? SensitivityMethod::sobol : method;
  asked.rows = 4;
  SensitivityResults results = FormulaSensitivity(asked).results();
  results.design.method = method;
  return results;
}

TEST(InfluencePictures, SayWhereTheirNumbersAreFrom) {
  EXPECT_THAT(
      influence_picture(by(SensitivityMethod::sobol), 0),
      AllOf(HasSubstr("Northborough &lt;&amp; Co&gt;"), HasSubstr("9.9.9"), HasSubstr("Source: ")));
}

TEST(InfluencePictures, CallTheLastLineLuckOrWhatASettingWouldShowThatDoesNothing) {
  EXPECT_THAT(influence_table(by(SensitivityMethod::sobol), 0, "a"),
              AllOf(HasSubstr(">Luck <"), Not(HasSubstr("that does nothing"))));
  SensitivityResults given = by(SensitivityMethod::given_data);
  given.found.over_horizon[0].by_chance = 0.125;
  EXPECT_THAT(
      influence_table(given, 0, "a"),
      AllOf(HasSubstr("A setting that does nothing stays below"), Not(HasSubstr(">Luck <"))));
}

TEST(InfluencePictures, HaveTheSizesOfMorrisInTheUnitOfTheOutcome) {
  SensitivityResults results = by(SensitivityMethod::morris);
  results.found.over_horizon[0].indices[0].of_factors[0] = {8, 0.5};
  EXPECT_THAT(influence_table(results, 0, "a"),
              AllOf(HasSubstr(">8.0<"), HasSubstr(">7.5<"), HasSubstr(">8.5<")));
}

TEST(InfluencePictures, OfTheMonthsBeginWithTheSettingThatAccountsForMostOfAll) {
  SensitivityResults results = by(SensitivityMethod::sobol);
  for (std::vector<Influence>& months : results.found.by_month) {
    for (Influence& month : months) {
      month.indices[0].of_factors = {{0.7, 0.1}, {0.2, 0.1}, {0.1, 0.1}};
    }
  }
  const std::string picture = influence_over_time_picture(results, 0);
  const auto first = picture.find("Easing from level 2 to 1");
  ASSERT_NE(first, std::string::npos) << "the first setting has a panel";
  EXPECT_LT(first, picture.find("Part by which accepting"));
  EXPECT_LT(picture.find("Part by which accepting"), picture.find("Chance that a contact"));
}

}  // namespace
}  // namespace stepdown
