#include "cli/parameter_table.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "model/parameters/registry.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;

TEST(ParameterTable, in_docs_is_the_one_of_this_registry) {
  std::ifstream file(STEPDOWN_SOURCE_DIR "/docs/parameters.md", std::ios::binary);
  const std::string kept{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  EXPECT_TRUE(kept == parameters_markdown())
      << "docs/parameters.md is stale: write it again with stepdown explain --markdown";
}

TEST(ParameterTable, is_what_the_program_prints) {
  EXPECT_EQ(run_program(STEPDOWN_BINARY, {"explain", "--markdown"}, STEPDOWN_SOURCE_DIR).out,
            parameters_markdown());
}

TEST(ParameterTable, has_a_row_for_every_parameter_with_unit_default_bounds_role_and_source) {
  const std::string table = parameters_markdown();
  for (const Parameter& parameter : parameter_registry()) {
    EXPECT_THAT(table, HasSubstr("\n| `" + std::string(parameter.name) + "` | "));
  }
  EXPECT_THAT(table,
              HasSubstr("| `caseload.social_worker_cap` | children | 18 | 1 to 100 | lever | "));
}

}  // namespace
}  // namespace stepdown
