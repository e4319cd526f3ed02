#include "calibration/toml_fields.h"

#include <gmock/gmock.h>

#include "scenarios/text_faults.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// The fields of the only table of a text.
struct OneTable {
  explicit OneTable(const std::string& text)
      : file{"a.toml", lines_of(text)},
        root(*read_toml(file, problems)),
        fields(file, root.front(), problems) {}

  TextFile file;
  std::vector<Problem> problems;
  std::vector<TomlEntry> root;
  TomlFields fields;
};

TEST(TomlFields, gives_numbers_and_texts_by_name) {
  OneTable table("[t]\na = 2\nb = \"word\"\nc = [\"x\", \"y\"]\n");
  EXPECT_EQ(table.fields.number("a", 0, 3), 2);
  EXPECT_EQ(table.fields.number_or("d", 7, 0, 9), 7);
  EXPECT_EQ(table.fields.text("b"), "word");
  EXPECT_THAT(table.fields.texts("c"), ElementsAre("x", "y"));
  table.fields.refuse_others();
  EXPECT_THAT(table.problems, IsEmpty());
}

TEST(TomlFields, notes_what_is_missing_or_of_the_wrong_type_or_out_of_bounds) {
  OneTable table("[t]\na = \"2\"\nb = 3\nc = 9\nd = nan\n");
  table.fields.number("a", 0, 3);
  table.fields.text("b");
  table.fields.number("c", 0, 3);
  table.fields.number("d", 0, 3);
  table.fields.texts("c");
  table.fields.number("e", 0, 3);
  ASSERT_THAT(table.problems, SizeIs(6));
  EXPECT_EQ(table.problems[0].line, 2);
  EXPECT_THAT(table.problems[2].suggestion, HasSubstr("from 0 to 3"));
}

TEST(TomlFields, refuses_what_nobody_asked_for) {
  OneTable table("[t]\nruns = 2\niteration = 3\n");
  table.fields.number("runs", 0, 3);
  table.fields.number_or("iterations", 1, 0, 3);
  table.fields.refuse_others();
  ASSERT_THAT(table.problems, SizeIs(1));
  EXPECT_THAT(table.problems[0].suggestion, HasSubstr("`iterations`"));
}

}  // namespace
}  // namespace stepdown
