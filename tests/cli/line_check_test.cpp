#include "cli/line_check.h"

#include <gmock/gmock.h>

#include <CLI/CLI.hpp>

#include "cli/command_line.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<Problem> problems_of(const std::vector<std::string>& words) {
  Request request;
  const std::unique_ptr<CLI::App> app = command_tree(request);
  return problems_of_line(*app, TypedLine(words));
}

/// The one thing that is wrong, as it is told.
std::string told_of(const std::vector<std::string>& words) {
  const std::vector<Problem> problems = problems_of(words);
  return problems.size() == 1 ? written(problems.front()) : "not one problem";
}

TEST(LineCheck, points_at_the_verb_that_was_mistyped) {
  EXPECT_EQ(told_of({"rnu", "base.toml"}),
            "error[C001]: there is no verb `rnu`\n"
            "  --> command line\n"
            "    | stepdown rnu base.toml\n"
            "    |          ^^^ did you mean `stepdown run`?\n");
}

TEST(LineCheck, takes_a_sweep_that_does_not_say_all_for_one) {
  EXPECT_THAT(problems_of({"sweep", "base.toml", "--vary", "need.easing", "--out", "here"}),
              IsEmpty());
  EXPECT_EQ(told_of({"sweep", "base.toml", "--vray", "need.easing", "--out", "here"}),
            "error[C002]: there is no option `--vray` of sweep all\n"
            "  --> command line\n"
            "    | stepdown sweep base.toml --vray need.easing --out here\n"
            "    |                          ^^^^^^ did you mean `--vary`?\n");
}

TEST(LineCheck, points_at_the_option_that_was_mistyped_and_skips_its_value) {
  EXPECT_EQ(told_of({"explain", "--jsn", "care"}),
            "error[C002]: there is no option `--jsn` of explain\n"
            "  --> command line\n"
            "    | stepdown explain --jsn care\n"
            "    |                  ^^^^^ did you mean `--json`?\n");
  EXPECT_THAT(problems_of({"init", "here", "--plaec", "kent"}), SizeIs(1));
}

TEST(LineCheck, tells_everything_at_once) {
  const std::vector<Problem> problems =
      problems_of({"run", "a.toml", "--runs", "0", "--plaec", "kent", "--threads=many", "--runs",
                   "3", "--out"});
  std::vector<std::string> codes;
  std::ranges::transform(problems, std::back_inserter(codes),
                         [](const Problem& problem) { return code_of(problem.fault); });
  EXPECT_THAT(codes, ElementsAre("C004", "C002", "C004", "C007", "C003"));
}

TEST(LineCheck, knows_what_an_option_can_have) {
  EXPECT_THAT(told_of({"run", "a.toml", "--runs", "-3"}), HasSubstr("whole number from 1 to"));
  EXPECT_THAT(told_of({"run", "a.toml", "--progress", "jsn"}), HasSubstr("it is one of `json`"));
  EXPECT_THAT(told_of({"run", "a.toml", "--by=fith"}), HasSubstr("it is one of `fifth`"));
  EXPECT_THAT(told_of({"completion", "bash", "--list", "peas"}),
              HasSubstr("it is one of `places`"));
}

TEST(LineCheck, misses_what_has_to_be_there) {
  EXPECT_EQ(told_of({"validate"}),
            "error[C005]: `stepdown validate` needs FILE\n"
            "  --> command line\n"
            "    | stepdown validate\n"
            "    |                   ^ write stepdown validate FILE; `stepdown validate --help` "
            "lists what may be typed\n");
  EXPECT_THAT(told_of({"init", "a", "b"}), HasSubstr("`b` is a word too many"));
}

TEST(LineCheck, lets_a_sound_line_pass) {
  EXPECT_THAT(problems_of({}), IsEmpty());
  EXPECT_THAT(problems_of({"run", "a.toml", "b.toml", "--set", "a=1", "--set", "b=2", "--json"}),
              IsEmpty());
  EXPECT_THAT(problems_of({"--color", "never", "validate", "--", "--strange.toml"}), IsEmpty());
  EXPECT_THAT(problems_of({"compare", "a.toml", "b.toml", "--ensemble"}), IsEmpty());
  EXPECT_THAT(problems_of({"explain", "return", "of", "need"}), IsEmpty());
}

TEST(LineCheck, lets_whoever_asks_for_help_pass) {
  EXPECT_THAT(problems_of({"run", "--runs", "none", "--help"}), IsEmpty());
  EXPECT_THAT(problems_of({"--version"}), IsEmpty());
}

TEST(LineCheck, knows_what_a_file_alone_would_have_to_do) {
  EXPECT_THAT(told_of({"base.toml"}), HasSubstr("stepdown run base.toml"));
}

}  // namespace
}  // namespace stepdown
