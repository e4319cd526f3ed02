#include "cli/calibrate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/fixtures/milliseconds_runs.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class Calibrate : public testing::Test {
 protected:
  ProgramRun calibrate(const std::string& targets, const std::string& place = "kent",
                       std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"calibrate", "scenarios/base.toml", "--place", place, "--targets",
                               targets, "--out", folder_.path() + "/out"});
    return run_stepdown(more);
  }
  std::string targets(const std::string& text) {
    folder_.write("targets.toml", text);
    return folder_.path() + "/targets.toml";
  }

  TemporaryFolder folder_;
};

TEST_F(Calibrate, tells_what_is_wrong_in_a_target_file_and_leaves_nothing) {
  const ProgramRun run = calibrate(targets("[rereferal_12m]\nvalue = 22\nerror = 1\n"));
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, AllOf(HasSubstr("there is no measure `rereferal_12m`"),
                             HasSubstr("`rereferral_12m`"), HasSubstr("targets.toml:1")));
  EXPECT_EQ(bytes_of(folder_.path() + "/out/fit.html"), "");
}

TEST_F(Calibrate, needs_at_least_one_measure_that_the_emulator_knows) {
  const ProgramRun run = calibrate(
      targets("[lateness_level_3_days]\nvalue = 200\nerror = 9\nlabel = \"a\"\nsource = \"b\"\n"));
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("the emulator knows none of the measures"));
}

TEST_F(Calibrate, refuses_to_weigh_by_fewer_runs_than_say_anything) {
  const ProgramRun run = calibrate("calibration/targets/england_2024.toml", "kent",
                                   {"--by", "runs", "--budget", "1459"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, AllOf(HasSubstr("too few runs to weigh 24 figures"),
                             HasSubstr("`--budget 1460` is enough")));
  EXPECT_EQ(bytes_of(folder_.path() + "/out/fit.html"), "");
}

TEST_F(Calibrate, refuses_a_base_that_the_emulator_was_not_learnt_from) {
  folder_.write("other.toml", "kind = \"base\"\ntitle = \"Other\"\n[need]\neasing_by_level = 2\n");
  const ProgramRun run = run_stepdown(
      {"calibrate", folder_.path() + "/other.toml", "--place", "scenarios/places/kent.toml",
       "--targets", "calibration/targets/england_2024.toml", "--out", folder_.path() + "/out"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, AllOf(HasSubstr("learnt from another base"), HasSubstr("stepdown train")));
}

TEST_F(Calibrate, refuses_an_emulator_that_is_none) {
  folder_.write("emulator.h5", "no emulator");
  const ProgramRun run = calibrate("calibration/targets/england_2024.toml", "kent",
                                   {"--emulator", folder_.path() + "/emulator.h5"});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr("emulator.h5"));
}

TEST_F(Calibrate, tells_of_a_place_that_is_not_there) {
  const ProgramRun run = calibrate("calibration/targets/england_2024.toml", "kint");
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("kint"));
}

}  // namespace
}  // namespace stepdown
