#include "cli/scenario_warnings.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/fixtures/milliseconds_runs.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string idle = "shock.crises.from_month=3";
const std::string why = "`shock.crises.from_month` does nothing";

class ScenarioWarnings : public testing::Test {
 protected:
  std::string path(const std::string& name) const { return folder_.path() + '/' + name; }

  TemporaryFolder folder_;
};

TEST_F(ScenarioWarnings, are_told_once_by_each_verb_that_works_with_scenarios) {
  const std::vector<std::vector<std::string>> lines = {
      {"run", base_file, unchanged_file, "--runs", "1", "--print-only"},
      {"compare", base_file, unchanged_file, "--runs", "1", "--print-only"},
      {"diff", base_file, unchanged_file},
      {"trace", base_file},
      {"sweep", "plan", base_file, unchanged_file, "--vary", "need.easing=1,2", "--out",
       path("sweep")},
      {"sensitivity", base_file, unchanged_file, "--vary", "need.easing", "--rows", "8",
       "--scrambles", "4", "--plan-only", "--out", path("sensitivity")},
      {"decide", "best", base_file, unchanged_file, "--runs", "30", "--out", path("decide")},
  };
  for (std::vector<std::string> line : lines) {
    for (const char* setting : {"population.children=400", "workforce.social_workers=2",
                                "horizon.years=1", "horizon.warm_up_years=1", idle.c_str()}) {
      line.insert(line.end(), {"--set", setting});
    }
    const ProgramRun run = run_stepdown(line);
    EXPECT_EQ(run.exit_code, 0) << line.front() << run.err;
    const std::size_t first = run.err.find(why);
    EXPECT_NE(first, std::string::npos) << line.front() << run.err;
    EXPECT_EQ(run.err.find(why, first + 1), std::string::npos) << line.front();
  }
}

TEST_F(ScenarioWarnings, name_the_line_of_a_policy_and_keep_out_of_json) {
  folder_.write("base.toml", "kind = \"base\"\n");
  folder_.write("early.toml",
                "kind = \"policy\"\nextends = \"base.toml\"\n[threshold]\nchild_in_need = 4.9\n");
  const ProgramRun run = run_stepdown(in_milliseconds(
      {"compare", path("base.toml"), path("early.toml"), "--json", "--print-only"}, 1));
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.err, AllOf(HasSubstr("warning[S028]"), HasSubstr("early.toml:4:1")));
  EXPECT_FALSE(nlohmann::json::parse(run.out).empty());
}

TEST_F(ScenarioWarnings, are_told_once_in_all_worlds_of_an_ensemble) {
  folder_.write("worlds/a.toml", "kind = \"member\"\n[need]\neasing = 1.5\n");
  folder_.write("worlds/b.toml", "kind = \"member\"\n[need]\neasing = 1.6\n");
  const ProgramRun run =
      run_stepdown(in_milliseconds({"compare", base_file, unchanged_file, "--set", idle,
                                    "--print-only", "--ensemble", path("worlds")},
                                   1));
  EXPECT_EQ(run.exit_code, 0) << run.err;
  const std::size_t first = run.err.find(why);
  EXPECT_NE(first, std::string::npos) << run.err;
  EXPECT_EQ(run.err.find(why, first + 1), std::string::npos);
}

TEST_F(ScenarioWarnings, are_not_told_of_what_is_varied_away) {
  const ProgramRun run = run_stepdown({"sweep", "plan", base_file, "--set", idle, "--vary",
                                       "shock.crises.size=1.5,2", "--out", path("sweep")});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.err, Not(HasSubstr(why)));
}

}  // namespace
}  // namespace stepdown
