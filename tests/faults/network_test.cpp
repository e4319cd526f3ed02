#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/fixtures/invented_return.h"
#include "tests/fixtures/milliseconds_runs.h"
#include "tests/fixtures/program.h"
#include "tests/fixtures/published_tables.h"

// strace writes down every call of the kernel that has to do with a network. Who works without one
// also works where there is none.

namespace stepdown {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* strace = "/usr/bin/strace";

class Network : public testing::Test {
 protected:
  void SetUp() override {
    if (run_program(strace, {"-o", log_, "/bin/true"}, folder_.path()).exit_code != 0) {
      GTEST_SKIP() << "strace is missing or may not trace here";
    }
  }

  // The calls that a command makes, once it has ended well.
  std::string calls_of(const std::vector<std::string>& command) const {
    return calls_of({STEPDOWN_BINARY}, command, 0);
  }

  // The calls of one that takes longer than a test may, up to its end by Ctrl-C.
  std::string calls_in_seconds(const std::vector<std::string>& command) const {
    constexpr int ended_by_timeout = 124;
    return calls_of({"/usr/bin/timeout", "--signal=INT", "8", STEPDOWN_BINARY}, command,
                    ended_by_timeout);
  }

  std::string calls_of(std::vector<std::string> program, const std::vector<std::string>& command,
                       int exit_code) const {
    std::vector<std::string> traced{"-f", "-e", "trace=%network", "-o", log_};
    traced.insert(traced.end(), program.begin(), program.end());
    traced.insert(traced.end(), command.begin(), command.end());
    const ProgramRun run = run_program(strace, traced, STEPDOWN_SOURCE_DIR);
    EXPECT_THAT(run.exit_code, AnyOf(0, exit_code)) << command.front() << ": " << run.err;
    return bytes_of(log_);
  }

  std::string in(const std::string& name) const { return folder_.path() + '/' + name; }

  TemporaryFolder folder_;
  std::string log_ = folder_.path() + "/calls";
};

TEST_F(Network, is_not_used_by_a_comparison_and_its_report) {
  EXPECT_THAT(
      calls_of(in_milliseconds({"compare", base_file, tapered_file, "--out", in("out")}, 4)),
      Not(HasSubstr("AF_INET")));
  EXPECT_THAT(calls_of({"report", in("out/results.h5"), "--out", in("report.html")}),
              Not(HasSubstr("AF_INET")));
}

TEST_F(Network, is_not_used_where_childrens_records_are_read) {
  folder_.write("return.xml", invented_return({.children = 60}));
  EXPECT_THAT(calls_of({"import", "cin", in("return.xml"), "--out", in("local")}),
              Not(HasSubstr("AF_INET")));
}

TEST_F(Network, is_not_used_by_any_verb_that_works) {
  write_tables(folder_, "dfe", published_tables());
  const std::string small = "population.children=400";
  const std::vector<std::vector<std::string>> commands{
      in_milliseconds({"run", base_file, "--out", in("run")}, 4),
      {"export", in("run/results.h5"), "--out", in("tables")},
      {"trace", base_file, "--set", small},
      {"validate", tapered_file},
      {"diff", base_file, tapered_file},
      {"explain", "need.easing"},
      {"demo", "--runs", "2"},
      {"init", in("project")},
      {"doctor"},
      in_milliseconds({"sweep", base_file, "--vary", "need.easing=0.5..1.5", "--design", "lhs",
                       "--points", "4", "--out", in("sweep")},
                      2),
      {"sensitivity", base_file, tapered_file, "--set", small, "--set", "horizon.years=2", "--vary",
       "need.easing=0.5..1.5", "--rows", "32", "--out", in("sensitivity")},
      {"decide", "break-even", base_file, tapered_file, "--vary", "taper.relapse_seen=0..1",
       "--measure", "waiting_targeted_early_help_mean", "--set", small, "--set", "horizon.years=2",
       "--runs", "30", "--out", in("decide")},
      {"import", "dfe", in("dfe"), "--authority", "990", "--out", in("place")}};
  for (const std::vector<std::string>& command : commands) {
    EXPECT_THAT(calls_of(command), Not(HasSubstr("AF_INET"))) << command.front();
  }
  for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{
           {"calibrate", base_file, "--place", "warwickshire", "--targets",
            "calibration/targets/england_2024.toml", "--out", in("fit")},
           {"train", base_file, "--out", in("emulator.h5")},
           {"backcast", base_file, in("dfe"), "--authorities", "1", "--out", in("backcast.md")}}) {
    EXPECT_THAT(calls_in_seconds(command), Not(HasSubstr("AF_INET"))) << command.front();
  }
}

// What is looked for would be seen.
TEST_F(Network, is_seen_in_a_program_that_uses_one) {
  const ProgramRun run =
      run_program(strace,
                  {"-f", "-e", "trace=%network", "-o", log_, "/usr/bin/python3", "-c",
                   "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"},
                  folder_.path());
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(bytes_of(log_), HasSubstr("AF_INET"));
}

}  // namespace
}  // namespace stepdown
