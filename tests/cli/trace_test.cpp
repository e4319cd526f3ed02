#include "cli/trace.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class Trace : public ::testing::Test {
 protected:
  ProgramRun trace(std::vector<std::string> arguments) const {
    std::vector<std::string> all = {"trace",
                                    std::string(STEPDOWN_SOURCE_DIR) + "/scenarios/base.toml",
                                    "--set", "population.children=2000"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return run_program(STEPDOWN_BINARY, all, folder_.path());
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(Trace, tells_the_life_of_a_family_and_that_it_is_invented) {
  const ProgramRun run = trace({});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, StartsWith("An invented family: nobody real has this life."));
  EXPECT_THAT(run.out, HasSubstr("referral to social care"));
  EXPECT_EQ(run.out, trace({}).out);
}

TEST_F(Trace, follows_the_family_asked_for_in_the_order_of_time) {
  const auto story = nlohmann::json::parse(trace({"--json"}).out);
  EXPECT_TRUE(story["invented"].get<bool>());
  ASSERT_GT(story["events"].size(), 3u);
  double before = 0.0;
  for (const auto& event : story["events"]) {
    EXPECT_GE(event["day"].get<double>(), before);
    before = event["day"].get<double>();
  }
  const auto other = nlohmann::json::parse(trace({"--json", "--family", "1"}).out);
  EXPECT_EQ(other["family"], 1);
}

TEST_F(Trace, of_two_scenarios_is_a_mistake_that_is_explained) {
  const ProgramRun run = trace({"second.toml"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("follows a family through one scenario"));
}

TEST_F(Trace, of_a_negative_family_is_a_mistake) {
  EXPECT_EQ(trace({"--family", "-1"}).exit_code, 2);
}

}  // namespace
}  // namespace stepdown
