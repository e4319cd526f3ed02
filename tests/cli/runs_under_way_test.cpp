#include "cli/runs_under_way.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class RunsUnderWay : public testing::Test {
 protected:
  ProgramRun compare(std::vector<std::string> more) {
    more.insert(more.begin(),
                {"compare", "scenarios/base.toml", "scenarios/policies/tapered.toml", "--set",
                 "population.children=1500", "--set", "workforce.social_workers=3", "--set",
                 "horizon.years=1", "--set", "horizon.warm_up_years=1", "--progress", "none"});
    return run_program(STEPDOWN_BINARY, more, STEPDOWN_SOURCE_DIR);
  }
  std::string out(const std::string& name) const { return folder_.path() + '/' + name; }

  TemporaryFolder folder_;
};

TEST_F(RunsUnderWay, end_at_the_same_run_on_any_number_of_threads_and_say_why) {
  const std::string wish = "children_in_need_at_31_march.mean<=5%";
  const ProgramRun one = compare({"--until", wish, "--threads", "1", "--out", out("one")});
  const ProgramRun two = compare({"--until", wish, "--threads", "2", "--out", out("two")});
  EXPECT_EQ(one.exit_code, 0) << one.err;
  EXPECT_THAT(one.out, AllOf(HasSubstr("0 runs were enough: " + wish), HasSubstr("reached")));
  EXPECT_EQ(bytes_of(out("one/results.h5")), bytes_of(out("two/results.h5")));
  EXPECT_THAT(bytes_of(out("one/report.html")), HasSubstr("0 runs were enough"));
}

TEST_F(RunsUnderWay, end_with_the_budget_and_say_what_it_would_take) {
  const ProgramRun run =
      compare({"--until", "rereferral_12m.difference<=0.001", "--runs", "31", "--out", out("few")});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.out, AllOf(HasSubstr("31 runs were made, the most that were allowed"),
                             HasSubstr("it would take about")));
}

TEST_F(RunsUnderWay, are_not_counted_in_several_worlds_at_once) {
  const ProgramRun run = compare({"--until", "referrals.mean<=1%", "--ensemble"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("--until was asked for in several worlds"));
}

}  // namespace
}  // namespace stepdown
