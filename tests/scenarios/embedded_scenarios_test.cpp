#include "scenarios/embedded_scenarios.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace stepdown {
namespace {

std::map<std::string, std::string> scenario_files_on_disk() {
  namespace fs = std::filesystem;
  const fs::path root = STEPDOWN_SOURCE_DIR;
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(root / "scenarios")) {
    if (entry.path().extension() != ".toml") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files[entry.path().lexically_relative(root).generic_string()] =
        std::string(std::istreambuf_iterator<char>(in), {});
  }
  return files;
}

TEST(EmbeddedScenarios, are_the_files_of_the_source_tree_byte_for_byte) {
  std::map<std::string, std::string> carried;
  for (const EmbeddedFile& file : embedded_scenarios()) {
    carried[std::string(file.path)] = std::string(file.text);
  }
  EXPECT_EQ(carried, scenario_files_on_disk());
}

TEST(EmbeddedScenarios, hold_the_base_world) {
  EXPECT_EQ(std::ranges::count(embedded_scenarios(), "scenarios/base.toml", &EmbeddedFile::path),
            1);
}

TEST(EmbeddedScenarios, come_sorted_by_path) {
  EXPECT_TRUE(std::ranges::is_sorted(embedded_scenarios(), {}, &EmbeddedFile::path));
}

}  // namespace
}  // namespace stepdown
