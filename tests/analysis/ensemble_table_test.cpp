#include "analysis/ensemble_table.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "tests/fixtures/comparison_values.h"

namespace stepdown {
namespace {

using ::testing::StartsWith;

TEST(EnsembleCsv, has_a_row_for_each_measure_scenario_and_member) {
  ComparisonValues values({"base", "a,b", "c"});
  values.add("cost_total", "GBP a year", MeasureGroup::cost, {always(5, 2), {6, 8}, {5, 5}});
  std::ostringstream out;
  write_ensemble_csv(
      std::vector<WorldComparison>{{"member_01", values.made()}, {"member_02", values.made()}},
      out);
  std::vector<std::string> lines;
  std::istringstream in(out.str());
  for (std::string line; std::getline(in, line);) {
    lines.push_back(line);
  }
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_THAT(lines[0], StartsWith("measure,unit,scenario,baseline,member,runs,"));
  EXPECT_THAT(lines[1], StartsWith("cost_total,GBP a year,\"a,b\",base,member_01,2,5,2,"));
  EXPECT_THAT(lines[4], StartsWith("cost_total,GBP a year,c,base,member_02,2,5,0,"));
  EXPECT_TRUE(lines[4].ends_with("0,0,2,the_same"));
}

TEST(EnsembleCsv, of_no_worlds_is_its_header) {
  std::ostringstream out;
  write_ensemble_csv({}, out);
  EXPECT_EQ(std::ranges::count(out.str(), '\n'), 1);
}

}  // namespace
}  // namespace stepdown
