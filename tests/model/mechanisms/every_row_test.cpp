#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>

// Each row of evidence that is in the model has a test here that names it; a row that is left out
// has none.

namespace stepdown {
namespace {

std::string text_of(const std::filesystem::path& file) {
  std::stringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

std::set<int> numbers(const std::string& text, const std::regex& pattern) {
  std::set<int> found;
  for (auto it = std::sregex_iterator(text.begin(), text.end(), pattern);
       it != std::sregex_iterator(); ++it) {
    found.insert(std::stoi((*it)[1]));
  }
  return found;
}

std::set<int> rows_with_a_mechanism() {
  std::set<int> rows;
  for (const auto& file :
       std::filesystem::directory_iterator(std::string(STEPDOWN_SOURCE_DIR) + "/evidence")) {
    std::istringstream lines(text_of(file.path()));
    int row = 0;
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("number = ")) {
        row = std::stoi(line.substr(9));
        rows.insert(row);
      } else if (line.starts_with("left_out")) {
        rows.erase(row);
      }
    }
  }
  return rows;
}

std::set<int> rows_named_by_tests() {
  static const std::regex row("EV([0-9]+)");
  std::set<int> rows;
  for (const auto& file : std::filesystem::directory_iterator(std::string(STEPDOWN_SOURCE_DIR) +
                                                              "/tests/model/mechanisms")) {
    rows.merge(numbers(text_of(file.path()), row));
  }
  return rows;
}

TEST(EveryRowOfEvidence, that_is_in_the_model_is_named_by_a_test) {
  EXPECT_FALSE(rows_with_a_mechanism().empty());
  EXPECT_EQ(rows_named_by_tests(), rows_with_a_mechanism());
}

}  // namespace
}  // namespace stepdown
