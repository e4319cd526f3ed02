#include "cli/export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/fixtures/program.h"
#include "tests/fixtures/written_results.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

/// A folder with results of two scenarios.
class Export : public ::testing::Test {
 protected:
  Export() { write_results(path("results.h5"), results_in_coventry()); }

  std::string path(const std::string& name) const { return folder_.path() + '/' + name; }
  void write(const std::string& name, const std::string& bytes) const {
    folder_.write(name, bytes);
  }
  std::string bytes_of(const std::string& name) const {
    std::ifstream file(path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::vector<std::string> names_in(const std::string& name) const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(path(name))) {
      names.push_back(entry.path().filename().string());
    }
    return names;
  }

  ProgramRun run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "export");
    return run_program(STEPDOWN_BINARY, arguments, folder_.path());
  }
  // Under a limit on the size of a file, which is what a full disk looks like to a program.
  ProgramRun run_with_little_room(const std::string& arguments) const {
    return run_program("/bin/sh",
                       {"-c", "ulimit -f 8; exec '" STEPDOWN_BINARY "' export " + arguments},
                       folder_.path());
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(Export, writes_all_three_kinds_beside_the_results) {
  const ProgramRun done = run({"results.h5"});
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(names_in("export"), UnorderedElementsAre("estimates.csv", "runs.csv", "years.csv",
                                                       "comparison.xlsx", "codebook.csv"));
  EXPECT_THAT(done.out, HasSubstr("written: export/estimates.csv\n"));
}

TEST_F(Export, writes_what_is_asked_for_where_it_is_asked_for) {
  const ProgramRun done =
      run({"results.h5", "--format", "csv", "--months", "--out", path("new/tables")});
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(names_in("new/tables"),
              UnorderedElementsAre("estimates.csv", "runs.csv", "years.csv", "months.csv"));
  EXPECT_EQ(run({"--format", "codebook", "results.h5", "--out", path("book")}).exit_code, 0);
  EXPECT_THAT(names_in("book"), UnorderedElementsAre("codebook.csv"));
}

TEST_F(Export, lists_its_files_as_json) {
  const ProgramRun done = run({"results.h5", "--format", "codebook", "--json"});
  EXPECT_EQ(nlohmann::json::parse(done.out)["files"][0], "export/codebook.csv");
}

TEST_F(Export, gives_the_same_bytes_again) {
  ASSERT_EQ(run({"results.h5", "--out", path("a")}).exit_code, 0);
  ASSERT_EQ(run({"results.h5", "--out", path("b")}).exit_code, 0);
  for (const std::string& name : names_in("a")) {
    EXPECT_TRUE(bytes_of("a/" + name) == bytes_of("b/" + name)) << name;
  }
}

TEST_F(Export, knows_a_scenario_that_is_mistyped) {
  const ProgramRun done = run({"results.h5", "--baseline", "taperd"});
  EXPECT_EQ(done.exit_code, 2);
  EXPECT_THAT(done.err, AllOf(HasSubstr("`taperd`"), HasSubstr("`tapered`")));
}

TEST_F(Export, says_which_scenario_is_the_baseline) {
  EXPECT_THAT(run({"results.h5"}).out, HasSubstr("baseline of the workbook: base\n"));
  Provenance no_base = results_in_coventry();
  for (ScenarioText& scenario : no_base.scenarios) {
    scenario.name = scenario.name == "base" ? "abrupt" : scenario.name;
  }
  write_results(path("no_base.h5"), no_base);
  EXPECT_THAT(run({"no_base.h5"}).out, HasSubstr("baseline of the workbook: abrupt\n"));
  EXPECT_EQ(nlohmann::json::parse(run({"no_base.h5", "--json"}).out)["baseline"], "abrupt");
  EXPECT_THAT(run({"--help"}).out, HasSubstr("[base, or else the first by"));
}

TEST_F(Export, refuses_months_where_no_table_is_asked_for) {
  const ProgramRun done = run({"results.h5", "--format", "codebook", "--months"});
  EXPECT_EQ(done.exit_code, 2);
  EXPECT_THAT(done.err, AllOf(HasSubstr("error[C008]"), HasSubstr("add --format csv")));
  EXPECT_FALSE(std::filesystem::exists(path("export")));
}

TEST_F(Export, ends_with_exit_code_5_for_results_of_two_seeds) {
  Provenance other = results_in_coventry();
  other.seed = 2;
  write_results(path("other.h5"), other);
  const ProgramRun done = run({"results.h5", "other.h5"});
  EXPECT_EQ(done.exit_code, 5);
  EXPECT_THAT(done.err, AllOf(HasSubstr("cannot be compared"), HasSubstr("the seed is 1")));
  EXPECT_FALSE(std::filesystem::exists(path("export")));
}

TEST_F(Export, ends_with_exit_code_3_for_what_is_no_results_file) {
  write("notes.h5", "not HDF5");
  for (const char* file : {"notes.h5", "missing.h5", "."}) {
    const ProgramRun done = run({file});
    EXPECT_EQ(done.exit_code, 3) << file;
    EXPECT_THAT(done.out, IsEmpty());
    EXPECT_THAT(done.err, HasSubstr(file));
  }
}

TEST_F(Export, ends_with_exit_code_3_for_results_that_are_cut_short) {
  std::filesystem::resize_file(path("results.h5"),
                               std::filesystem::file_size(path("results.h5")) / 2);
  const ProgramRun done = run({"results.h5"});
  EXPECT_EQ(done.exit_code, 3);
  EXPECT_THAT(done.err, HasSubstr("is damaged: it was cut short"));
}

TEST_F(Export, leaves_the_tables_that_were_there_when_the_disk_is_full) {
  ASSERT_EQ(run({"results.h5"}).exit_code, 0);
  const std::string before = bytes_of("export/runs.csv");
  for (const char* format : {"csv", "xlsx"}) {
    const ProgramRun done = run_with_little_room(std::string("results.h5 --format ") + format);
    EXPECT_EQ(done.exit_code, 3) << done.err;
    EXPECT_THAT(done.err, HasSubstr("cannot write"));
    EXPECT_EQ(bytes_of("export/runs.csv"), before);
    EXPECT_THAT(names_in("export"), UnorderedElementsAre("estimates.csv", "runs.csv", "years.csv",
                                                         "comparison.xlsx", "codebook.csv"));
  }
}

TEST_F(Export, says_so_when_the_folder_cannot_be_written) {
  write("file", "not a folder");
  const ProgramRun done = run({"results.h5", "--out", path("file")});
  EXPECT_EQ(done.exit_code, 3);
  EXPECT_THAT(done.err, HasSubstr("cannot make the folder"));
}

}  // namespace
}  // namespace stepdown
