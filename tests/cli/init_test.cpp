#include "cli/init.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Init : public ::testing::Test {
 protected:
  ProgramRun stepdown(const std::vector<std::string>& arguments,
                      const std::string& below = "") const {
    return run_program(STEPDOWN_BINARY, arguments, folder_.path() + below);
  }

  const TemporaryFolder folder_;
};

TEST_F(Init, writes_a_project_that_is_valid_and_compares) {
  const ProgramRun made = stepdown({"init", "ours"});
  EXPECT_EQ(made.exit_code, 0) << made.err;
  EXPECT_THAT(made.out, HasSubstr("  cd ours\n  stepdown compare base.toml"));
  const ProgramRun valid = stepdown(
      {"validate", "base.toml", "policies/our_policy.toml", "places/our_area.toml"}, "/ours");
  EXPECT_EQ(valid.exit_code, 0) << valid.err;
  EXPECT_THAT(valid.err, IsEmpty());
  const ProgramRun compared =
      stepdown({"compare", "base.toml", "policies/our_policy.toml", "--runs", "2", "--set",
                "population.children=2000", "--set", "workforce.social_workers=4", "--set",
                "horizon.warm_up_years=1", "--set", "horizon.years=2", "--out", "results/first"},
               "/ours");
  EXPECT_EQ(compared.exit_code, 0) << compared.err;
  EXPECT_THAT(compared.out, HasSubstr("Our policy (our_policy) against The base (base)"));
  EXPECT_TRUE(std::filesystem::exists(folder_.path() + "/ours/results/first/results.h5"));
}

TEST_F(Init, begins_with_the_facts_of_a_place_that_comes_with_the_program) {
  EXPECT_EQ(stepdown({"init", "ours", "--place", "kent"}).exit_code, 0);
  EXPECT_EQ(bytes_of(folder_.path() + "/ours/places/our_area.toml"),
            bytes_of(STEPDOWN_SOURCE_DIR "/scenarios/places/kent.toml"));
  EXPECT_EQ(stepdown({"validate", "base.toml"}, "/ours").exit_code, 0);
  const ProgramRun wrong = stepdown({"init", "theirs", "--place", "knt"});
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_THAT(wrong.err, HasSubstr("there are `kent`"));
  EXPECT_FALSE(std::filesystem::exists(folder_.path() + "/theirs"));
}

TEST_F(Init, writes_over_nothing) {
  folder_.write("ours/base.toml", "mine\n");
  const ProgramRun run = stepdown({"init", "ours"});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_THAT(run.err, HasSubstr("error[D002]: `ours/base.toml` is there already"));
  EXPECT_EQ(bytes_of(folder_.path() + "/ours/base.toml"), "mine\n");
  EXPECT_FALSE(std::filesystem::exists(folder_.path() + "/ours/README.md"));
}

TEST_F(Init, takes_no_file_for_a_folder) {
  folder_.write("ours", "a file\n");
  const ProgramRun run = stepdown({"init", "ours"});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr("is a file, not a folder"));
}

TEST_F(Init, tells_a_program_what_it_wrote) {
  const nlohmann::json made = nlohmann::json::parse(stepdown({"init", "ours", "--json"}).out);
  for (const nlohmann::json& file : made["files"]) {
    EXPECT_TRUE(std::filesystem::exists(folder_.path() + '/' + file.get<std::string>())) << file;
  }
  EXPECT_GE(made["files"].size(), 4U);
}

}  // namespace
}  // namespace stepdown
