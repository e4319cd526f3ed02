#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/faults/fault_tried.h"
#include "tests/faults/work_at_risk.h"

namespace stepdown {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;

/// Mounts a disk of its own over the folder $1, does what $2 says with it, and runs the rest; what
/// is left on the disk then stands beside the folder.
constexpr const char* on_a_disk =
    "disk=$1; prepare=$2; shift 2; mkdir -p \"$disk\"; eval \"$prepare\" || exit 99; "
    "\"$@\"; code=$?; cp -a \"$disk\" \"$disk.left\"; exit $code";

WorkAtRisk::Words on_disk(const std::string& folder, const std::string& prepare) {
  return {"/usr/bin/unshare",
          "--map-root-user",
          "--mount",
          "/bin/sh",
          "-c",
          on_a_disk,
          "sh",
          folder,
          prepare};
}

std::string mounted(std::size_t bytes) {
  return "mount -t tmpfs -o size=" + std::to_string(bytes) + " none \"$disk\"";
}

class WorkWithoutRoom : public testing::TestWithParam<std::string> {
 protected:
  bool may_mount() const {
    WorkAtRisk::Words words = on_disk(work_.folder(), mounted(4096));
    words.emplace_back("/bin/true");
    const std::string program = words.front();
    words.erase(words.begin());
    const bool may = run_program(program, words, "/").exit_code == 0;
    std::filesystem::remove_all(work_.folder() + ".left");
    return may;
  }

  ProgramRun ended_on_disk(const std::string& prepare) const {
    work_.begin_anew();
    ProgramRun run = work_.ended(on_disk(work_.folder(), prepare));
    std::filesystem::remove_all(work_.folder());
    std::filesystem::rename(work_.folder() + ".left", work_.folder());
    return run;
  }

  /// It ended well, or told that there was no room; either way it can go on.
  void expect_survived(const ProgramRun& run, const std::string& reason) const {
    EXPECT_THAT(run.exit_code, AnyOf(0, 3)) << run.err;
    if (run.exit_code != 0) {
      EXPECT_THAT(run.err, AnyOf(HasSubstr(reason), HasSubstr("the output cannot be written")));
    }
    work_.expect_nothing_half();
    work_.expect_nothing_lost(run.err);
    work_.expect_goes_on();
  }

  const WorkAtRisk work_{GetParam()};
};

constexpr int sizes = 12;

TEST_P(WorkWithoutRoom, on_a_full_disk_says_so_and_goes_on_when_there_is_room) {
  fault_tried("disk full, of one size after the other", GetParam(), sizes,
              "exit code 3 and why, no half file, the same bytes once there is room");
  if (!may_mount()) {
    fault_not_tried("this machine lets nobody mount a small disk");
    GTEST_SKIP();
  }
  int full = 0;
  for (int i = 1; i <= sizes; ++i) {
    // With the runs saved beside what is made of them, twice the room is enough.
    const ProgramRun run = ended_on_disk(mounted(4096 + 2 * work_.size() * (i - 1) / sizes));
    full += run.exit_code == 0 ? 0 : 1;
    expect_survived(run, "No space left on device");
    ASSERT_FALSE(HasFailure()) << "on disk " << i;
  }
  fault_told("full " + std::to_string(full) + " times");
  EXPECT_GE(full, sizes / 3);
}

TEST_P(WorkWithoutRoom, whose_files_may_not_grow_says_so_and_goes_on_when_they_may) {
  fault_tried("a limit on the size of files, one after the other", GetParam(), sizes,
              "exit code 3 and why, no half file, the same bytes without the limit");
  int refused = 0;
  for (int i = 1; i <= sizes; ++i) {
    work_.begin_anew();
    const std::size_t most = 512 + work_.largest() * (i - 1) / sizes;
    const ProgramRun run = work_.ended({"/usr/bin/prlimit", "--fsize=" + std::to_string(most)});
    refused += run.exit_code == 0 ? 0 : 1;
    expect_survived(run, "File too large");
    ASSERT_FALSE(HasFailure()) << "with files of " << most << " bytes";
  }
  fault_told("met " + std::to_string(refused) + " times");
  EXPECT_GE(refused, sizes / 3);
}

TEST_P(WorkWithoutRoom, in_a_folder_that_cannot_be_written_is_refused_before_any_run) {
  fault_tried("a folder that can only be read", GetParam(), 1,
              "exit code 3 and why, before any run");
  if (!may_mount()) {
    fault_not_tried("this machine lets nobody mount a small disk");
    GTEST_SKIP();
  }
  const ProgramRun run = ended_on_disk(mounted(100'000) + " && mount -o remount,ro \"$disk\"");
  EXPECT_EQ(run.exit_code, 3) << run.err;
  EXPECT_THAT(run.err, HasSubstr("Read-only file system"));
  EXPECT_EQ(done_last(run.err).value_or(0), 0);
  work_.begin_anew();
  work_.expect_goes_on();
}

INSTANTIATE_TEST_SUITE_P(OfAnyKind, WorkWithoutRoom,
                         testing::Values("compare", "sweep", "calibrate"),
                         [](const auto& instance) { return instance.param; });

}  // namespace
}  // namespace stepdown
