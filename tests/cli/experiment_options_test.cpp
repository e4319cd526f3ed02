#include "cli/experiment_options.h"

#include <gmock/gmock.h>

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
using ::testing::Not;

/// A folder with a fit that nobody fitted: its numbers are made up to be told from the base's.
class FitOption : public ::testing::Test {
 protected:
  FitOption() {
    folder_.write("kent_made_up.toml",
                  "kind = \"fit\"\ntitle = \"Kent, made up\"\nplace = \"kent\"\n[need]\n"
                  "easing = 2.4\n[caseload]\nsocial_worker_cap = 17\n");
    folder_.write("member.toml", "kind = \"member\"\n[need]\neasing = 2.4\n");
  }

  std::string path(const std::string& name = "kent_made_up.toml") const {
    return folder_.path() + '/' + name;
  }

  ProgramRun stepdown(std::vector<std::string> words, const std::vector<std::string>& more) const {
    words.insert(words.end(), more.begin(), more.end());
    return run_stepdown(words);
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(FitOption, of_run_brings_place_and_values_and_is_kept_in_the_command) {
  const ProgramRun run =
      run_stepdown(in_milliseconds({"run", base_file, "--fit", path(), "--out", path("out")}, 2));
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("Kent, 2 years"));
  const OutcomeFile file(path("out/results.h5"));
  EXPECT_THAT(file.draws(), ElementsAre("kent_made_up"));
  EXPECT_EQ(file.provenance().place, "kent");
  EXPECT_THAT(file.provenance().command, HasSubstr(" --fit " + path()));
  EXPECT_THAT(file.provenance().scenarios[0].text,
              AllOf(HasSubstr("need.easing = 2.4\n"), HasSubstr("social_worker_cap = 17\n")));
}

TEST_F(FitOption, of_compare_lets_policies_decide_from_day_0) {
  const ProgramRun run = run_stepdown(
      in_milliseconds({"compare", base_file, "scenarios/policies/social_worker_cap_24.toml",
                       "--fit", path(), "--place", "Kent", "--out", path("out")},
                      2));
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(OutcomeFile(path("out/results.h5")).provenance().scenarios[1].text,
              AllOf(HasSubstr("\ncaseload.social_worker_cap = 24\n"),
                    HasSubstr("before_day_0.caseload.social_worker_cap = 17\n")));
}

TEST_F(FitOption, refuses_another_place) {
  const ProgramRun run = stepdown({"run", base_file, "--fit", path(), "--place", "coventry"}, {});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, AllOf(HasSubstr("`coventry` is another place than the one of the fit, "
                                       "`kent`"),
                             HasSubstr("leave --place out")));
}

TEST_F(FitOption, refuses_a_member_and_a_member_beside_it) {
  EXPECT_THAT(stepdown({"run", base_file, "--fit", path("member.toml")}, {}).err,
              HasSubstr("is a member file, not a fit"));
  EXPECT_THAT(stepdown({"run", base_file, "--member", path()}, {}).err,
              HasSubstr("give it with --fit"));
  EXPECT_THAT(
      stepdown({"run", base_file, "--fit", path(), "--member", path("member.toml")}, {}).err,
      HasSubstr("leave --member or --fit out"));
  EXPECT_THAT(stepdown({"compare", base_file, tapered_file, "--fit", path(), "--ensemble"}, {}).err,
              HasSubstr("leave --fit or --ensemble out"));
}

TEST_F(FitOption, that_nobody_knows_is_refused) {
  const ProgramRun run = stepdown({"run", base_file, "--fit", "nowhere"}, {});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("there is no fit `nowhere` in this program"));
}

TEST_F(FitOption, of_validate_checks_scenarios_in_it_and_the_fit_itself) {
  EXPECT_THAT(stepdown({"validate", base_file, "--fit", path()}, {}).out,
              HasSubstr("for the place kent"));
  const ProgramRun run = stepdown({"validate", path()}, {});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("kent_made_up: a valid fit for the place kent, 1 uncertainty and "
                                 "1 lever"));
  const auto result = nlohmann::json::parse(stepdown({"validate", path(), "--json"}, {}).out);
  EXPECT_EQ(result["fits"][0]["levers"], 1);
}

TEST_F(FitOption, of_diff_shows_scenarios_as_they_are_in_it) {
  const ProgramRun run = stepdown(
      {"diff", base_file, "scenarios/policies/social_worker_cap_24.toml"}, {"--fit", path()});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("17  (" + path() + ":7)"));
}

TEST_F(FitOption, of_trace_tells_a_life_in_it) {
  const ProgramRun run =
      stepdown({"trace", base_file, "--fit", path()},
               {"--set", "population.children=400", "--set", "workforce.social_workers=2", "--set",
                "horizon.years=1", "--set", "horizon.warm_up_years=1"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("An invented family"));
}

TEST_F(FitOption, is_no_scenario) {
  const ProgramRun run = stepdown({"run", path()}, {});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("give it with --fit"));
}

}  // namespace
}  // namespace stepdown
