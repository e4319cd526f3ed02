#include "cli/doctor.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;

TEST(Doctor, looks_at_everything_and_finds_it_well_here) {
  const TemporaryFolder folder;
  const ProgramRun run = run_program(STEPDOWN_BINARY, {"doctor"}, folder.path());
  EXPECT_EQ(run.exit_code, 0) << run.out;
  for (const char* check : {"processor", "memory", "threads", "this folder", "temporary",
                            "terminal", "own files", "results", "known run"}) {
    EXPECT_THAT(run.out, HasSubstr(check));
  }
  EXPECT_THAT(run.out, EndsWith("can be used here.\n"));
}

TEST(Doctor, ends_with_another_code_where_nothing_can_be_written) {
  const ProgramRun run = run_program(STEPDOWN_BINARY, {"doctor"}, "/proc");
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.out, HasSubstr("trouble  this folder"));
  EXPECT_THAT(run.out, HasSubstr("= go to a folder that you may write"));
}

TEST(Doctor, tells_a_program_the_same) {
  const nlohmann::json told =
      nlohmann::json::parse(run_program(STEPDOWN_BINARY, {"doctor", "--json"}, "/tmp").out);
  EXPECT_EQ(told["well"], true);
  EXPECT_EQ(told["checks"].size(), 9U);
  EXPECT_EQ(told["checks"][0]["check"], "processor");
}

}  // namespace
}  // namespace stepdown
