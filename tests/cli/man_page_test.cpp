#include "cli/man_page.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;

std::string printed() { return run_program(STEPDOWN_BINARY, {"man"}, STEPDOWN_SOURCE_DIR).out; }

TEST(ManPage, in_docs_is_the_one_of_this_program) {
  std::ifstream file(STEPDOWN_SOURCE_DIR "/docs/stepdown.1", std::ios::binary);
  const std::string kept{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  EXPECT_TRUE(kept == printed()) << "docs/stepdown.1 is stale: write it again with stepdown man";
}

TEST(ManPage, describes_every_verb_and_every_option) {
  const std::string page = printed();
  const std::string help = run_program(STEPDOWN_BINARY, {"--help"}, STEPDOWN_SOURCE_DIR).out;
  for (const char* verb : {"demo", "init", "validate", "explain", "diff", "run", "compare", "trace",
                           "doctor", "schema", "completion", "man"}) {
    EXPECT_THAT(page, HasSubstr(".SS " + std::string(verb) + "\n"));
    EXPECT_THAT(help, HasSubstr("  " + std::string(verb)));
  }
  EXPECT_THAT(page, HasSubstr("\\fB\\-\\-threads\\fR \\fIN\\fR"));
}

TEST(ManPage, is_what_readers_of_manual_pages_read) {
  const std::string mandoc = "/usr/bin/mandoc";
  ASSERT_TRUE(std::filesystem::exists(mandoc)) << "tools/install-packages installs mandoc";
  const std::string page = STEPDOWN_SOURCE_DIR "/docs/stepdown.1";
  // It has no date: equal sources give equal pages.
  const ProgramRun lint = run_program(mandoc, {"-T", "lint", "-W", "error", page}, "/");
  EXPECT_EQ(lint.exit_code, 0) << lint.out;
  const ProgramRun shown = run_program(mandoc, {"-T", "ascii", page}, "/");
  EXPECT_THAT(shown.out, HasSubstr("STEPDOWN(1)"));
  EXPECT_THAT(shown.out, HasSubstr("Simulates the families"));
}

}  // namespace
}  // namespace stepdown
