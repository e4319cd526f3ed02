#include "analysis/report/cost_section.h"

#include <gmock/gmock.h>

#include <cmath>

#include "tests/fixtures/whole_results.h"
#include "tests/fixtures/written_results.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// Tapering costs 2 million more in every run and spares 3 to 3.9 children severe need.
WholeResults dearer(std::uint32_t runs = 10) {
  WholeResults whole =
      whole_results({"cost_total", "month_cost_total", "child_years_level_4_to_5"});
  whole.runs = runs;
  whole.of_run = [](std::string_view measure, std::size_t s, std::size_t, std::uint32_t run) {
    return measure == "cost_total" ? 10e6 + (s == 0 ? 0 : 2e6) + 1000 * run
           : measure == "child_years_level_4_to_5" && s == 1 ? 50 - 3 - (run % 10) / 10.0
                                                             : 50.0;
  };
  return whole;
}

std::string section_of(const WholeResults& whole) { return section_of_report(cost_section, whole); }

TEST(CostSection, says_in_how_many_runs_it_is_dearer_and_need_less) {
  EXPECT_THAT(section_of(dearer()),
              HasSubstr("Tapered: less severe need in 10 of 10 runs, dearer in 10 of 10 runs"));
}

TEST(CostSection, has_the_differences_of_each_pair_of_runs_in_millions_and_children) {
  const std::string html = section_of(dearer());
  EXPECT_THAT(rows_in_page(html, "cost-1").front(),
              ElementsAre("Run", "Cost, £ million a year", "Children in severe need"));
  EXPECT_EQ(rows_in_page(html, "cost-1").size(), 1U + 10);
  const std::vector<std::string> row = row_in_page(html, "cost-1", {"5"});
  ASSERT_EQ(row.size(), 2U);
  EXPECT_EQ(row[0], "2.000");
  EXPECT_NEAR(std::stod(row[1]), -3.5, 0.05);
}

TEST(CostSection, leaves_out_a_pair_without_a_value) {
  WholeResults whole = dearer();
  whole.of_run = [of = whole.of_run](std::string_view measure, std::size_t s, std::size_t draw,
                                     std::uint32_t run) {
    return run == 3 && s == 1 && measure == "cost_total" ? std::nan("") : of(measure, s, draw, run);
  };
  EXPECT_EQ(rows_in_page(section_of(whole), "cost-1").size(), 1U + 9);
}

TEST(CostSection, draws_two_hundred_runs_and_says_so_where_there_are_more) {
  constexpr const char* said = "The first 200 runs are drawn.";
  EXPECT_THAT(section_of(dearer(200)), Not(HasSubstr(said)));
  const std::string html = section_of(dearer(201));
  EXPECT_THAT(html, HasSubstr(said));
  EXPECT_EQ(rows_in_page(html, "cost-1").size(), 1U + 200);
}

TEST(CostSection, says_where_plans_are_exactly_the_same) {
  WholeResults whole =
      whole_results({"cost_total", "month_cost_total", "child_years_level_4_to_5"});
  EXPECT_THAT(section_of(whole), HasSubstr("Tapered: exactly the same need and cost"));
}

TEST(CostSection, is_not_there_for_results_without_cost) {
  const TemporaryFolder folder;
  write_results(folder.path() + "/results.h5", results_in_coventry());
  EXPECT_THAT(cost_section(ReportedResults(folder.path() + "/results.h5", {"base"})), IsEmpty());
}

}  // namespace
}  // namespace stepdown
