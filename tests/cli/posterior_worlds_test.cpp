#include "cli/posterior_worlds.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analysis/outcome_file.h"
#include "analysis/posterior_file.h"
#include "tests/fixtures/milliseconds_runs.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

Posterior made_up() {
  return {"kent",
          "Kent",
          "0.1.0",
          "stepdown calibrate base.toml --place kent",
          "",
          {"need.easing", "caseload.social_worker_cap"},
          {{1.2, 15}, {1.8, 16}, {2.4, 18}, {3, 20}}};
}

/// A folder with draws that nobody found: made up to be told from one another.
class DrawsOption : public ::testing::Test {
 protected:
  DrawsOption() { write_posterior(made_up(), path("kent.h5")); }

  std::string path(const std::string& name) const { return folder_.path() + '/' + name; }
  std::string text_of(const std::string& name) const { return bytes_of(path(name)); }

  ProgramRun compare(std::vector<std::string> more, int runs = 3) const {
    std::vector<std::string> arguments{"compare", base_file, tapered_file};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_stepdown(in_milliseconds(arguments, runs));
  }

  ProgramRun run(std::vector<std::string> more, int runs = 3) const {
    std::vector<std::string> arguments{"run", base_file};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_stepdown(in_milliseconds(arguments, runs));
  }

  TemporaryFolder folder_;
};

TEST_F(DrawsOption, of_compare_runs_every_draw_and_says_what_is_luck_and_what_not_knowing) {
  const ProgramRun made = compare({"--draws", path("kent.h5"), "--out", path("out")});
  ASSERT_EQ(made.exit_code, 0) << made.err;
  EXPECT_THAT(made.out, AllOf(HasSubstr("Kent, 2 years"),
                              HasSubstr("4 worlds that fit Kent's own figures, 3 runs in each"),
                              HasSubstr("Luck and not knowing, tapered against base"),
                              HasSubstr("luck alone would spread the difference by")));
  const OutcomeFile file(path("out/results.h5"));
  EXPECT_THAT(file.draws(), ElementsAre("draw_1", "draw_2", "draw_3", "draw_4"));
  EXPECT_EQ(file.runs(), 3U);
  EXPECT_EQ(file.provenance().place, "kent");
  EXPECT_THAT(file.provenance().draws[2].texts[0], HasSubstr("need.easing = 2.4\n"));
  EXPECT_EQ(file.provenance().fitted_by, made_up().command);
  EXPECT_THAT(file.provenance().command, HasSubstr(" --draws " + path("kent.h5")));
  EXPECT_THAT(text_of("out/ensemble.csv"), HasSubstr(",draw_4,3,"));
  EXPECT_TRUE(std::filesystem::exists(path("out/report.html")));
}

TEST_F(DrawsOption, use_takes_an_evenly_spaced_part) {
  ASSERT_EQ(compare({"--draws", path("kent.h5"), "--use", "2", "--out", path("out")}).exit_code, 0);
  EXPECT_THAT(OutcomeFile(path("out/results.h5")).draws(), ElementsAre("draw_1", "draw_3"));
}

TEST_F(DrawsOption, gives_each_draw_what_the_draw_alone_gives) {
  ASSERT_EQ(compare({"--draws", path("kent.h5"), "--out", path("all")}).exit_code, 0);
  const ProgramRun one =
      compare({"--draws", path("kent.h5"), "--draw", "3", "--out", path("alone")});
  ASSERT_EQ(one.exit_code, 0) << one.err;
  EXPECT_THAT(one.out, HasSubstr("Paired differences"));
  const OutcomeFile all(path("all/results.h5"));
  const OutcomeFile alone(path("alone/results.h5"));
  EXPECT_THAT(alone.draws(), ElementsAre("draw_3"));
  EXPECT_EQ(all.values("referrals", 2), alone.values("referrals"));
  EXPECT_EQ(all.digest(0, 2), alone.digest(0, 0));
}

TEST_F(DrawsOption, finds_results_again_by_the_values_and_not_by_the_path) {
  write_posterior(made_up(), path("elsewhere/copy.h5"));
  Posterior other = made_up();
  other.draws[3][0] = 3.1;
  write_posterior(other, path("other.h5"));
  ::setenv("STEPDOWN_RESULTS", path("results").c_str(), 1);
  const ProgramRun first = compare({"--draws", path("kent.h5")});
  const ProgramRun again = compare({"--draws", path("elsewhere/copy.h5")});
  const ProgramRun changed = compare({"--draws", path("other.h5")});
  ::unsetenv("STEPDOWN_RESULTS");
  EXPECT_THAT(first.out, HasSubstr("written: "));
  EXPECT_THAT(again.out, HasSubstr("from an earlier run of the same: "));
  EXPECT_THAT(changed.out, Not(HasSubstr("from an earlier run")));
  EXPECT_THAT(names_in(path("results")), SizeIs(2));
}

TEST_F(DrawsOption, gives_the_same_bytes_on_any_number_of_threads) {
  ASSERT_EQ(compare({"--draws", path("kent.h5"), "--out", path("a")}).exit_code, 0);
  ASSERT_EQ(compare({"--draws", path("kent.h5"), "--out", path("b"), "--threads", "1"}).exit_code,
            0);
  EXPECT_TRUE(text_of("a/results.h5") == text_of("b/results.h5"));
}

TEST_F(DrawsOption, of_compare_is_told_as_json_too) {
  const ProgramRun made = compare({"--draws", path("kent.h5"), "--json"});
  ASSERT_EQ(made.exit_code, 0) << made.err;
  const auto result = nlohmann::json::parse(made.out);
  EXPECT_EQ(result["worlds"].size(), 4U);
  EXPECT_EQ(result["fitted_by"], made_up().command);
  bool found = false;
  for (const auto& split : result["luck_and_not_knowing"]["tapered"]) {
    if (split["measure"] == "child_years_level_3_to_5") {
      found = true;
      EXPECT_GT(split["baseline"]["not_knowing_variance"], 0);
      EXPECT_GT(split["difference"]["luck_variance"], 0);
      EXPECT_LE(split["baseline"]["share_of_not_knowing"], 1);
    }
  }
  EXPECT_TRUE(found);
}

TEST_F(DrawsOption, of_run_shows_each_measure_with_both_parts_and_the_official_figures) {
  const ProgramRun made = run({"--draws", path("kent.h5"), "--print-only"});
  ASSERT_EQ(made.exit_code, 0) << made.err;
  EXPECT_THAT(made.out, AllOf(HasSubstr("4 worlds that fit Kent's own figures"),
                              HasSubstr("not knowing"), HasSubstr("child_years_level_3_to_5"),
                              HasSubstr("Official figures beside the means of the worlds")));
  const ProgramRun json = run({"--draws", path("kent.h5"), "--print-only", "--json"});
  const auto result = nlohmann::json::parse(json.out);
  EXPECT_EQ(result["place"], "kent");
  EXPECT_EQ(result["values"]["base"][0]["mean_in_each_world"].size(), 4U);
  EXPECT_FALSE(result["official"].empty());
}

TEST_F(DrawsOption, takes_ten_runs_in_each_world_when_nobody_says_how_many) {
  const ProgramRun made =
      run_stepdown({"run", base_file, "--set", "population.children=400", "--set",
                    "workforce.social_workers=2", "--set", "horizon.years=1", "--set",
                    "horizon.warm_up_years=1", "--draws", path("kent.h5"), "--print-only"});
  EXPECT_EQ(made.exit_code, 0) << made.err;
  EXPECT_THAT(made.out, HasSubstr("10 runs in each"));
}

TEST_F(DrawsOption, refuses_a_file_that_is_none_with_the_code_of_input_data) {
  folder_.write("text.h5", "no HDF5");
  const ProgramRun made = compare({"--draws", path("text.h5")});
  EXPECT_EQ(made.exit_code, 3);
  EXPECT_THAT(made.err, HasSubstr("is not a file of draws: it is not in HDF5 format"));
  EXPECT_EQ(compare({"--draws", path("none.h5")}).exit_code, 3);
  EXPECT_EQ(run_stepdown({"report", path("kent.h5")}).exit_code, 3);
}

TEST_F(DrawsOption, refuses_another_place_and_another_world) {
  const ProgramRun place = compare({"--draws", path("kent.h5"), "--place", "coventry"});
  EXPECT_EQ(place.exit_code, 2);
  EXPECT_THAT(place.err, HasSubstr("`coventry` is another place than the one of the fit"));
  EXPECT_EQ(compare({"--draws", path("kent.h5"), "--place", "kent"}).exit_code, 0);
  for (const std::vector<std::string>& other :
       {std::vector<std::string>{"--ensemble"}, {"--member", "member_03"}}) {
    std::vector<std::string> both{"--draws", path("kent.h5")};
    both.insert(both.end(), other.begin(), other.end());
    const ProgramRun refused = compare(both);
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_THAT(refused.err, HasSubstr("leave --draws or " + other.front() + " out"));
    EXPECT_THAT(refused.out, IsEmpty());
  }
}

TEST_F(DrawsOption, refuses_draws_that_are_not_there) {
  EXPECT_THAT(compare({"--draws", path("kent.h5"), "--use", "5"}).err, HasSubstr("has 4 draws"));
  EXPECT_THAT(compare({"--draws", path("kent.h5"), "--draw", "5"}).err,
              HasSubstr("number 5 was asked for"));
  EXPECT_THAT(compare({"--draws", path("kent.h5"), "--draw", "1", "--use", "2"}).err,
              HasSubstr("leave one of them out"));
  EXPECT_THAT(compare({"--use", "5"}).err, HasSubstr("give their file with --draws FILE.h5"));
}

}  // namespace
}  // namespace stepdown
