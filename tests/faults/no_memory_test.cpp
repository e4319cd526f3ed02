#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/faults/fault_tried.h"
#include "tests/faults/work_at_risk.h"

namespace stepdown {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;

class WorkWithoutMemory : public testing::TestWithParam<std::string> {
 protected:
  const WorkAtRisk work_{GetParam()};
};

// What a program may address is more than it uses: threads reserve much of it.
TEST_P(WorkWithoutMemory, says_so_and_goes_on_where_there_is_some) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "the sanitizer needs more than can be addressed at all";
#endif
  const int limits = tries(8, 24);
  // The fewer begin where the program can be loaded and its work not be done.
  const double least = tries(40, 20) * 1e6;
  constexpr double step = 1.2;
  fault_tried("out of memory, under one limit after the other", GetParam(), limits,
              "exit code 70, or 3 where a file could not be written for it; no half file, no run "
              "called failed, the same bytes with enough");
  int met = 0;
  double bytes = least;
  for (int i = 0; i < limits; ++i, bytes *= step) {
    work_.begin_anew();
    const ProgramRun run =
        work_.ended({"/usr/bin/prlimit", "--as=" + std::to_string(static_cast<long>(bytes))});
    // 127 comes from the system, which could not even load the program; 3 where the library that
    // writes results had no memory, and tells no more than that it could not write.
    EXPECT_THAT(run.exit_code, AnyOf(0, 3, 70, 127)) << run.err;
    if (run.exit_code == 70) {
      EXPECT_THAT(run.err, HasSubstr("error[P002]"));
      ++met;
    }
    work_.expect_nothing_half();
    work_.expect_nothing_lost(run.err);
    work_.expect_goes_on();
    ASSERT_FALSE(HasFailure()) << "with " << bytes / 1e6 << " MB";
  }
  fault_told("met " + std::to_string(met) + " times");
  EXPECT_GT(met, 0);
}

TEST_P(WorkWithoutMemory, or_open_files_says_so_and_goes_on_where_there_are_some) {
  const int limits = tries(4, 12);
  fault_tried("no more files may be opened, from 4 on", GetParam(), limits,
              "exit code 3 or 70 and why, no half file, the same bytes in the end");
  int met = 0;
  for (int i = 0; i < limits; ++i) {
    work_.begin_anew();
    const ProgramRun run = work_.ended({"/usr/bin/prlimit", "--nofile=" + std::to_string(4 + i)});
    EXPECT_THAT(run.exit_code, AnyOf(0, 2, 3, 70, 127)) << run.err;
    met += run.exit_code == 0 ? 0 : 1;
    work_.expect_nothing_half();
    work_.expect_nothing_lost(run.err);
    work_.expect_goes_on();
    ASSERT_FALSE(HasFailure()) << "with " << 4 + i << " files";
  }
  fault_told("met " + std::to_string(met) + " times");
  EXPECT_GT(met, 0);
}

INSTANTIATE_TEST_SUITE_P(OfAnyKind, WorkWithoutMemory,
                         testing::Values("compare", "sweep", "calibrate"),
                         [](const auto& instance) { return instance.param; });

}  // namespace
}  // namespace stepdown
