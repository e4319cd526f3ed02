#include "analysis/export/reporting_year.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "model/outcomes/outcomes.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;

std::vector<double> two_years() {
  std::vector<double> months(12, 1.0);
  months.resize(24, 2.0);
  months.back() = 7;
  return months;
}

TEST(ReportingYear, is_the_sum_of_its_months_or_its_last_day) {
  EXPECT_THAT(by_reporting_year(YearRule::sum, two_years()), ElementsAre(12, 29));
  EXPECT_THAT(by_reporting_year(YearRule::at_31_march, two_years()), ElementsAre(1, 7));
}

TEST(ReportingYear, is_called_by_the_year_of_its_31_march) {
  EXPECT_EQ(reporting_year(2024, 0), "2025");
  EXPECT_EQ(reporting_year(2024, 9), "2034");
}

// Who adds a monthly measure has to say how it makes a year.
TEST(ReportingYear, is_known_of_every_monthly_measure) {
  for (const Measure& measure : monthly_measures()) {
    EXPECT_TRUE(year_rule(measure.name)) << measure.name;
  }
  EXPECT_FALSE(year_rule("nothing"));
}

TEST(ReportingYear, has_a_rule_that_fits_what_the_measure_says_of_itself) {
  for (const Measure& measure : monthly_measures()) {
    if (measure.long_name.find("at the end of the month") != std::string_view::npos) {
      EXPECT_EQ(year_rule(measure.name), YearRule::at_31_march) << measure.name;
    }
    if (measure.long_name.find("in the month") != std::string_view::npos) {
      EXPECT_EQ(year_rule(measure.name), YearRule::sum) << measure.name;
    }
  }
}

}  // namespace
}  // namespace stepdown
