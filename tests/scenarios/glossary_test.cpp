#include "scenarios/glossary.h"

#include <gmock/gmock.h>

namespace stepdown {
namespace {

using ::testing::Contains;

TEST(Glossary, has_the_rows_of_the_page) {
  EXPECT_GT(glossary().size(), 60U);
  EXPECT_EQ(glossary().front().word, "abrupt closing");
  EXPECT_EQ(glossary().front().meaning, "help ends at the first good review");
}

TEST(Glossary, finds_an_entry_by_any_of_its_words) {
  ASSERT_NE(find_in_glossary("looked after"), nullptr);
  EXPECT_EQ(find_in_glossary("looked after"), find_in_glossary("Care"));
  EXPECT_EQ(find_in_glossary("care, looked after"), find_in_glossary("care"));
  EXPECT_EQ(find_in_glossary("weather"), nullptr);
  EXPECT_THAT(glossary_words(), Contains("re-referral"));
}

TEST(Glossary, gives_no_word_to_two_entries) {
  std::vector<std::string> words = glossary_words();
  std::ranges::sort(words);
  EXPECT_EQ(std::ranges::adjacent_find(words), words.end());
}

}  // namespace
}  // namespace stepdown
