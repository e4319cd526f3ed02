#include "scenarios/evidence_check.h"

#include <gmock/gmock.h>

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Checked {
  std::vector<int> rows;
  std::vector<Problem> problems;
};

Checked check(const std::string& line, const std::string& kind = "policy") {
  Checked made;
  const auto file =
      read_scenario_file("a.toml", "kind = \"" + kind + "\"\n" + line + '\n', made.problems);
  made.rows = checked_evidence(*file, made.problems);
  return made;
}

/// The only problem of a line that has one.
Problem problem_of(const std::string& line, const std::string& kind = "policy") {
  const Checked made = check(line, kind);
  EXPECT_THAT(made.problems, SizeIs(1)) << line;
  return made.problems.empty() ? Problem() : made.problems.front();
}

TEST(EvidenceOfAPolicy, is_a_list_of_rows) {
  const Checked made = check("evidence = [\"EV70\", \"EV68\"]");
  EXPECT_THAT(made.problems, IsEmpty());
  EXPECT_THAT(made.rows, ElementsAre(68, 70));
}

TEST(EvidenceOfAPolicy, may_be_left_out) {
  EXPECT_THAT(check("title = \"A\"").rows, IsEmpty());
  EXPECT_THAT(check("title = \"A\"").problems, IsEmpty());
}

TEST(EvidenceOfAPolicy, that_is_no_row_is_pointed_at_with_the_rows_there_are) {
  const Problem problem = problem_of("evidence = [\"EV68\", \"EV84\"]");
  EXPECT_EQ(problem.fault, Fault::header);
  EXPECT_EQ(problem.file, "a.toml");
  EXPECT_EQ(problem.line, 2);
  EXPECT_EQ(problem.column, 21);
  EXPECT_EQ(problem.caret_length, 6);
  EXPECT_THAT(problem.message, HasSubstr("`EV84`"));
  EXPECT_THAT(problem.suggestion, HasSubstr("EV1 to EV83"));
}

TEST(EvidenceOfAPolicy, nearly_written_right_is_met_with_what_was_meant) {
  for (const char* written : {"68", "\"68\"", "\"ev68\"", "\"EV 68\"", "\"EV068\""}) {
    EXPECT_THAT(problem_of("evidence = [" + std::string(written) + "]").suggestion,
                HasSubstr("write \"EV68\""))
        << written;
  }
}

TEST(EvidenceOfAPolicy, is_a_list_even_of_one_row) {
  EXPECT_THAT(problem_of("evidence = \"EV68\"").suggestion, HasSubstr("evidence = [\"EV68\"]"));
  EXPECT_THAT(problem_of("evidence = []").suggestion, HasSubstr("leave the line out"));
  EXPECT_EQ(problem_of("[evidence]").fault, Fault::header);
}

TEST(EvidenceOfAPolicy, is_named_once) {
  EXPECT_EQ(problem_of("evidence = [\"EV68\", \"EV68\"]").fault, Fault::duplicate);
}

TEST(EvidenceOfAPolicy, stands_in_no_other_kind_of_file) {
  for (const char* kind : {"base", "place", "laboratory"}) {
    EXPECT_THAT(problem_of("evidence = [\"EV68\"]", kind).message, HasSubstr(kind));
  }
}

}  // namespace
}  // namespace stepdown
