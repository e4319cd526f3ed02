#include "analysis/payback.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Differences month by month that are the same throughout each year.
std::vector<double> years(const std::vector<double>& a_month) {
  std::vector<double> months;
  for (const double difference : a_month) {
    months.insert(months.end(), 12, difference);
  }
  return months;
}

TEST(CumulativeByYear, is_what_has_been_spent_by_the_end_of_each_full_year) {
  std::vector<double> months = years({10, -1});
  months.push_back(1000);  // a month of the third
  EXPECT_THAT(cumulative_by_year(months), ElementsAre(120, 108));
  EXPECT_THAT(cumulative_by_year({}), IsEmpty());
}

TEST(Payback, is_in_the_first_year_at_whose_end_less_has_been_spent_in_all) {
  EXPECT_EQ(payback_year(years({10, -4, -4, -4, -4})), 4);
  EXPECT_EQ(payback_year(years({-1, -1})), 1);
}

TEST(Payback, is_not_when_the_sums_are_equal) {
  EXPECT_EQ(payback_year(years({10, -10, -1})), 3);
  EXPECT_EQ(payback_year(years({0, 0})), std::nullopt);
}

TEST(Payback, never_comes_if_the_money_is_not_back_at_the_end) {
  EXPECT_EQ(payback_year(years({10, -1, -1})), std::nullopt);
  EXPECT_EQ(payback_year(years({-10, -10, 100})), std::nullopt) << "less at first does not count";
  EXPECT_EQ(payback_year({}), std::nullopt);
}

TEST(Payback, is_from_when_on_it_stays) { EXPECT_EQ(payback_year(years({-1, 5, -10})), 3); }

}  // namespace
}  // namespace stepdown
