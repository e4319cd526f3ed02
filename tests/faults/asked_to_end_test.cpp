#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <sstream>
#include <string>
#include <thread>

#include "analysis/outcome_file.h"
#include "tests/faults/fault_tried.h"
#include "tests/faults/moments.h"
#include "tests/faults/work_at_risk.h"

namespace stepdown {
namespace {

using ::testing::AnyOf;

/// What Slurm gives a program before it kills it.
constexpr std::chrono::duration<double> grace(30);

std::string in_seconds(std::chrono::duration<double> time) {
  std::ostringstream text;
  text.precision(2);
  text << time.count() << " s";
  return text.str();
}

/// How long the program takes to end after the signal. Where others have the processors, the time
/// that it has them counts: what it still does then.
std::chrono::duration<double> ended_after(StartedProgram& program, int signal, int& code) {
  const auto had = program.processor_time();
  const auto asked = std::chrono::steady_clock::now();
  program.signal(signal);
  program.wait();
  const std::chrono::duration<double> waited = std::chrono::steady_clock::now() - asked;
  const auto worked = program.processor_time() - had;
  code = program.exit_code();
  return std::min(waited, worked);
}

class WorkAskedToEnd : public testing::TestWithParam<std::string> {
 protected:
  /// Of a comparison that was asked to end there are results of the runs that it had.
  void expect_whole(int code, const std::string& told) const {
    const bool has_some = told.find("complete and saved in") != std::string::npos;
    if (code == 130 && has_some && GetParam() == "compare") {
      const std::size_t runs = OutcomeFile(work_.folder() + "/results.h5").runs();
      EXPECT_NE(told.find("stopped: " + std::to_string(runs) + " of "), std::string::npos) << told;
    } else {
      work_.expect_nothing_half();
    }
  }

  const WorkAtRisk work_{GetParam()};
};

TEST_P(WorkAskedToEnd, ends_within_its_grace_and_goes_on) {
  const int times = tries(4, 10);
  fault_tried("SIGTERM, half a minute before a SIGKILL", GetParam(), times,
              "ends in time with what is done saved, the same bytes in the end");
  const WorkAtRisk::Duration life = work_.life();
  std::chrono::duration<double> longest(0);
  for (const double share : moments(times, 1)) {
    work_.begin_anew();
    StartedProgram program = work_.started();
    std::this_thread::sleep_for(share * life);
    int code = 0;
    longest = std::max(longest, ended_after(program, SIGTERM, code));
    EXPECT_THAT(code, AnyOf(0, 130, 128 + SIGTERM)) << program.told();
    expect_whole(code, program.told());
    work_.expect_nothing_lost(program.told());
    work_.expect_goes_on();
    ASSERT_FALSE(HasFailure()) << "asked after " << share << " of its life";
  }
  EXPECT_LT(longest, grace);
  fault_told("after " + in_seconds(longest) + " at most");
}

TEST_P(WorkAskedToEnd, by_a_lost_connection_goes_on) {
  const int times = tries(4, 10);
  fault_tried("connection lost (SIGHUP)", GetParam(), times,
              "no half file, all that was told as done is there, the same bytes in the end");
  const WorkAtRisk::Duration life = work_.life();
  for (const double share : moments(times, 1)) {
    work_.begin_anew();
    StartedProgram program = work_.started();
    std::this_thread::sleep_for(share * life);
    program.signal(SIGHUP);
    EXPECT_THAT(program.exit_code(), AnyOf(0, 128 + SIGHUP)) << program.told();
    work_.expect_nothing_half();
    work_.expect_nothing_lost(program.told());
    work_.expect_goes_on();
    ASSERT_FALSE(HasFailure()) << "hung up after " << share << " of its life";
  }
}

TEST_P(WorkAskedToEnd, by_nobody_who_reads_what_it_prints_has_written_its_files) {
  fault_tried("nobody reads what is printed", GetParam(), 2,
              "the files are written before anything is printed");
  for (const char* printed : {"\"$@\" > /dev/full", "\"$@\" | true"}) {
    work_.begin_anew();
    const ProgramRun run = work_.ended({"/bin/sh", "-c", printed, "sh"});
    EXPECT_THAT(run.exit_code, AnyOf(0, 3)) << run.err;
    EXPECT_TRUE(work_.is_finished()) << printed;
    work_.expect_nothing_half();
    work_.expect_nothing_lost(run.err);
    work_.expect_goes_on();
  }
}

INSTANTIATE_TEST_SUITE_P(OfAnyKind, WorkAskedToEnd,
                         testing::Values("compare", "sweep", "calibrate"),
                         [](const auto& instance) { return instance.param; });

class FullSizeWork : public testing::TestWithParam<std::vector<std::string>> {};

// Runs of a whole authority take their time, and so do steps of a fit in which nothing is run.
TEST_P(FullSizeWork, ends_within_its_grace) {
  constexpr int times = 3;
  constexpr double seconds = 12;
  fault_tried("SIGTERM, half a minute before a SIGKILL",
              GetParam().front() + " of a whole authority", times, "ends in time");
  const TemporaryFolder folder;
  std::vector<std::string> command = GetParam();
  command.insert(command.end(), {"--threads", "2", "--out", folder.path() + "/out"});
  std::chrono::duration<double> longest(0);
  for (const double share : moments(times, 1)) {
    StartedProgram program(command, folder.path() + "/err");
    std::this_thread::sleep_for(std::chrono::duration<double>(share * seconds));
    int code = 0;
    longest = std::max(longest, ended_after(program, SIGTERM, code));
    EXPECT_EQ(code, 130) << program.told();
  }
  EXPECT_LT(longest, grace);
  fault_told("after " + in_seconds(longest) + " at most");
}

INSTANTIATE_TEST_SUITE_P(
    OfAnyKind, FullSizeWork,
    testing::Values(std::vector<std::string>{"compare", "scenarios/base.toml",
                                             "scenarios/policies/tapered.toml",
                                             "scenarios/policies/sustained.toml", "--runs", "1000"},
                    std::vector<std::string>{"sweep", "scenarios/base.toml", "--vary",
                                             "need.easing=0.5..1.5", "--design", "lhs", "--points",
                                             "64", "--runs", "10"},
                    std::vector<std::string>{"calibrate", "scenarios/base.toml", "--place",
                                             "warwickshire", "--targets",
                                             "calibration/targets/england_2024.toml"}),
    [](const auto& instance) { return instance.param.front(); });

}  // namespace
}  // namespace stepdown
