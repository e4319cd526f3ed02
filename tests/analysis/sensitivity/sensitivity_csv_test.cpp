#include "analysis/sensitivity/sensitivity_csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/fixtures/formula_sensitivity.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(SensitivityCsv, HasALineForEveryNumber) {
  const std::string csv = sensitivity_csv(FormulaSensitivity().results());
  EXPECT_THAT(
      csv,
      StartsWith("measure,unit,scenario,baseline,month_end,factor,index,value,low,"
                 "high\nchild_years_level_4_to_5,child-years a year,tapered,abrupt,,all,mean,"));
  EXPECT_THAT(
      csv, HasSubstr("\nchild_years_level_4_to_5,child-years a year,tapered,abrupt,,luck,share,"));
  EXPECT_THAT(csv, HasSubstr("\nrereferral_12m,%,tapered,,,taper.relapse_seen,total,"));
  EXPECT_THAT(csv, HasSubstr("\nmonth_referrals,children,tapered,abrupt,2028-03-31,need.easing,"));
}

TEST(SensitivityCsv, HasAsManyCellsInEveryLine) {
  std::istringstream lines(sensitivity_csv(FormulaSensitivity().results()));
  for (std::string line; std::getline(lines, line);) {
    EXPECT_EQ(std::count(line.begin(), line.end(), ','), 9) << line;
  }
}

TEST(SensitivityCsv, TellsPairsAndWhatIsMissing) {
  SensitivityDesign asked;
  asked.second_order = true;
  FormulaSensitivity study(asked);
  study.fails = true;
  const std::string csv = sensitivity_csv(study.results());
  EXPECT_THAT(csv, HasSubstr(",need.easing x trust.effect,second,"));
  EXPECT_THAT(csv, HasSubstr("\nrereferral_12m,%,tapered,abrupt,,all,missing,1,,\n"));
}

}  // namespace
}  // namespace stepdown
