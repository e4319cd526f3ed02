#include "analysis/report/plan_difference.h"

#include <gmock/gmock.h>

#include "tests/fixtures/whole_results.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::SizeIs;
using ::testing::StartsWith;

std::string table_of(const ReportedResults& results) {
  return table_html(plan_difference_table(results));
}

TEST(PlanDifference, names_what_differs_before_day_0_apart_from_what_differs_after_it) {
  WholeResults whole = whole_results({"referrals"});
  whole.made.scenarios[0].text = "need.easing = 1.5\nbefore_day_0.need.easing = 1\n";
  whole.made.scenarios[1].text = "need.easing = 2\nbefore_day_0.need.easing = 2\n";
  const std::string html = section_of_report(table_of, whole);
  const auto rows = rows_in_page(html, "what-differs");
  ASSERT_THAT(rows, SizeIs(1 + 2));
  EXPECT_THAT(rows[1], ElementsAre(StartsWith("Easing from level 2 to 1"), "1.5", "2"));
  EXPECT_THAT(rows[2], ElementsAre(AllOf(StartsWith("Before day 0: Easing from level 2 to 1"),
                                         EndsWith(" need.easing")),
                                   "1", "2"));
}

}  // namespace
}  // namespace stepdown
