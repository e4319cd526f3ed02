#include "analysis/report/assumption_section.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/fixtures/whole_results.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(AssumptionSection, has_what_the_plans_change_and_the_evidence_that_sources_name) {
  WholeResults whole = more_referred();
  whole.made.scenarios[1].text = "family_help.model = \"merged\"\n";
  whole.made.scenarios[1].evidence = "EV43";
  const std::string page = section_of_report(assumption_section, whole);
  EXPECT_THAT(page, HasSubstr("family_help.model"));
  EXPECT_GT(rows_in_page(page, "evidence").size(), 20U);
  EXPECT_FALSE(row_in_page(page, "evidence", {"EV43"}).empty());
  EXPECT_FALSE(row_in_page(page, "evidence", {"EV22"}).empty())
      << "named by the source of awareness.families_know";
  EXPECT_GT(rows_in_page(page, "publications").size(), 1U);
  EXPECT_GT(rows_in_page(page, "uncertain").size(), 50U);
}

TEST(AssumptionSection, has_official_figures_beside_simulated_ones) {
  WholeResults whole = more_referred();
  whole.made.official = {{"referrals", 1234, "2024", "c1"}, {"cost_total", 5, "2024", "c9"}};
  const auto rows = rows_in_page(section_of_report(assumption_section, whole), "official");
  ASSERT_EQ(rows.size(), 2U) << "only what was simulated";
  EXPECT_EQ(rows[1][1], "1,234");
  EXPECT_EQ(rows[1][4], "c1");
  EXPECT_THAT(section_of_report(assumption_section, more_referred()),
              Not(HasSubstr("id=\"official\"")));
}

TEST(AssumptionSection, of_several_worlds_names_the_one_and_says_what_ranges_go_over) {
  WholeResults whole = more_referred();
  whole.made.official = {{"referrals", 1234, "2024", "c1"}};
  EXPECT_THAT(section_of_report(assumption_section, whole), HasSubstr("are ranges of luck"));
  whole.made.draws = {{"member_01", {"", ""}}, {"member_02", {"", ""}}};
  const std::string page = section_of_report(assumption_section, whole);
  EXPECT_THAT(page, Not(HasSubstr("are ranges of luck:")));
  EXPECT_THAT(page, HasSubstr("go over 2 worlds"));
  EXPECT_THAT(page, HasSubstr("as simulated in the world member_01"));
  EXPECT_THAT(page, HasSubstr("the value used in the world member_01"));
}

}  // namespace
}  // namespace stepdown
