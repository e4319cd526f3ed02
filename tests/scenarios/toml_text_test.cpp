#include "scenarios/toml_text.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "scenarios/text_faults.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Read {
  TextFile file;
  std::vector<Problem> problems;
  std::optional<std::vector<TomlEntry>> entries;
};

Read read(const std::string& text) {
  Read made{{"a.toml", lines_of(text)}, {}, {}};
  made.entries = read_toml(made.file, made.problems);
  return made;
}

TEST(TomlText, gives_keys_in_the_order_of_their_lines) {
  const Read made = read("z = 1\na = \"word\"\n[m]\ny = [1, 2]\nb = 2\n");
  ASSERT_TRUE(made.entries);
  std::vector<std::string> keys;
  std::ranges::transform(*made.entries, std::back_inserter(keys), &TomlEntry::key);
  EXPECT_THAT(keys, ElementsAre("z", "a", "m"));
  const TomlEntry& table = made.entries->back();
  EXPECT_TRUE(table.is_table);
  EXPECT_THAT(table.table, SizeIs(2));
  EXPECT_EQ(table.table.front().key, "y");
  EXPECT_EQ(table.find("b")->at.line, 5);
  EXPECT_EQ(table.find("c"), nullptr);
}

TEST(TomlText, keeps_a_quoted_key_whole) {
  const Read made = read("[fit]\n\"need.easing\" = [1.5, 3]\n");
  ASSERT_TRUE(made.entries);
  EXPECT_NE(made.entries->front().find("need.easing"), nullptr);
}

TEST(TomlText, says_where_it_is_not_toml) {
  const Read made = read("a = 1\nb = = 2\n");
  EXPECT_FALSE(made.entries);
  ASSERT_THAT(made.problems, SizeIs(1));
  EXPECT_EQ(made.problems[0].line, 2);
  EXPECT_EQ(made.problems[0].line_text, "b = = 2");
}

TEST(TomlText, says_so_of_a_table_whose_name_begins_with_no_letter) {
  for (const char* text : {"a = 1\n[)b]\n", "a = 1\n[[\nb]]\n", "a = 1\n[=]\n"}) {
    const Read made = read(text);
    EXPECT_FALSE(made.entries) << text;
    ASSERT_THAT(made.problems, SizeIs(1)) << text;
    EXPECT_EQ(made.problems[0].line, 2) << text;
  }
}

TEST(TomlText, takes_no_letter_with_an_accent_for_a_space) {
  for (const char* text : {"a = 1\nb = \xC3\xA9\n", "a = 1\nb = 2 \xC3\xA9\n",
                           "a = 1\n\xD0\x96 = 2\n"}) {
    const Read made = read(text);
    EXPECT_FALSE(made.entries) << text;
    ASSERT_THAT(made.problems, SizeIs(1)) << text;
    EXPECT_EQ(made.problems[0].line, 2) << text;
  }
}

TEST(TomlText, tells_all_lines_that_are_not_toml_and_reads_the_others) {
  Read made{{"a.toml", lines_of("a = 1\nb = = 2\nc = 3\nd: 4\na = 5\n")}, {}, {}};
  const auto reading = read_around_faults(made.file, made.problems);
  ASSERT_TRUE(reading);
  EXPECT_FALSE(reading->is_whole);
  EXPECT_THAT(reading->entries, SizeIs(2));
  ASSERT_THAT(made.problems, SizeIs(3));
  EXPECT_EQ(made.problems[0].line, 2);
  EXPECT_EQ(made.problems[1].line, 4);
  EXPECT_EQ(made.problems[2].fault, Fault::duplicate);
}

TEST(TomlText, reads_no_further_where_what_follows_would_mean_something_else) {
  const Read header = read("[one\na = = 2\n");
  EXPECT_THAT(header.problems, SizeIs(1));
  const Read text = read("a = \"\"\"never closed\nb = = 2\n");
  EXPECT_THAT(text.problems, SizeIs(1));
}

TEST(TomlText, points_at_the_list_that_does_not_end) {
  const Read made = read("a = 1\nb = [1, 2,\nc = 3\n");
  ASSERT_THAT(made.problems, SizeIs(1));
  EXPECT_EQ(made.problems[0].line, 2);
  EXPECT_EQ(made.problems[0].column, 5);
  EXPECT_EQ(made.problems[0].suggestion, "write ] after its last value");
}

TEST(TomlText, keeps_each_table_of_a_list_of_tables) {
  const Read made = read("[[row]]\na = 1\n[[row]]\na = 2\nb = 3\n");
  ASSERT_TRUE(made.entries);
  const TomlEntry& rows = made.entries->front();
  ASSERT_THAT(rows.repeated, SizeIs(2));
  EXPECT_THAT(rows.repeated[1], SizeIs(2));
}

TEST(TomlText, may_be_empty) {
  const Read made = read("");
  ASSERT_TRUE(made.entries);
  EXPECT_THAT(*made.entries, IsEmpty());
}

}  // namespace
}  // namespace stepdown
