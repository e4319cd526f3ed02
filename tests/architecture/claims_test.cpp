#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <string>
#include <utility>
#include <vector>

#include "tests/architecture/source_tree.h"

namespace stepdown {
namespace {

using ::testing::IsEmpty;

const std::string claims = "tests/claims.toml";

std::string text_of(const std::string& path) {
  const auto found = std::ranges::find(source_tree(), path, &SourceFile::path);
  return found == source_tree().end() ? "" : found->text;
}

std::vector<std::string> all_of(const std::string& text, const std::regex& pattern) {
  std::vector<std::string> found;
  for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match) {
    found.push_back((*match)[1]);
  }
  return found;
}

/// "<folder>/<suite>.<name>" of every test; of one with parameters as it is listed.
std::vector<std::string> tests_there_are() {
  static const std::regex macro(
      "\\b(?:TEST|TEST_F|RC_GTEST_PROP)\\((\\w+),\\s*(\\w+)|\\bTEST_P\\((\\w+),\\s*(\\w+)");
  std::vector<std::string> tests;
  for (const SourceFile& file : source_tree()) {
    if (!file.path.ends_with("_test.cpp")) continue;
    const std::string below = file.path.substr(file.path.find('/') + 1);
    const std::string folder = below.substr(0, below.find('/') + 1);
    for (std::sregex_iterator test(file.text.begin(), file.text.end(), macro), end; test != end;
         ++test) {
      tests.push_back((*test)[1].matched
                          ? folder + (*test)[1].str() + '.' + (*test)[2].str()
                          : folder + "any/" + (*test)[3].str() + '.' + (*test)[4].str() + "/0");
    }
  }
  return tests;
}

/// A pattern with `*` for anything, as tests are chosen by it.
bool fits(const std::string& pattern, const std::string& test) {
  std::string expression;
  for (const char letter : pattern) {
    expression += letter == '*' ? ".*" : letter == '.' ? "\\." : std::string(1, letter);
  }
  return std::regex_match(test, std::regex(expression));
}

TEST(Claims, name_tests_that_there_are) {
  const std::vector<std::string> tests = tests_there_are();
  std::vector<std::string> without;
  for (const std::string& list : all_of(text_of(claims), std::regex("tests = \\[([^\\]]*)\\]"))) {
    for (const std::string& pattern : all_of(list, std::regex("\"([^\"]*)\""))) {
      if (std::ranges::none_of(tests, [&](const auto& test) { return fits(pattern, test); })) {
        without.push_back(pattern);
      }
    }
  }
  EXPECT_THAT(without, IsEmpty());
}

}  // namespace
}  // namespace stepdown
