#include "cli/compare_ensemble.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
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
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

std::string world_with(const std::string& easing) {
  return "kind = \"member\"\n[need]\neasing = " + easing + "\n";
}

/// A folder with two worlds.
class CompareInEnsemble : public ::testing::Test {
 protected:
  CompareInEnsemble() {
    folder_.write("worlds/member_01.toml", world_with("1.2"));
    folder_.write("worlds/member_02.toml", world_with("2.4"));
  }

  std::string path(const std::string& name) const { return folder_.path() + '/' + name; }
  void write(const std::string& name, const std::string& text) const { folder_.write(name, text); }

  ProgramRun compare(std::vector<std::string> more, int runs = 4) const {
    std::vector<std::string> arguments{"compare", base_file, tapered_file};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_stepdown(in_milliseconds(arguments, runs));
  }

  std::string text_of(const std::string& name) const {
    std::ifstream in(path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(CompareInEnsemble, says_in_how_many_worlds_each_conclusion_holds) {
  const ProgramRun run = compare({"--ensemble", path("worlds")});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(HasSubstr("2 worlds, 4 runs in each,"),
                             HasSubstr("The families here are invented."), HasSubstr("2 worlds"),
                             HasSubstr("\n- Need: ")));
  EXPECT_THAT(run.err, HasSubstr("100% 8/8 runs"));
  std::size_t start = 0;
  for (std::size_t end; (end = run.out.find('\n', start)) != std::string::npos; start = end + 1) {
    EXPECT_LE(end - start, 100U) << run.out.substr(start, end - start);
  }
}

TEST_F(CompareInEnsemble, writes_one_file_with_a_draw_for_each_world_and_one_table) {
  const ProgramRun run = compare({"--ensemble", path("worlds"), "--out", path("out")});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(path("out"))) {
    names.push_back(entry.path().filename().string());
  }
  EXPECT_THAT(names, UnorderedElementsAre("ensemble.csv", "report.html", "results.h5"));
  EXPECT_THAT(text_of("out/ensemble.csv"), HasSubstr("tapered,base,member_02,4,"));
  const OutcomeFile file(path("out/results.h5"));
  EXPECT_THAT(file.draws(), ElementsAre("member_01", "member_02"));
  EXPECT_EQ(file.runs(), 4U);
  EXPECT_NE(file.values("referrals", 0), file.values("referrals", 1));
  EXPECT_THAT(file.provenance().draws[1].texts[0], HasSubstr("need.easing = 2.4\n"));
  EXPECT_THAT(file.provenance().command, HasSubstr(" --ensemble " + path("worlds")));
}

TEST_F(CompareInEnsemble, gives_each_world_what_the_world_alone_gives) {
  ASSERT_EQ(compare({"--ensemble", path("worlds"), "--out", path("out")}).exit_code, 0);
  ASSERT_EQ(compare({"--member", path("worlds/member_02.toml"), "--out", path("alone")}).exit_code,
            0);
  const OutcomeFile all(path("out/results.h5"));
  const OutcomeFile alone(path("alone/results.h5"));
  EXPECT_THAT(alone.draws(), ElementsAre("member_02"));
  for (const char* measure : {"referrals", "child_years_level_3_to_5", "cost_total"}) {
    EXPECT_EQ(all.values(measure, 1), alone.values(measure)) << measure;
  }
  EXPECT_EQ(all.digest(0, 1), alone.digest(0, 0));
}

TEST_F(CompareInEnsemble, reads_equal_inputs_again) {
  const std::vector<std::string> command{"--ensemble", path("worlds")};
  ::setenv("STEPDOWN_RESULTS", path("results").c_str(), 1);
  const ProgramRun first = compare(command);
  const ProgramRun again = compare(command);
  ::unsetenv("STEPDOWN_RESULTS");
  EXPECT_THAT(first.out, HasSubstr("written: "));
  EXPECT_THAT(again.out, HasSubstr("from an earlier run of the same: "));
  EXPECT_EQ(first.out.substr(0, first.out.find("written: ")),
            again.out.substr(0, again.out.find("from an earlier")));
}

TEST_F(CompareInEnsemble, gives_the_same_bytes_again_on_any_number_of_threads) {
  ASSERT_EQ(compare({"--ensemble", path("worlds"), "--out", path("a")}).exit_code, 0);
  ASSERT_EQ(compare({"--ensemble", path("worlds"), "--out", path("b"), "--threads", "1"}).exit_code,
            0);
  EXPECT_EQ(text_of("a/ensemble.csv"), text_of("b/ensemble.csv"));
  EXPECT_TRUE(text_of("a/results.h5") == text_of("b/results.h5"));
}

TEST_F(CompareInEnsemble, prints_the_same_as_json) {
  const ProgramRun run = compare({"--ensemble", path("worlds"), "--json"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  const nlohmann::json result = nlohmann::json::parse(run.out);
  EXPECT_EQ(result["worlds"].size(), 2U);
  EXPECT_EQ(result["runs_in_each_world"], 4);
  EXPECT_FALSE(result["answers"]["tapered"].empty());
  for (const auto& finding : result["findings"]["tapered"]) {
    EXPECT_LE(finding["worlds"], 2) << finding["measure"];
  }
}

TEST_F(CompareInEnsemble, takes_ten_runs_in_each_world_when_nobody_says_how_many) {
  const ProgramRun run =
      run_stepdown({"compare", base_file, tapered_file, "--set", "population.children=400", "--set",
                    "workforce.social_workers=2", "--set", "horizon.years=1", "--set",
                    "horizon.warm_up_years=1", "--ensemble", path("worlds")});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("10 runs in each"));
}

TEST_F(CompareInEnsemble, refuses_all_mistakes_in_members_before_it_runs) {
  write("worlds/member_02.toml", "kind = \"member\"\n[caseload]\nsocial_worker_cap = 3\n");
  write("worlds/member_03.toml", "kind = \"member\"\n[need]\neesing = 3\n");
  const ProgramRun run = compare({"--ensemble", path("worlds")}, 1'000'000);
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, AllOf(HasSubstr("member_02.toml:3"), HasSubstr("member_03.toml:3")));
  EXPECT_THAT(run.out, IsEmpty());
}

TEST_F(CompareInEnsemble, refuses_a_scenario_in_place_of_a_folder) {
  const ProgramRun run =
      run_stepdown({"compare", "--ensemble", base_file, tapered_file, unchanged_file});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("put --ensemble after the scenarios"));
}

TEST_F(CompareInEnsemble, refuses_one_world_and_all_of_them_at_once) {
  const ProgramRun run =
      compare({"--ensemble", path("worlds"), "--member", path("worlds/member_01.toml")});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("leave --member or --ensemble out"));
}

TEST_F(CompareInEnsemble, misses_the_members_of_an_empty_folder) {
  write("none/notes.txt", "");
  const ProgramRun run = compare({"--ensemble", path("none")});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("tools/base-fit --ensemble"));
}

}  // namespace
}  // namespace stepdown
