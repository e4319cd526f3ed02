#include "cli/shell_words.h"

#include <gtest/gtest.h>

namespace stepdown {
namespace {

TEST(ShellWord, leaves_safe_text_as_it_is) {
  EXPECT_EQ(shell_word("scenarios/base.toml"), "scenarios/base.toml");
  EXPECT_EQ(shell_word("population.children=3000"), "population.children=3000");
}

TEST(ShellWord, quotes_what_a_shell_would_read_otherwise) {
  EXPECT_EQ(shell_word("my file.toml"), "'my file.toml'");
  EXPECT_EQ(shell_word("x=[6, 6]"), "'x=[6, 6]'");
  EXPECT_EQ(shell_word("it's"), "'it'\\''s'");
  EXPECT_EQ(shell_word(""), "''");
}

}  // namespace
}  // namespace stepdown
