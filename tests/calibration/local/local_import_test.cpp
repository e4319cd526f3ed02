#include "calibration/local/local_import.h"

#include <gmock/gmock.h>

#include "analysis/unusable_data.h"
#include "tests/fixtures/invented_return.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

/// A case that is open at the end of a return.
std::string open_case(const std::string& referral) {
  return "<CINdetails><CINreferralDate>" + referral +
         "</CINreferralDate><ReferralSource>6</ReferralSource><ReferralNFA>0</ReferralNFA>"
         "</CINdetails>";
}

std::string children(const std::string& name, int number, const std::string& details) {
  std::string all;
  for (int i = 0; i < number; ++i) {
    all += child_element(name + std::to_string(i), "2012-05-01", details);
  }
  return all;
}

/// The returns of 2023 and 2024.
class CinReturns : public ::testing::Test {
 protected:
  LocalImport imported(const std::string& first, const std::string& second,
                       const std::string& first_ends = "2023-03-31",
                       const std::string& second_ends = "2024-03-31") const {
    folder_.write("2023.xml", return_of(first, "2023", first_ends));
    folder_.write("2024.xml", return_of(second, "2024", second_ends));
    return import_cin_returns({folder_.path() + "/2023.xml", folder_.path() + "/2024.xml"}, {});
  }

  const TemporaryFolder folder_;
};

TEST_F(CinReturns, carry_no_case_on_that_the_next_one_does_not_have) {
  const std::string stay = children("stay", 30, open_case("2022-06-01"));
  const LocalImport import = imported(stay + children("gone", 8, open_case("2022-06-01")), stay);
  EXPECT_EQ(import.counts.years.at(2024).in_need, 30);
  EXPECT_EQ(import.log.noted(RecordKind::episode, Gap::vanished_open), 8);
  EXPECT_EQ(import.counts.years.at(2023).referrals, 38);
}

TEST_F(CinReturns, have_a_case_once_whose_date_was_put_right) {
  const LocalImport import = imported(children("A", 30, open_case("2022-06-01")),
                                      children("A", 30, open_case("2022-06-08")));
  EXPECT_EQ(import.counts.years.at(2023).referrals, 30);
  EXPECT_EQ(import.counts.years.at(2024).in_need, 30);
  EXPECT_EQ(import.log.noted(RecordKind::episode, Gap::vanished_open), 30);
}

TEST_F(CinReturns, are_refused_when_most_open_cases_are_not_in_the_next_one) {
  try {
    imported(children("A", 30, open_case("2022-06-01")),
             children("B", 30, open_case("2022-06-01")));
    FAIL() << "returns with other identifiers were put together";
  } catch (const UnusableData& error) {
    EXPECT_THAT(error.what(), AllOf(HasSubstr("`2023.xml`"), HasSubstr("are not in `2024.xml`")));
    EXPECT_THAT(error.advice(), HasSubstr("give the returns since then alone"));
  }
}

TEST_F(CinReturns, may_end_before_31_march_where_they_are_the_last) {
  const std::string all = children("A", 3, open_case("2022-06-01"));
  EXPECT_NO_THROW(imported(all, all, "2023-03-31", "2023-10-31"));
  try {
    imported(all, all, "2023-01-31");
    FAIL() << "a year was taken for whole that is not";
  } catch (const UnusableData& error) {
    EXPECT_THAT(error.what(), HasSubstr("`2023.xml` ends on 31 January 2023"));
  }
}

}  // namespace
}  // namespace stepdown
