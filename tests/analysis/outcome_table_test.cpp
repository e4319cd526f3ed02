#include "analysis/outcome_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace stepdown {
namespace {

using ::testing::HasSubstr;

TEST(OutcomeTable, has_a_row_for_each_measure_under_its_group) {
  const std::vector<Measure> measures{
      {"cost", "GBP", "What it costs", MeasureGroup::cost, false},
      {"month_list", "families", "Who waits", MeasureGroup::waiting, true}};
  const std::string text = outcome_table_markdown(measures);
  EXPECT_THAT(text, HasSubstr("## Cost\n\n| name | unit | one for each | meaning |\n"
                              "|---|---|---|---|\n| `cost` | GBP | run | What it costs |\n"));
  EXPECT_THAT(text, HasSubstr("| `month_list` | families | month | Who waits |\n"));
}

TEST(OutcomeTable, in_the_docs_is_that_of_the_registry) {
  std::ifstream file(STEPDOWN_SOURCE_DIR "/docs/outcomes.md");
  const std::string in_docs{std::istreambuf_iterator<char>(file), {}};
  EXPECT_TRUE(in_docs == outcome_table_markdown())
      << "docs/outcomes.md is stale: stepdown explain --outcomes > docs/outcomes.md";
}

}  // namespace
}  // namespace stepdown
