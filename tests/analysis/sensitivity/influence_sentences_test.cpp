#include "analysis/sensitivity/influence_sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/fixtures/formula_sensitivity.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

class InfluenceSentences : public testing::Test {
 protected:
  // Totals of the three settings, each with a half-width of four parts.
  Influence shares(std::vector<double> totals, double luck, double half_width = 0.04) const {
    Influence influence{0,  1,   1,      {luck, half_width}, {{"total", {}}, {"first", {}}}, {},
                        {}, 100, nothing};
    for (const double total : totals) {
      influence.indices[0].of_factors.push_back({total, half_width});
      influence.indices[1].of_factors.push_back({total, half_width});
    }
    return influence;
  }
  std::vector<std::string> said(const Influence& influence) const {
    return influence_sentences(results_, results_.found.of_run.front(), influence);
  }

  SensitivityResults results_ = FormulaSensitivity().results();
};

TEST_F(InfluenceSentences, SayWhatDecidesMostInPartsOfAHundred) {
  EXPECT_THAT(said(shares({0.61, 0.2, 0.01}, 0.12, 0.03)),
              ElementsAre(AllOf(HasSubstr("Easing from level 2 to 1"),
                                HasSubstr("decides most of it: it accounts for 61 of every 100 "
                                          "parts of the spread (likely 58 to 64).")),
                          HasSubstr("Luck accounts for 12 of every 100 parts (likely 9 to 15)"),
                          AllOf(HasSubstr("Then come: Part by which accepting"),
                                HasSubstr("(20 of every 100 parts, likely 17 to 23)")),
                          AllOf(HasSubstr("Less than 5 of every 100 parts each: "),
                                HasSubstr("Chance that a contact during a taper"))));
}

TEST_F(InfluenceSentences, SayMoreThanAnyOtherWhereItIsNotMost) {
  EXPECT_THAT(said(shares({0.4, 0.2, 0.2}, 0.2)).front(),
              HasSubstr("decides more of it than any other setting"));
}

TEST_F(InfluenceSentences, SayTooCloseToCallWhereIntervalsMeet) {
  EXPECT_THAT(said(shares({0.4, 0.36, 0.01}, 0.2)).front(),
              AllOf(HasSubstr("Too close to call what decides most of it"),
                    HasSubstr("Easing from level 2"), HasSubstr("Part by which accepting"),
                    Not(HasSubstr("Chance that a contact"))));
}

TEST_F(InfluenceSentences, SayWhereLuckDecidesMore) {
  EXPECT_THAT(said(shares({0.2, 0.1, 0.0}, 0.7)).front(),
              HasSubstr("Luck decides more of it than any setting here"));
}

TEST_F(InfluenceSentences, SayWhatSettingsDoTogether) {
  Influence influence = shares({0.6, 0.5, 0.0}, 0.1, 0.01);
  influence.indices[1].of_factors = {{0.4, 0.01}, {0.3, 0.01}, {0, 0.01}};
  EXPECT_THAT(
      said(influence),
      Contains(HasSubstr("About 20 of every 100 parts come from settings acting together")));
}

TEST_F(InfluenceSentences, SayThatWideIntervalsAreRough) {
  EXPECT_THAT(said(shares({0.6, 0.1, 0.0}, 0.1, 0.15)), Contains(HasSubstr("rough")));
}

TEST_F(InfluenceSentences, SayThatNothingChangesIt) {
  Influence same = shares({nothing, nothing, nothing}, nothing);
  same.variance = 0;
  EXPECT_THAT(said(same), ElementsAre(HasSubstr("the same in every run")));
}

TEST_F(InfluenceSentences, SayHowManyRunsHaveNoSuchNumber) {
  Influence influence = shares({0.6, 0.1, 0.0}, 0.1);
  influence.missing = {3, 4};
  EXPECT_THAT(said(influence), Contains("In 7 of 100 runs there is no such number; they were left "
                                        "out."));
}

TEST_F(InfluenceSentences, OfMorrisAreInTheUnitOfTheOutcome) {
  SensitivityDesign asked;
  asked.method = SensitivityMethod::morris;
  asked.rows = 4;
  const SensitivityResults morris = FormulaSensitivity(asked, 0.3).results();
  EXPECT_THAT(influence_sentences(morris, morris.found.of_run[0], morris.found.over_horizon[0]),
              ElementsAre(AllOf(HasSubstr("moves it more than any other setting"),
                                HasSubstr("child-years a year (likely ")),
                          testing::_, testing::_, HasSubstr("no shares of the spread")));
}

TEST_F(InfluenceSentences, OfGivenDataSayWhatStandsOutFromChance) {
  results_.design.method = SensitivityMethod::given_data;
  Influence influence = shares({0.3, 0.18, 0.1}, nothing);
  influence.indices.pop_back();
  influence.by_chance = 0.2;
  EXPECT_THAT(said(influence),
              ElementsAre(HasSubstr("lasting capacity alone stands out from chance."),
                          HasSubstr("Beyond chance: Easing from level 2 to 1"),
                          HasSubstr("No more than a setting that does nothing would show (0.20)")));
  influence.by_chance = 0.4;
  EXPECT_THAT(said(influence).front(), "Nothing that was varied stands out from chance.");
}

TEST_F(InfluenceSentences, PutFactorsInOrderAndThoseWithoutAShareLast) {
  EXPECT_THAT(in_order_of_influence(shares({nothing, 0.1, 0.3}, 0)), ElementsAre(2, 1, 0));
}

TEST_F(InfluenceSentences, OfMorrisNameASizeForOneAndSizesForSeveralThatAreTooClose) {
  results_.design.method = SensitivityMethod::morris;
  EXPECT_THAT(said(shares({8, 2, 1}, nothing, 0.5)).front(),
              AllOf(HasSubstr("moves it more than any other setting when it goes over its whole "
                              "range: by 8.0 child-years a year (likely 7.5 to 8.5)."),
                    Not(HasSubstr("Part by which accepting"))));
  EXPECT_THAT(said(shares({8, 7.5, 1}, nothing, 0.5)).front(),
              AllOf(HasSubstr("Too close to call which setting moves it most: Easing from level 2"),
                    HasSubstr("; Part by which accepting")));
}

TEST_F(InfluenceSentences, OfMorrisNameNothingFirstThatLuckAloneWouldShow) {
  results_.design.method = SensitivityMethod::morris;
  Influence influence = shares({79, 60, 1}, nothing, 9);
  influence.indices.push_back({"by_luck", {{78.3, nothing}, {78, nothing}, {78, nothing}}});
  EXPECT_EQ(influence_headline(results_, influence),
            "Nothing that was varied moves it more than luck alone would");
  EXPECT_THAT(said(influence),
              ElementsAre("Nothing that was varied moves it more than luck alone would.",
                          AllOf(HasSubstr("No more than luck alone would show: Easing from level"),
                                HasSubstr("Part by which accepting")),
                          HasSubstr("no shares of the spread")));
  influence.indices.back().of_factors[1].value = 20;  // another is measured better
  EXPECT_THAT(said(influence).front(),
              AllOf(HasSubstr("Part by which accepting"), HasSubstr("any other setting"),
                    Not(HasSubstr("Easing"))));
}

TEST_F(InfluenceSentences, OfGivenDataCountAShiftThatChanceReachesAsChance) {
  results_.design.method = SensitivityMethod::given_data;
  Influence influence = shares({0.3, 0.25, 0.2}, nothing);
  influence.by_chance = 0.25;
  EXPECT_THAT(said(influence)[2], HasSubstr("(0.25): Part by which accepting"));
}

TEST_F(InfluenceSentences, OfGivenDataSayWhatLuckIsWherePointsWereRunSeveralTimes) {
  results_.design.method = SensitivityMethod::given_data;
  Influence influence = shares({0.3, 0.18, 0.1}, 0.35);
  influence.by_chance = 0.2;
  EXPECT_THAT(said(influence), Contains("Luck is 35 of every 100 parts of the spread: runs of one "
                                        "and the same point differ."));
  influence.luck.value = nothing;
  EXPECT_THAT(said(influence), Not(Contains(HasSubstr("Luck"))));
}

}  // namespace
}  // namespace stepdown
