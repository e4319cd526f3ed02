#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "tests/fixtures/program.h"
#include "tests/fixtures/started_program.h"

namespace stepdown {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;

/// A study of some seconds.
class AKilledStudy : public testing::Test {
 protected:
  std::string out(const std::string& name) const { return folder_.path() + '/' + name; }

  std::vector<std::string> study(const std::string& name, const char* threads) const {
    return {"sensitivity",
            "scenarios/policies/abrupt.toml",
            "scenarios/policies/tapered.toml",
            "--set",
            "population.children=3000",
            "--set",
            "horizon.years=3",
            "--vary",
            "need.easing=0.5..1.5",
            "--vary",
            "need.fragile_factor",
            "--vary",
            "trust.effect",
            "--rows",
            "64",
            "--threads",
            threads,
            "--out",
            out(name)};
  }

  TemporaryFolder folder_;
};

TEST_F(AKilledStudy, goes_on_and_ends_in_the_same_bytes_on_any_number_of_threads) {
  std::mt19937 random(5);
  std::uniform_int_distribution<int> milliseconds(300, 3000);
  for (int times = 0; times < 6; ++times) {
    StartedProgram program(study("killed", times % 2 == 0 ? "2" : "1"), out("err"));
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds(random)));
    program.signal(SIGKILL);
    EXPECT_THAT(program.exit_code(), AnyOf(0, 128 + SIGKILL)) << program.told();
  }
  const ProgramRun last = run_program(STEPDOWN_BINARY, study("killed", "2"), STEPDOWN_SOURCE_DIR);
  ASSERT_EQ(last.exit_code, 0) << last.err;
  ASSERT_EQ(run_program(STEPDOWN_BINARY, study("whole", "1"), STEPDOWN_SOURCE_DIR).exit_code, 0);
  for (const char* file : {"sensitivity.h5", "sensitivity.csv", "sensitivity.html"}) {
    EXPECT_TRUE(bytes_of(out("killed") + '/' + file) == bytes_of(out("whole") + '/' + file))
        << file;
  }
}

TEST_F(AKilledStudy, that_was_asked_to_stop_says_how_it_goes_on) {
  StartedProgram program(study("stopped", "2"), out("err"));
  ASSERT_TRUE(program.tells(2)) << program.told();
  program.interrupt();
  EXPECT_EQ(program.exit_code(), 130);
  EXPECT_THAT(program.told(), HasSubstr("= this goes on from there: stepdown sensitivity "));
  const ProgramRun rest =
      run_program(STEPDOWN_BINARY, {"sensitivity", out("stopped")}, STEPDOWN_SOURCE_DIR);
  EXPECT_EQ(rest.exit_code, 0) << rest.err;
}

}  // namespace
}  // namespace stepdown
