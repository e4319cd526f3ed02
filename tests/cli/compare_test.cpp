#include "cli/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/fixtures/milliseconds_runs.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

ProgramRun compare(std::vector<std::string> arguments, int runs = 6) {
  arguments.insert(arguments.begin(), "compare");
  return run_stepdown(in_milliseconds(arguments, runs));
}

TEST(Compare, prints_answers_and_then_the_table_of_differences) {
  const ProgramRun run = compare({base_file, tapered_file});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("The families here are invented."));
  const std::size_t answer = run.out.find("\n- Need: ");
  const std::size_t table = run.out.find("Paired differences, tapered minus base");
  ASSERT_NE(answer, std::string::npos) << run.out;
  ASSERT_NE(table, std::string::npos) << run.out;
  EXPECT_LT(answer, table);
}

TEST(Compare, keeps_its_output_within_100_columns) {
  const ProgramRun run = compare({base_file, tapered_file, sustained_file});
  std::size_t start = 0;
  for (std::size_t end; (end = run.out.find('\n', start)) != std::string::npos; start = end + 1) {
    EXPECT_LE(end - start, 100U) << run.out.substr(start, end - start);
  }
}

TEST(Compare, says_that_a_plan_that_changes_nothing_is_the_same) {
  const ProgramRun run = compare({base_file, unchanged_file});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("These two plans are the same"));
}

TEST(Compare, prints_the_same_as_json) {
  const ProgramRun run = compare({base_file, tapered_file, unchanged_file, "--json"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  const nlohmann::json result = nlohmann::json::parse(run.out);
  EXPECT_EQ(result["baseline"], "base");
  EXPECT_EQ(result["runs"], 6);
  EXPECT_FALSE(result["answers"]["tapered"].empty());
  for (const auto& measure : result["measures"]) {
    EXPECT_TRUE(measure["values"].contains("base"));
    const auto& unchanged = measure["differences"]["unchanged"];
    EXPECT_TRUE(unchanged["mean"].is_null() || unchanged["mean"] == 0) << measure["name"];
  }
}

TEST(Compare, shows_measures_in_parts_to_those_who_ask) {
  const std::string usual = compare({base_file, tapered_file}).out;
  EXPECT_THAT(usual, Not(HasSubstr("By fifth of areas")));
  const std::string by_fifth = compare({base_file, tapered_file, "--by", "fifth"}).out;
  EXPECT_THAT(by_fifth, AllOf(HasSubstr("By fifth of areas"), HasSubstr("level_3_to_5_fifth_1"),
                              Not(HasSubstr("By stage of the family"))));
  const std::string two = compare({base_file, tapered_file, "--by=fifth", "--by=stage"}).out;
  EXPECT_THAT(two, AllOf(HasSubstr("By fifth of areas"), HasSubstr("By stage of the family")));
  const std::string all = compare({"--all", base_file, tapered_file}).out;
  EXPECT_THAT(all, AllOf(HasSubstr("By fifth of areas"), HasSubstr("By stage of the family"),
                         HasSubstr("From tier to tier")));
}

TEST(Compare, takes_one_word_for_each_by) {
  EXPECT_EQ(compare({"--by", "fifth", base_file, tapered_file}).exit_code, 0);
  const ProgramRun run = compare({base_file, tapered_file, "--by", "county"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, AllOf(HasSubstr("--by"), HasSubstr("fifth")));
}

TEST(Compare, writes_results_report_and_summary_into_the_folder) {
  const TemporaryFolder folder;
  const std::string out = folder.path() + "/new/results";
  const ProgramRun run = compare({base_file, tapered_file, "--out", out});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(out)) {
    names.push_back(entry.path().filename().string());
  }
  EXPECT_THAT(names, ::testing::UnorderedElementsAre("report.html", "results.h5", "summary.csv"));
}

TEST(Compare, writes_nothing_when_it_is_to_print_only) {
  const ProgramRun run = compare({base_file, tapered_file, "--print-only"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, Not(HasSubstr("written:")));
}

TEST(Compare, refuses_no_runs_and_negative_threads) {
  for (const std::vector<std::string>& mistake : {std::vector<std::string>{"--runs", "0"},
                                                  {"--runs", "-3"},
                                                  {"--runs", "ten"},
                                                  {"--runs", "2.5"},
                                                  {"--threads", "-1"},
                                                  {"--threads", "0"},
                                                  {"--seed", "-1"}}) {
    std::vector<std::string> arguments{"compare", base_file, tapered_file};
    arguments.insert(arguments.end(), mistake.begin(), mistake.end());
    const ProgramRun run = run_stepdown(arguments);
    EXPECT_EQ(run.exit_code, 2) << mistake[0] << mistake[1];
    EXPECT_THAT(run.err, AllOf(HasSubstr(mistake[0]), HasSubstr("whole number from")));
    EXPECT_THAT(run.out, IsEmpty());
  }
}

TEST(Compare, refuses_a_scenario_alone) {
  const ProgramRun run = compare({base_file});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("stepdown run"));
}

TEST(Compare, refuses_an_output_folder_that_cannot_be_written_before_it_runs) {
  const TemporaryFolder folder;
  folder.write("file", "not a folder");
  const ProgramRun run =
      compare({base_file, tapered_file, "--out", folder.path() + "/file"}, 1'000'000);
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr("cannot"));
  EXPECT_THAT(run.out, IsEmpty());
}

TEST(Compare, leaves_nothing_half_written_when_the_disk_is_full) {
  const TemporaryFolder folder;
  std::string command = "ulimit -f 100; exec '" STEPDOWN_BINARY "'";
  for (const std::string& word : in_milliseconds(
           {"compare", base_file, tapered_file, "--out", folder.path() + "/out"}, 200)) {
    command += " '" + word + '\'';
  }
  const ProgramRun run = run_program("/bin/sh", {"-c", command}, STEPDOWN_SOURCE_DIR);
  EXPECT_EQ(run.exit_code, 3) << run.err;
  EXPECT_THAT(run.err, HasSubstr("cannot write"));
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_FALSE(std::filesystem::exists(folder.path() + "/out/results.h5"));
}

TEST(Compare, refuses_scenarios_of_two_places) {
  const TemporaryFolder folder;
  for (const char* place : {"here", "there"}) {
    const std::string children = std::string(place) == "here" ? "3000" : "4000";
    folder.write(std::string("places/") + place + ".toml",
                 "kind = \"place\"\n[population]\nchildren = { value = " + children +
                     ", source = \"a count\" }\n");
    folder.write(std::string("base_") + place + ".toml",
                 "kind = \"base\"\nplace = \"" + std::string(place) + "\"\n");
  }
  const ProgramRun run =
      run_program(STEPDOWN_BINARY, {"compare", "base_here.toml", "base_there.toml", "--runs", "1"},
                  folder.path());
  EXPECT_EQ(run.exit_code, 5) << run.err;
  EXPECT_THAT(run.err, HasSubstr("population.children is 3000 in base_here but 4000 in "
                                 "base_there"));
  EXPECT_THAT(run.out, IsEmpty());
}

}  // namespace
}  // namespace stepdown
