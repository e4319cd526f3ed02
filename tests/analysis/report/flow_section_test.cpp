#include "analysis/report/flow_section.h"

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

// Flows of a year stand in its last month: 30 of 100 leave community help as it is, and 10 of 100
// where it is tapered, one more in the second year. Other months hold nothing that counts.
double flow(std::string_view measure, std::size_t scenario, std::size_t month) {
  const double later = month == 23 ? 1 : 0;
  if (month % 12 != 11) {
    return 1000;
  }
  if (measure == "year_flow_community_to_universal") {
    return (scenario == 0 ? 30 : 10) + later;
  }
  return measure == "year_flow_community_to_community" ? (scenario == 0 ? 70 : 90) - later : 0;
}

WholeResults flowing() {
  WholeResults whole = whole_results({"year_flow", "flow_"});
  whole.of_month = [](std::string_view measure, std::size_t s, std::size_t month, std::uint32_t) {
    return flow(measure, s, month);
  };
  whole.of_run = [](std::string_view measure, std::size_t s, std::size_t, std::uint32_t run) {
    return measure == "flow_community_to_targeted"  ? 4.0 + static_cast<double>(s) + run
           : measure == "flow_universal_to_in_need" ? 1234.0
                                                    : 0.0;
  };
  return whole;
}

std::string section_of(const WholeResults& whole) { return section_of_report(flow_section, whole); }

TEST(FlowSection,
     says_of_the_baseline_alone_how_many_of_those_in_help_are_without_it_a_year_later) {
  EXPECT_THAT(section_of(flowing()),
              HasSubstr("Of every 100 children in one of these kinds of help on a 31 March, 31 "
                        "under As it is are without it, or no longer here, a year later"));
}

TEST(FlowSection, has_a_table_of_each_plan_with_the_children_of_every_31_march) {
  const std::string html = section_of(flowing());
  EXPECT_THAT(rows_in_page(html, "flows-0").front(),
              ElementsAre("From", "To", "31 March 2025", "31 March 2026"));
  EXPECT_THAT(
      row_in_page(html, "flows-0", {"Community-based early help", "No such help, or not here"}),
      ElementsAre("30.0", "31.0"));
  EXPECT_THAT(
      row_in_page(html, "flows-1", {"Community-based early help", "Community-based early help"}),
      ElementsAre("90.0", "89.0"));
  EXPECT_EQ(rows_in_page(html, "flows-0").size(), 1U + 6 * 6 - 1)
      << "from each of six to each of six, but for those who never have help";
}

TEST(FlowSection, leaves_out_a_run_that_failed) {
  WholeResults whole = flowing();
  whole.of_month = [](std::string_view measure, std::size_t s, std::size_t month,
                      std::uint32_t run) {
    return run == 1 ? std::nan("") : flow(measure, s, month);
  };
  EXPECT_THAT(row_in_page(section_of(whole), "flows-0",
                          {"Community-based early help", "No such help, or not here"}),
              ElementsAre("30.0", "31.0"));
}

TEST(FlowSection, shows_five_years_of_a_longer_horizon) {
  WholeResults whole = flowing();
  whole.made.years = 7;
  const auto titles = rows_in_page(section_of(whole), "flows-1").front();
  ASSERT_EQ(titles.size(), 7U);
  EXPECT_EQ(titles.back(), "31 March 2029");
}

TEST(FlowSection, has_every_move_of_a_year_by_the_help_of_the_12_months_before) {
  const std::string html = section_of(flowing());
  EXPECT_THAT(row_in_page(html, "matrix-0", {"Community-based early help"}),
              ElementsAre("0.0", "5.5", "0.0", "0.0", "0.0"))
      << "the mean of 4 to 7 in four runs";
  EXPECT_THAT(row_in_page(html, "matrix-1", {"No help in 12 months"}),
              ElementsAre("0.0", "0.0", "1,234", "0.0", "0.0"));
  EXPECT_THAT(
      rows_in_page(html, "matrix-0").front(),
      ElementsAre("From, down; to, across", "Community-based early help", "Targeted early help",
                  "Child in need plan", "Protection plan", "Looked after"));
}

TEST(FlowSection, says_where_two_tiers_are_one_service_under_some_plans) {
  constexpr const char* border = "cannot be compared between plans";
  EXPECT_THAT(section_of(flowing()), Not(HasSubstr(border)));
  WholeResults whole = flowing();
  whole.made.scenarios[1].text = "family_help.model = \"merged\"\n";
  EXPECT_THAT(section_of(whole), HasSubstr(border));
}

TEST(FlowSection, is_not_there_for_results_without_flows) {
  const TemporaryFolder folder;
  write_results(folder.path() + "/results.h5", results_in_coventry());
  EXPECT_THAT(flow_section(ReportedResults(folder.path() + "/results.h5", {"base"})), IsEmpty());
}

}  // namespace
}  // namespace stepdown
