#include "analysis/sensitivity/influence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/sensitivity/influence_words.h"
#include "tests/fixtures/formula_sensitivity.h"

namespace stepdown {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Influence, ExplainsDifferencesFirstAndThenEachScenarioByItself) {
  const SensitivityResults results = FormulaSensitivity().results();
  ASSERT_EQ(results.found.of_run.size(), 6U);
  EXPECT_EQ(results.name_of_outcome(results.found.of_run[0]),
            "child_years_level_4_to_5.tapered_minus_abrupt");
  EXPECT_EQ(results.name_of_outcome(results.found.of_run[2]), "child_years_level_4_to_5.abrupt");
  EXPECT_EQ(results.name_of_outcome(results.found.of_run[5]), "rereferral_12m.tapered");
}

TEST(Influence, OfADifferenceIsThatOfTheDifferenceRunByRun) {
  const SensitivityResults results = FormulaSensitivity({}, 0.0).results();
  // 8 x + y: variances 64 and 1 of 65.
  const Influence& difference = results.found.over_horizon[0];
  EXPECT_NEAR(difference.mean, 4.5, 0.02);
  EXPECT_NEAR(difference.main()[0].value, 64.0 / 65, 0.03);
  EXPECT_NEAR(difference.main()[1].value, 1.0 / 65, 0.01);
  EXPECT_EQ(difference.main()[2].value, 0);
  EXPECT_NEAR(difference.luck.value, 0, 1e-9);
  // Under the baseline alone only the second does anything.
  EXPECT_NEAR(results.found.over_horizon[2].main()[1].value, 1, 0.02);
}

TEST(Influence, IsFoundForEveryMonth) {
  const SensitivityResults results = FormulaSensitivity().results();
  ASSERT_EQ(results.found.monthly.size(), 3U);
  ASSERT_EQ(results.found.by_month[0].size(), 24U);
  EXPECT_TRUE(std::isnan(results.found.by_month[0][0].main()[0].value)) << "nothing differs yet";
  EXPECT_NEAR(results.found.by_month[0][7].main()[0].value,
              results.found.over_horizon[0].main()[0].value, 1e-9)
      << "shares do not change with the size of the outcome";
}

TEST(Influence, CountsWhatFailed) {
  FormulaSensitivity study;
  study.fails = true;
  const SensitivityResults results = study.results();
  EXPECT_EQ(results.found.over_horizon[0].all_missing(), 0U);
  EXPECT_EQ(results.found.over_horizon[1].all_missing(), 1U);
  EXPECT_EQ(results.found.over_horizon[1].values, results.runs());
}

TEST(Influence, OfMorrisIsInTheUnitOfTheOutcome) {
  SensitivityDesign asked;
  asked.method = SensitivityMethod::morris;
  asked.rows = 4;
  const SensitivityResults results = FormulaSensitivity(asked, 0.0).results();
  EXPECT_NEAR(results.found.over_horizon[0].main()[0].value, 8, 1e-6);
  EXPECT_NEAR(results.found.over_horizon[0].main()[1].value, 1, 1e-6);
}

std::vector<std::string> explained_in(const Influences& found, const SensitivityResults& results) {
  std::vector<std::string> names;
  for (const ExplainedOutcome& outcome : found.of_run) {
    names.push_back(results.name_of_outcome(outcome));
  }
  return names;
}

Influences found_for(const FormulaSensitivity& study, const ServiceModels& plans) {
  return influences_of(study.design, KeptMeasures::named(study.plan.measures), plans, 0,
                       study.source());
}

TEST(Influence, IsNotLookedForInADifferenceThatHasNoMeaning) {
  FormulaSensitivity study;
  SensitivityResults results = study.results();
  results.found = found_for(study, {{"abrupt", "tapered"}, {false, true}});
  EXPECT_THAT(explained_in(results.found, results),
              ElementsAre("child_years_level_4_to_5.tapered_minus_abrupt",
                          "child_years_level_4_to_5.abrupt", "child_years_level_4_to_5.tapered",
                          "rereferral_12m.abrupt", "rereferral_12m.tapered"));
  EXPECT_EQ(results.found.monthly.size(), 2U);
  EXPECT_EQ(not_compared_in_words(results),
            "Not compared: rereferral_12m, month_referrals; where early help and children in need "
            "are one service, the same name counts something else.");
}

TEST(Influence, IsNotLookedForInACountThatMeansSomethingElseFromPointToPoint) {
  FormulaSensitivity study;
  SensitivityResults results = study.results();
  const std::vector<Varied> varied{{find_parameter("family_help.model"), {0, 1}, {0, 1}}};
  const ServiceModels plans =
      ServiceModels({"abrupt", "tapered"}, {false, false}).at_points_of(varied);
  EXPECT_THAT(explained_in(found_for(study, plans), results),
              Each(HasSubstr("child_years_level_4_to_5")));
  study.plan.measures = {"rereferral_12m"};
  EXPECT_THROW(found_for(study, plans), NotComparable) << "nothing is left";
}

TEST(Influence, OfGivenDataNeedsNoDesign) {
  const FormulaSensitivity study;
  std::vector<double> places;
  for (const StudyPoint& point : study.plan.points) {
    places.insert(places.end(), point.values.begin(), point.values.end());
  }
  const Influences found = influences_of_given(
      places, 3, 1, KeptMeasures::named(std::vector<std::string>{"rereferral_12m"}),
      ServiceModels({"abrupt", "tapered"}, {false, false}), 0, study.source());
  EXPECT_GT(found.over_horizon[0].main()[0].value, found.over_horizon[0].by_chance);
  EXPECT_LT(found.over_horizon[0].main()[2].value, found.over_horizon[0].by_chance);
}

}  // namespace
}  // namespace stepdown
