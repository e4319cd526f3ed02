#include "analysis/report/return_section.h"

#include <gmock/gmock.h>

#include <cmath>

#include "tests/fixtures/whole_results.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

// 40 families are closed at the first good review in a run, a quarter of them back within a year.
WholeResults returning(double closed) {
  WholeResults whole = whole_results({"return_", "followed_", "back_12m"});
  whole.of_run = [closed](std::string_view measure, std::size_t s, std::size_t, std::uint32_t run) {
    return measure == "followed_0m_good_review"    ? closed
           : measure == "followed_12m_good_review" ? closed / 5
           : measure == "return_12m_good_review"   ? 24.0 + run + 10 * static_cast<double>(s)
           : measure == "return_24m_good_review"   ? std::nan("")
           : measure == "back_12m"                 ? 30.0 + run - 20 * static_cast<double>(s)
                                                   : 0.0;
  };
  return whole;
}

std::string section_of(const WholeResults& whole) {
  return section_of_report(return_section, whole);
}

TEST(ReturnSection, has_a_curve_of_those_back_by_months_since_closing_for_each_plan) {
  const std::string html = section_of(returning(40));
  EXPECT_THAT(rows_in_page(html, "return-good_review-0").front(),
              ElementsAre("Months since closing", "Back, of every 100", "90% range from", "to",
                          "Families still followed, a run"));
  const std::vector<std::string> row = row_in_page(html, "return-good_review-1", {"12"});
  ASSERT_EQ(row.size(), 4U);
  EXPECT_NEAR(std::stod(row[0]), 35.5, 0.5) << "the mean of 34 to 37";
  EXPECT_NEAR(std::stod(row[1]), 34, 0.5);
  EXPECT_NEAR(std::stod(row[2]), 37, 0.5);
  EXPECT_EQ(row[3], "8.0");
}

TEST(ReturnSection, begins_with_nobody_back_and_has_no_share_of_nobody) {
  const std::string html = section_of(returning(40));
  EXPECT_THAT(row_in_page(html, "return-good_review-0", {"0"}), ElementsAre("0", "0", "0", "40"));
  EXPECT_THAT(row_in_page(html, "return-good_review-0", {"24"}), ElementsAre("-", "-", "-", "0.0"));
}

TEST(ReturnSection, draws_no_curve_of_a_handful_of_families) {
  EXPECT_THAT(section_of(returning(5)), HasSubstr("return-good_review-0"));
  EXPECT_THAT(section_of(returning(4.9)), Not(HasSubstr("return-good_review-0")));
  EXPECT_THAT(section_of(returning(40)), Not(HasSubstr("return-stepped_down-0")));
}

TEST(ReturnSection, says_where_coming_back_is_less_common_and_what_a_picture_shows) {
  WholeResults whole = returning(40);
  whole.runs = 12;
  EXPECT_THAT(section_of(whole),
              HasSubstr("Returning to services within 12 months is less common under Tapered"));
  EXPECT_THAT(section_of(returning(40)),
              HasSubstr("aria-label=\"A curve for each plan and way of closing"));
}

}  // namespace
}  // namespace stepdown
