#include "scenarios/scenario_file.h"

#include <gmock/gmock.h>

#include <cmath>

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Read {
  std::optional<ScenarioFile> file;
  std::vector<Problem> problems;
};

Read read(const std::string& text) {
  Read made;
  made.file = read_scenario_file("a.toml", text, made.problems);
  return made;
}

/// The only problem of a text that has one.
Problem problem_of(const std::string& text) {
  const Read made = read(text);
  EXPECT_THAT(made.problems, SizeIs(1)) << text;
  return made.problems.empty() ? Problem() : made.problems.front();
}

TEST(ScenarioFile, has_its_header_and_its_entries_with_their_places) {
  const Read made = read(
      "kind = \"policy\"\n"
      "extends = \"../base.toml\"\n"
      "title = \"Taper\"\n"
      "question = \"What if?\"\n"
      "[closure.targeted_early_help]\n"
      "taper_weeks = [6, 6.5]\n"
      "policy = \"tapered\"\n");
  ASSERT_TRUE(made.file);
  EXPECT_THAT(made.problems, IsEmpty());
  EXPECT_EQ(made.file->kind, ScenarioKind::policy);
  EXPECT_EQ(made.file->extends.text, "../base.toml");
  EXPECT_EQ(made.file->title.text, "Taper");
  EXPECT_EQ(made.file->question.text, "What if?");
  ASSERT_THAT(made.file->entries, SizeIs(2));
  const FileEntry& weeks = made.file->entries[0];
  EXPECT_EQ(weeks.name, "closure.targeted_early_help.taper_weeks");
  EXPECT_EQ(weeks.key.line, 6);
  EXPECT_EQ(weeks.key.column, 1);
  EXPECT_EQ(weeks.key.length, 11);
  EXPECT_EQ(weeks.value.at.column, 15);
  EXPECT_EQ(weeks.value.at.length, 8);
  EXPECT_EQ(std::get<double>(std::get<std::vector<RawValue>>(weeks.value.content)[1].content), 6.5);
  EXPECT_EQ(std::get<std::string>(made.file->entries[1].value.content), "tapered");
}

TEST(ScenarioFile, takes_dotted_and_inline_tables_for_tables) {
  const Read made = read(
      "kind = \"policy\"\n"
      "caseload.social_worker_cap = 15\n"
      "closure = { child_in_need = { policy = \"abrupt\" } }\n");
  ASSERT_TRUE(made.file);
  ASSERT_THAT(made.file->entries, SizeIs(2));
  EXPECT_EQ(made.file->entries[0].name, "caseload.social_worker_cap");
  EXPECT_EQ(made.file->entries[1].name, "closure.child_in_need.policy");
}

TEST(ScenarioFile, takes_a_value_with_its_source_and_year) {
  const Read made = read(
      "kind = \"place\"\n"
      "[population]\n"
      "children = { value = 62500, source = \"ONS\", year = 2023 }\n"
      "[observed]\n"
      "referrals = { value = 3, source = \"c1\", year = \"2023-24\" }\n");
  ASSERT_TRUE(made.file);
  EXPECT_THAT(made.problems, IsEmpty());
  ASSERT_THAT(made.file->entries, SizeIs(1));
  EXPECT_EQ(std::get<double>(made.file->entries[0].value.content), 62500);
  EXPECT_EQ(made.file->entries[0].source, "ONS");
  EXPECT_EQ(made.file->entries[0].year, "2023");
  ASSERT_THAT(made.file->observed, SizeIs(1));
  EXPECT_EQ(made.file->observed[0].name, "referrals");
  EXPECT_EQ(made.file->observed[0].year, "2023-24");
}

TEST(ScenarioFile, may_have_a_byte_order_mark_and_windows_line_ends) {
  const Read made = read("\xEF\xBB\xBFkind = \"base\"\r\ntitle = \"A\"\r\n");
  ASSERT_TRUE(made.file);
  EXPECT_THAT(made.problems, IsEmpty());
  EXPECT_EQ(made.file->title.text, "A");
}

TEST(ScenarioFile, without_a_kind_or_with_another_one_is_a_problem) {
  EXPECT_EQ(problem_of("title = \"A\"\n").fault, Fault::kind);
  const Problem wrong = problem_of("kind = \"polcy\"\n");
  EXPECT_EQ(wrong.fault, Fault::kind);
  EXPECT_THAT(wrong.suggestion, HasSubstr("one of `policy`"));
}

TEST(ScenarioFile, points_at_a_duplicate_key) {
  const Problem problem = problem_of("kind = \"base\"\n[need]\neasing = 1\neasing = 2\n");
  EXPECT_EQ(problem.fault, Fault::duplicate);
  EXPECT_THAT(problem.message, HasSubstr("`easing` is given twice"));
  EXPECT_EQ(problem.line, 4);
  EXPECT_EQ(problem_of("kind = \"base\"\n[need]\neasing = 1\n[need]\n").fault, Fault::duplicate);
}

TEST(ScenarioFile, points_at_what_is_no_toml) {
  const Problem problem =
      problem_of("kind = \"policy\"\n[closure.child_in_need]\npolicy = tapered\n");
  EXPECT_EQ(problem.fault, Fault::syntax);
  EXPECT_EQ(problem.line, 3);
  EXPECT_EQ(problem.line_text, "policy = tapered");
  EXPECT_THAT(problem.suggestion, HasSubstr("quotation marks"));
  EXPECT_EQ(problem_of("kind = \"base\"\n[need\n").fault, Fault::syntax);
  EXPECT_EQ(problem_of("kind = \"ba\xFFse\"\n").fault, Fault::file_not_text);
  EXPECT_EQ(problem_of("kind = \"base").fault, Fault::syntax);
}

TEST(ScenarioFile, knows_what_was_meant_by_an_unknown_key_at_its_top) {
  EXPECT_THAT(problem_of("kind = \"base\"\ntitel = \"A\"\n").suggestion, HasSubstr("`title`"));
  EXPECT_THAT(problem_of("kind = \"base\"\nsocial_worker_cap = 15\n").suggestion,
              HasSubstr("[caseload]"));
  EXPECT_EQ(problem_of("kind = \"base\"\ntitle = 5\n").fault, Fault::header);
  EXPECT_EQ(problem_of("kind = \"base\"\ntitle = \"\"\n").fault, Fault::header);
}

TEST(ScenarioFile, points_at_a_word_that_cannot_stand_beside_a_value) {
  const Problem problem =
      problem_of("kind = \"place\"\n[population]\nchildren = { value = 1, sauce = \"ONS\" }\n");
  EXPECT_EQ(problem.column, 25);
  EXPECT_THAT(problem.message, HasSubstr("`sauce`"));
}

TEST(CommandLineValue, is_toml_or_text_without_quotation_marks) {
  EXPECT_EQ(std::get<double>(read_command_line_value("15").content), 15);
  EXPECT_EQ(std::get<double>(read_command_line_value("-0.5").content), -0.5);
  EXPECT_EQ(std::get<double>(read_command_line_value("62_500").content), 62500);
  EXPECT_EQ(std::get<std::string>(read_command_line_value("tapered").content), "tapered");
  EXPECT_EQ(std::get<std::string>(read_command_line_value("\"tapered\"").content), "tapered");
  EXPECT_THAT(std::get<std::vector<RawValue>>(read_command_line_value("[6, 6]").content),
              SizeIs(2));
  EXPECT_EQ(std::get<std::string>(read_command_line_value("1\nkind = 2").content), "1\nkind = 2");
}

TEST(CommandLineValue, that_is_no_number_is_never_taken_for_one) {
  for (const char* text : {"nan", "NaN", "inf", "-inf", "Infinity"}) {
    EXPECT_FALSE(std::isfinite(std::get<double>(read_command_line_value(text).content))) << text;
  }
}

}  // namespace
}  // namespace stepdown
