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

TEST(TomlText, may_be_empty) {
  const Read made = read("");
  ASSERT_TRUE(made.entries);
  EXPECT_THAT(*made.entries, IsEmpty());
}

}  // namespace
}  // namespace stepdown
