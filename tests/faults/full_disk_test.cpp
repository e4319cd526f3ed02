#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/faults/fault_tried.h"
#include "tests/fixtures/milliseconds_runs.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

/// A shell in which $DISK is a disk of three megabytes, all of its own.
ProgramRun with_a_small_disk(const std::string& folder, const std::string& script) {
  std::string command = "mount -t tmpfs -o size=3m none '" + folder + "' || exit 99\n" + "cd '" +
                        std::string(STEPDOWN_SOURCE_DIR) + "'\n" + "compare() { '" +
                        STEPDOWN_BINARY + "'";
  for (const std::string& word :
       in_milliseconds({"compare", base_file, tapered_file, "--out", folder + "/out"}, 0)) {
    command += word == "--runs" ? "" : word == "0" ? "" : " '" + word + '\'';
  }
  command += " --runs \"$1\" > '" + folder + "/told'; }\n";
  return run_program("/usr/bin/unshare",
                     {"--map-root-user", "--mount", "/bin/sh", "-c", command + script}, "/");
}

class FullDisk : public ::testing::Test {
 protected:
  void SetUp() override {
    if (with_a_small_disk(folder_.path(), "exit 0").exit_code != 0) {
      GTEST_SKIP() << "this machine does not let a test have a disk of its own";
    }
  }
  std::string path() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

TEST_F(FullDisk, ends_with_exit_code_3_and_leaves_old_results_as_they_are) {
  fault_tried("disk full over older results", "compare", 1,
              "exit code 3 and why, the older results are as they were");
  const ProgramRun run = with_a_small_disk(path(),
                                           "compare 5 2> /dev/null || exit 98\n"
                                           "before=$(cksum < '" +
                                               path() +
                                               "/out/results.h5')\n"
                                               "compare 2000; echo \"exit $?\"\n"
                                               "after=$(cksum < '" +
                                               path() +
                                               "/out/results.h5')\n"
                                               "[ \"$before\" = \"$after\" ] && echo untouched\n");
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.out, "exit 3\nuntouched\n");
  EXPECT_THAT(run.err, AllOf(HasSubstr("cannot write"), HasSubstr("No space left on device")));
}

TEST_F(FullDisk, keeps_the_finished_runs_for_when_there_is_room_again) {
  const ProgramRun run = with_a_small_disk(path(),
                                           "compare 1000 2> /dev/null; echo \"exit $?\"\n"
                                           "mount -o remount,size=40m '" +
                                               path() +
                                               "'\n"
                                               "compare 1000; echo \"exit $?\"\n"
                                               "ls '" +
                                               path() + "/out'\n");
  EXPECT_EQ(run.out, "exit 3\nexit 0\nreport.html\nresults.h5\nsummary.csv\n");
  EXPECT_THAT(run.err, StartsWith("going on from "));
}

TEST_F(FullDisk, that_nobody_may_write_to_is_refused_before_any_run) {
  const ProgramRun run =
      with_a_small_disk(path(),
                        "compare 5 2> /dev/null || exit 98\n"
                        "before=$(cksum < '" +
                            path() +
                            "/out/results.h5')\n"
                            "touch '" +
                            path() +
                            "/told'\n"
                            "mount -o remount,ro '" +
                            path() +
                            "'\n"
                            "'" STEPDOWN_BINARY "' compare " +
                            base_file + ' ' + tapered_file + " --runs 1000000 --out '" + path() +
                            "/out'; echo \"exit $?\"\n"
                            "after=$(cksum < '" +
                            path() +
                            "/out/results.h5')\n"
                            "[ \"$before\" = \"$after\" ] && echo untouched\n");
  EXPECT_EQ(run.out, "exit 3\nuntouched\n");
  EXPECT_THAT(run.err, HasSubstr("Read-only file system"));
}

TEST(AFolderThatCannotBeMade, is_told_of_with_the_ways_out) {
  const ProgramRun run =
      run_program("/bin/sh",
                  {"-c", "STEPDOWN_RESULTS=/proc/nowhere exec '" STEPDOWN_BINARY "' compare " +
                             base_file + ' ' + tapered_file + " --runs 1000000"},
                  STEPDOWN_SOURCE_DIR);
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, AllOf(HasSubstr("results cannot be kept in /proc/nowhere/"),
                             HasSubstr("--out"), HasSubstr("--print-only")));
}

}  // namespace
}  // namespace stepdown
