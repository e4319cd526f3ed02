#include "analysis/honest_use.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>

namespace stepdown {
namespace {

using ::testing::HasSubstr;

/// Line breaks and quotation of Markdown do not count as other words.
std::string words_of(const std::string& path) {
  std::ifstream file(path);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  return std::regex_replace(text, std::regex("\\s*\n(> ?)?\\s*"), " ");
}

TEST(HonestUse, begins_with_a_sentence_that_stands_alone) {
  EXPECT_EQ(honest_use_first_sentence(), "The families here are invented.");
}

TEST(HonestUse, stands_word_for_word_in_the_readme_and_among_the_limits) {
  for (const char* path : {"/README.md", "/docs/limits.md"}) {
    EXPECT_THAT(words_of(std::string(STEPDOWN_SOURCE_DIR) + path),
                HasSubstr(std::string(honest_use())))
        << path;
  }
}

}  // namespace
}  // namespace stepdown
