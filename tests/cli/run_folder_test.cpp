#include "cli/run_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "analysis/outcome_file.h"
#include "tests/fixtures/milliseconds_runs.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

/// A folder of all results, as a person has it beside the scenarios.
class RunFolders : public ::testing::Test {
 protected:
  RunFolders() { ::setenv("STEPDOWN_RESULTS", results().c_str(), 1); }
  ~RunFolders() override { ::unsetenv("STEPDOWN_RESULTS"); }

  std::string results() const { return folder_.path() + "/results"; }

  std::vector<std::filesystem::path> all() const {
    std::vector<std::filesystem::path> folders;
    if (std::filesystem::exists(results())) {
      for (const auto& entry : std::filesystem::directory_iterator(results())) {
        folders.push_back(entry.path());
      }
    }
    return folders;
  }

  static ProgramRun compare(const std::vector<std::string>& more = {},
                            const std::vector<std::string>& files = {base_file, tapered_file},
                            int runs = 6) {
    std::vector<std::string> arguments{"compare"};
    arguments.insert(arguments.end(), files.begin(), files.end());
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_stepdown(in_milliseconds(arguments, runs));
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(RunFolders, are_named_by_twelve_digits_and_announced) {
  const ProgramRun run = compare();
  EXPECT_EQ(run.exit_code, 0) << run.err;
  ASSERT_THAT(all(), SizeIs(1));
  EXPECT_EQ(all()[0].filename().string().size(), 12U);
  EXPECT_THAT(run.out, HasSubstr("written: " + (all()[0] / "results.h5").string()));
}

TEST_F(RunFolders, are_read_again_for_equal_inputs) {
  const ProgramRun first = compare();
  const ProgramRun again = compare({"--threads", "1"});
  EXPECT_THAT(all(), SizeIs(1));
  EXPECT_THAT(again.out, AllOf(HasSubstr("from an earlier run of the same: "),
                               Not(HasSubstr("written: " + (all()[0] / "results.h5").string()))));
  EXPECT_THAT(again.err, Not(HasSubstr("runs")));
  EXPECT_EQ(first.out.substr(0, first.out.find("written: ")),
            again.out.substr(0, again.out.find("from an earlier run")));
}

TEST_F(RunFolders, are_the_same_for_any_order_of_scenarios) {
  compare();
  const ProgramRun other_way = compare({}, {tapered_file, base_file});
  EXPECT_THAT(all(), SizeIs(1));
  EXPECT_THAT(other_way.out, HasSubstr("base minus tapered"));
}

TEST_F(RunFolders, are_others_for_other_runs_seeds_settings_and_scenarios) {
  compare();
  compare({"--seed", "2"});
  compare({}, {base_file, tapered_file}, 7);
  compare({"--first-run", "1"});
  compare({"--set", "need.easing=1.5"});
  compare({}, {base_file, unchanged_file});
  EXPECT_THAT(all(), SizeIs(6));
}

TEST_F(RunFolders, are_not_used_where_a_folder_is_named) {
  const TemporaryFolder folder;
  compare({"--out", folder.path() + "/mine"});
  EXPECT_THAT(all(), SizeIs(0));
}

TEST_F(RunFolders, with_results_that_are_damaged_are_made_again) {
  compare();
  const std::filesystem::path file = all().at(0) / "results.h5";
  const std::string sound = bytes_of(file);
  std::filesystem::resize_file(file, sound.size() / 2);
  const ProgramRun again = compare();
  EXPECT_EQ(again.exit_code, 0) << again.err;
  EXPECT_THAT(again.out, HasSubstr("written: "));
  EXPECT_TRUE(bytes_of(file) == sound);
}

TEST_F(RunFolders, hold_a_report_of_a_run_too) {
  const ProgramRun run = run_stepdown(in_milliseconds({"run", base_file}, 3));
  EXPECT_EQ(run.exit_code, 0) << run.err;
  ASSERT_THAT(all(), SizeIs(1));
  EXPECT_THAT(OutcomeFile(all()[0] / "results.h5").scenarios(), ElementsAre("base"));
}

TEST(RunFolder, is_one_in_the_present_folder_when_nothing_else_is_said) {
  ::unsetenv("STEPDOWN_RESULTS");
  const RunFolder folder(ExperimentOptions(), std::string(64, 'a'));
  EXPECT_EQ(folder.path(), "results/aaaaaaaaaaaa");
  EXPECT_TRUE(folder.is_named_by_inputs());
}

TEST(RunFolder, that_is_temporary_goes_with_its_holder) {
  ExperimentOptions options;
  options.print_only = true;
  std::filesystem::path path;
  {
    const RunFolder folder(options, std::string(64, 'a'));
    path = folder.path();
    EXPECT_TRUE(std::filesystem::is_directory(path));
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace
}  // namespace stepdown
