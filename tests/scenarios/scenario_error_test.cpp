#include "scenarios/scenario_error.h"

#include <gmock/gmock.h>

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Problem mistyped_name() {
  Problem problem;
  problem.fault = Fault::unknown_setting;
  problem.message = "unknown setting `social_worker` in [workforce]";
  problem.file = "cap18.toml";
  problem.line = 3;
  problem.column = 1;
  problem.line_text = "social_worker = 40";
  problem.caret_length = 13;
  problem.suggestion = "a setting with a similar name exists: `social_workers` (posts, 0 to 2000)";
  return problem;
}

TEST(Problem, is_written_in_the_grammar_of_every_error) {
  EXPECT_EQ(written(mistyped_name()),
            "error[S014]: unknown setting `social_worker` in [workforce]\n"
            "  --> cap18.toml:3:1\n"
            "  3 | social_worker = 40\n"
            "    | ^^^^^^^^^^^^^ a setting with a similar name exists: `social_workers` (posts, 0 "
            "to 2000)\n");
}

TEST(Problem, has_its_carets_under_a_line_number_of_any_length) {
  Problem problem = mistyped_name();
  problem.line = 120;
  problem.column = 17;
  problem.caret_length = 2;
  problem.suggestion.clear();
  EXPECT_THAT(written(problem), HasSubstr("  120 | social_worker = 40\n"
                                          "      |                 ^^\n"));
}

TEST(Problem, has_its_carets_right_after_tabs_and_accents) {
  Problem problem = mistyped_name();
  problem.line_text = "\ttitle = \"caf\xC3\xA9\" 5";
  problem.column = 17;
  problem.caret_length = 1;
  problem.suggestion = "here";
  EXPECT_THAT(written(problem), HasSubstr("    | \t               ^ here\n"));
}

TEST(Problem, without_a_line_shows_file_and_suggestion) {
  Problem problem;
  problem.fault = Fault::file_not_found;
  problem.message = "there is no file `bse.toml`";
  problem.file = "bse.toml";
  problem.suggestion = "a file with a similar name exists: `base.toml`";
  EXPECT_EQ(written(problem),
            "error[S001]: there is no file `bse.toml`\n"
            "  --> bse.toml\n"
            "  = a file with a similar name exists: `base.toml`\n");
}

TEST(Problem, of_the_command_line_has_no_line_number) {
  Problem problem = mistyped_name();
  problem.file = "--set";
  problem.line = 0;
  EXPECT_THAT(written(problem), HasSubstr("  --> --set\n    | social_worker = 40\n    | ^^^"));
}

TEST(Problem, that_is_a_warning_says_so) {
  Problem problem = mistyped_name();
  problem.severity = Severity::warning;
  EXPECT_THAT(written(problem), HasSubstr("warning[S014]: "));
}

TEST(Problem, shows_only_the_stretch_that_is_meant_of_an_endless_line) {
  Problem problem = mistyped_name();
  problem.line_text = std::string(5000, 'x') + "here" + std::string(5000, 'y');
  problem.column = 5001;
  problem.caret_length = 4;
  const std::string text = written(problem);
  EXPECT_LT(text.size(), 600U);
  const std::size_t word = text.find("here");
  const std::size_t carets = text.find("^^^^");
  ASSERT_NE(word, std::string::npos);
  EXPECT_EQ(word - text.rfind('\n', word), carets - text.rfind('\n', carets));
}

TEST(Problem, sends_no_control_character_of_a_file_to_a_terminal) {
  Problem problem = mistyped_name();
  problem.message = "unknown \x1b[31m";
  problem.line_text = "a\x07 = 1";
  EXPECT_THAT(written(problem), Not(HasSubstr("\x1b")));
  EXPECT_THAT(written(problem), Not(HasSubstr("\x07")));
}

TEST(Problem, is_coloured_only_when_asked) {
  EXPECT_THAT(written(mistyped_name()), Not(HasSubstr("\x1b[")));
  EXPECT_THAT(written(mistyped_name(), Colour::coloured),
              HasSubstr("\x1b[1;31merror[S014]\x1b[0m:"));
}

TEST(ScenarioErrors, say_all_problems_at_once) {
  Problem second = mistyped_name();
  second.line = 9;
  const ScenarioErrors errors({mistyped_name(), second});
  EXPECT_THAT(errors.what(), HasSubstr("cap18.toml:3:1"));
  EXPECT_THAT(errors.what(), HasSubstr("cap18.toml:9:1"));
}

TEST(AddOnce, keeps_the_first_of_equal_problems) {
  std::vector<Problem> all;
  add_once(all, {mistyped_name(), mistyped_name()});
  add_once(all, {mistyped_name()});
  EXPECT_EQ(all.size(), 1U);
}

}  // namespace
}  // namespace stepdown
