#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "tests/faults/fault_tried.h"
#include "tests/faults/work_at_risk.h"

// No test can pull the plug. What a file system promises after a power cut is known, though: what
// was synced is there. So strace writes down who writes, syncs and renames, in which order.

namespace stepdown {
namespace {

constexpr const char* strace = "/usr/bin/strace";

class WorkWhenThePowerIsCut : public testing::TestWithParam<std::string> {
 protected:
  const WorkAtRisk work_{GetParam()};
};

TEST_P(WorkWhenThePowerIsCut, has_synced_each_file_before_it_gave_it_its_name) {
  const std::string log = work_.beside("calls");
  const bool may_trace = run_program(strace, {"-o", log, "/bin/true"}, "/").exit_code == 0;
  fault_tried("power cut", GetParam(), 1,
              "each file is synced before it gets its name, and its folder after");
  if (!may_trace) {
    fault_not_tried("strace is missing or may not trace here");
    GTEST_SKIP();
  }
  work_.begin_anew();
  const ProgramRun run =
      work_.ended({strace, "-f", "-y", "-e",
                   "trace=write,pwrite64,writev,pwritev,fsync,fdatasync,rename", "-o", log});
  ASSERT_EQ(run.exit_code, 0) << run.err;

  const std::regex on_file(R"((p?writev?(?:64)?|fsync|fdatasync)\(\d+<([^>]*)>)");
  const std::regex naming(R"re(rename\("([^"]*)", "([^"]*)"\))re");
  std::set<std::string> unsynced;
  std::set<std::string> folders_to_sync;
  int named = 0;
  std::istringstream calls(bytes_of(log));
  for (std::string call; std::getline(calls, call);) {
    std::smatch found;
    if (std::regex_search(call, found, naming)) {
      EXPECT_FALSE(unsynced.contains(found[1])) << found[1] << " was renamed before it was synced";
      folders_to_sync.insert(std::filesystem::path(found[2].str()).parent_path());
      ++named;
    } else if (std::regex_search(call, found, on_file)) {
      const bool is_sync = found[1] == "fsync" || found[1] == "fdatasync";
      if (is_sync) {
        unsynced.erase(found[2]);
        folders_to_sync.erase(found[2]);
      } else if (found[2].str().starts_with(work_.folder())) {
        unsynced.insert(found[2]);
      }
    }
  }
  EXPECT_TRUE(folders_to_sync.empty()) << *folders_to_sync.begin();
  EXPECT_GE(named, 2);
  fault_told(std::to_string(named) + " files got their names");
}

INSTANTIATE_TEST_SUITE_P(OfAnyKind, WorkWhenThePowerIsCut,
                         testing::Values("compare", "sweep", "calibrate"),
                         [](const auto& instance) { return instance.param; });

}  // namespace
}  // namespace stepdown
