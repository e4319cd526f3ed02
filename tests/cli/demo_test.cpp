#include "cli/demo.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;

/// In seconds; how long a clock on the wall takes depends on who else uses this computer.
double processor_time_of_children() {
  rusage usage{};
  getrusage(RUSAGE_CHILDREN, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

#ifdef STEPDOWN_SANITIZED
constexpr double seconds_at_most = 100;  // a sanitizer looks at every step
#else
constexpr double seconds_at_most = 10;
#endif

// Where every event is checked against all families, the demonstration is no demonstration.
class Demo : public ::testing::Test {
 protected:
  void SetUp() override {
#ifdef STEPDOWN_CHECKS
    GTEST_SKIP() << "takes too long with STEPDOWN_CHECKS";
#endif
  }
};

TEST_F(Demo, needs_no_files_and_says_what_it_does_and_what_to_type_next) {
  const TemporaryFolder empty;
  const double start = processor_time_of_children();
  const ProgramRun run = run_program(STEPDOWN_BINARY, {"demo"}, empty.path());
  const double taken = processor_time_of_children() - start;
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("A demonstration"));
  EXPECT_THAT(run.out, HasSubstr("- Return of need:"));
  EXPECT_THAT(run.out, HasSubstr("  stepdown init our_project"));
  EXPECT_LT(taken, seconds_at_most);
}

TEST_F(Demo, gives_nothing_but_json_when_asked) {
  const TemporaryFolder empty;
  const ProgramRun run =
      run_program(STEPDOWN_BINARY, {"demo", "--json", "--runs", "2"}, empty.path());
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(nlohmann::json::parse(run.out)["runs"], 2);
}

}  // namespace
}  // namespace stepdown
