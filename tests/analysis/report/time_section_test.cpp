#include "analysis/report/time_section.h"

#include <gmock/gmock.h>

#include <cmath>

#include "tests/fixtures/whole_results.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

// Severe need is two levels: 40 and 10 in run 0, one more with each run, twice as much in the last
// month of the two years, and half of it where plans are tapered.
double severe(std::string_view measure, std::size_t scenario, std::size_t month,
              std::uint32_t run) {
  const double level = measure == "children_level_4"   ? 40.0 + run
                       : measure == "children_level_5" ? 10.0
                                                       : 0.0;
  return level * (month == 23 ? 2 : 1) / (scenario == 0 ? 1 : 2);
}

WholeResults needing() {
  WholeResults whole = whole_results({"children_level", "month_", "child_years_level_4_to_5"});
  whole.runs = 21;
  whole.of_month = severe;
  whole.of_run = [](std::string_view measure, std::size_t s, std::size_t, std::uint32_t run) {
    return measure == "child_years_level_4_to_5" ? (50.0 + run) / (s == 0 ? 1 : 2) : 0.0;
  };
  return whole;
}

std::string section_of(const WholeResults& whole) { return section_of_report(time_section, whole); }

TEST(TimeSection, has_the_sum_of_the_severe_levels_by_quarter_with_its_ranges_over_runs) {
  const std::vector<std::string> row =
      row_in_page(section_of(needing()), "severe-need-0", {"30 June 2024"});
  ASSERT_EQ(row.size(), 5U + 12) << "five quantiles and the first twelve runs";
  EXPECT_THAT(std::vector(row.begin(), row.begin() + 5), ElementsAre("60", "55", "65", "51", "69"));
  EXPECT_EQ(row[5], "50");
  EXPECT_EQ(row[16], "61");
}

TEST(TimeSection, follows_each_plan_to_the_last_month) {
  const std::string html = section_of(needing());
  EXPECT_EQ(rows_in_page(html, "severe-need-0").size(), 1U + 8);
  EXPECT_EQ(row_in_page(html, "severe-need-0", {"31 March 2026"}).front(), "120");
  EXPECT_EQ(row_in_page(html, "severe-need-1", {"31 March 2026"}).front(), "60");
  EXPECT_THAT(html, AllOf(HasSubstr("<figure id=\"picture-severe-need\""),
                          HasSubstr("Median on 31 March 2026: As it is 120; Tapered 60."),
                          HasSubstr("Severe need is lower under Tapered")));
}

TEST(TimeSection, has_the_highest_month_of_each_run_in_twentieths) {
  const std::string html = section_of(needing());
  EXPECT_THAT(rows_in_page(html, "severe-need-peaks").front(),
              ElementsAre("Part of runs", "As it is", "Tapered"));
  EXPECT_EQ(rows_in_page(html, "severe-need-peaks").size(), 1U + 20);
  EXPECT_THAT(row_in_page(html, "severe-need-peaks", {"1 of 20"}), ElementsAre("101", "51"));
  EXPECT_THAT(row_in_page(html, "severe-need-peaks", {"20 of 20"}), ElementsAre("139", "70"));
}

TEST(TimeSection, leaves_out_what_never_was_and_runs_that_failed) {
  WholeResults whole = needing();
  whole.of_month = [](std::string_view measure, std::size_t s, std::size_t month,
                      std::uint32_t run) {
    return run == 20 ? std::nan("") : severe(measure, s, month, run);
  };
  const std::string html = section_of(whole);
  EXPECT_EQ(row_in_page(html, "severe-need-0", {"30 June 2024"}).front(), "60")
      << "of runs 0 to 19 the median is 59.5";
  EXPECT_THAT(html, Not(HasSubstr("picture-caseload")));
  EXPECT_THAT(html, Not(HasSubstr("picture-targeted-list")));
}

TEST(TimeSection, tells_small_numbers_finer_than_whole_ones) {
  WholeResults whole = needing();
  whole.of_month = [](std::string_view measure, std::size_t, std::size_t, std::uint32_t run) {
    return measure == "month_caseload_social_worker" ? 1.5 + run / 100.0 : 0.0;
  };
  const std::string html = section_of(whole);
  EXPECT_EQ(row_in_page(html, "caseload-0", {"30 June 2024"}).front(), "1.60");
  EXPECT_THAT(html, Not(HasSubstr("picture-severe-need")));
}

}  // namespace
}  // namespace stepdown
