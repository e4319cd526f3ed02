#include "analysis/text_layout.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace stepdown {
namespace {

TEST(WrappedText, breaks_between_words_before_column_100) {
  const std::string ninety_five(95, 'a');
  EXPECT_EQ(wrapped(ninety_five + " bbbb cc"), ninety_five + " bbbb\ncc\n");
  EXPECT_EQ(wrapped(ninety_five + " bbbbb cc"), ninety_five + "\nbbbbb cc\n");
}

TEST(WrappedText, hangs_from_its_bullet) {
  const std::string ninety_five(95, 'a');
  EXPECT_EQ(wrapped(ninety_five + " bbbb", "- "), "- " + ninety_five + "\n  bbbb\n");
}

TEST(WrappedText, leaves_a_word_that_is_too_long_whole) {
  const std::string endless(150, 'a');
  EXPECT_EQ(wrapped("b " + endless), "b\n" + endless + "\n");
}

TEST(TableRow, puts_a_long_name_on_a_line_of_its_own) {
  const std::vector<TextColumn> columns{{"mean", 6}};
  const std::vector<std::string> cells{"12"};
  EXPECT_EQ(table_row("short", cells, columns), "  short" + std::string(28, ' ') + "    12\n");
  EXPECT_EQ(table_row(std::string(34, 'n'), cells, columns),
            "  " + std::string(34, 'n') + '\n' + std::string(35, ' ') + "    12\n");
}

TEST(TableRow, parts_cells_that_are_too_wide_and_lines_up_again_after_them) {
  const std::vector<TextColumn> columns{{"a", 4}, {"b", 4}, {"c", 6}};
  const std::string blanks(31, ' ');
  EXPECT_EQ(table_row("nn", std::vector<std::string>{"1234", "12", "1"}, columns),
            "  nn" + blanks + " 1234 12     1\n");
  EXPECT_EQ(table_row("nn", std::vector<std::string>{"1234567", "89", "1"}, columns),
            "  nn" + blanks + " 1234567 89  1\n");
}

TEST(TableRow, that_would_be_too_long_begins_its_cells_sooner) {
  const std::vector<TextColumn> columns{{"a", 15}, {"b", 50}};
  const std::vector<std::string> cells{"1", std::string(60, '2')};
  const std::string row = table_row("name", cells, columns);
  EXPECT_EQ(row.size(), 101U) << "100 columns and the end of the line";
  EXPECT_EQ(row.substr(0, 6), "  name");
  EXPECT_TRUE(row.ends_with(" 1 " + std::string(60, '2') + '\n'));
}

}  // namespace
}  // namespace stepdown
