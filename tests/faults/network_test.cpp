#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/fixtures/invented_return.h"
#include "tests/fixtures/milliseconds_runs.h"
#include "tests/fixtures/program.h"

// strace writes down every call of the kernel that has to do with a network. Who works without one
// also works where there is none.

namespace stepdown {
namespace {

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
  std::string calls_of(std::vector<std::string> command) const {
    std::vector<std::string> traced{"-f", "-e", "trace=%network", "-o", log_, STEPDOWN_BINARY};
    traced.insert(traced.end(), command.begin(), command.end());
    const ProgramRun run = run_program(strace, traced, STEPDOWN_SOURCE_DIR);
    EXPECT_EQ(run.exit_code, 0) << run.err;
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
