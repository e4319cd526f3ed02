#include "cli/typed_line.h"

#include <gmock/gmock.h>

namespace stepdown {
namespace {

using ::testing::HasSubstr;

Problem about(const std::string& file, const std::string& text, int column, int length) {
  Problem problem;
  problem.fault = Fault::unknown_setting;
  problem.message = "unknown";
  problem.file = file;
  problem.line_text = text;
  problem.column = column;
  problem.caret_length = length;
  return problem;
}

TEST(TypedLine, shows_a_value_of_set_where_it_was_typed) {
  const TypedLine line({"run", "a.toml", "--set", "x.y=3"});
  EXPECT_THAT(written(line.pointed_here(about("--set", "x.y=3", 5, 1))),
              HasSubstr("  --> command line\n"
                        "    | stepdown run a.toml --set x.y=3\n"
                        "    |                               ^\n"));
}

TEST(TypedLine, finds_a_value_behind_an_equals_sign_and_in_quotation_marks) {
  const TypedLine joined({"run", "--set=x.y=3"});
  EXPECT_EQ(joined.pointed_here(about("--set", "x.y=3", 1, 3)).column, 20);
  const TypedLine quoted({"run", "--set", "x.y=[1, 2]"});
  EXPECT_EQ(quoted.pointed_here(about("--set", "x.y=[1, 2]", 5, 6)).column, 25);
}

TEST(TypedLine, points_at_the_file_that_is_not_there) {
  Problem missing;
  missing.fault = Fault::file_not_found;
  missing.message = "there is no file `b.toml`";
  missing.file = "b.toml";
  const TypedLine line({"validate", "a.toml", "b.toml"});
  EXPECT_THAT(written(line.pointed_here(missing)),
              HasSubstr("b.toml\n    |                          ^^^^^^"));
}

TEST(TypedLine, leaves_what_stands_in_a_file_as_it_is) {
  Problem problem = about("a.toml", "x = 1", 1, 1);
  problem.line = 3;
  const TypedLine line({"validate", "a.toml"});
  EXPECT_EQ(line.pointed_here(problem), problem);
  Problem empty;
  empty.fault = Fault::file_empty;
  empty.file = "a.toml";
  EXPECT_EQ(line.pointed_here(empty), empty);
}

TEST(TypedLine, points_at_what_a_message_names) {
  const TypedLine line({"explain", "wether"});
  const Problem problem =
      line.at_what_is_named(Fault::unknown_name, "nothing is called `wether`", "");
  EXPECT_EQ(problem.column, 18);
  EXPECT_EQ(problem.caret_length, 6);
  EXPECT_EQ(line.at_what_is_named(Fault::unknown_name, "no name", "").column, 10);
}

TEST(TypedLine, counts_letters_and_not_bytes) {
  const TypedLine line({"validate", "caf\xC3\xA9.toml", "b.toml"});
  EXPECT_EQ(line.at_word(Fault::file_not_found, 2, "", "").column, 31);
}

}  // namespace
}  // namespace stepdown
