#include "scenarios/file_beside.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "scenarios/nearest_word.h"

namespace stepdown {
namespace {

std::string folder_of(const std::string& path) {
  return std::filesystem::path(path).parent_path().generic_string();
}

std::vector<std::string> names_beside(const ScenarioSource& source, const std::string& path) {
  std::vector<std::string> names;
  for (const std::string& other : source.files_in(folder_of(path))) {
    names.push_back(std::filesystem::path(other).filename().generic_string());
  }
  return names;
}

}  // namespace

std::string stem_of(const std::string& path) {
  return std::filesystem::path(path).stem().generic_string();
}

std::string beside(const std::string& path, const std::string& other) {
  return (std::filesystem::path(folder_of(path)) / other).lexically_normal().generic_string();
}

std::optional<std::string> similar_file(const ScenarioSource& source, const std::string& path) {
  std::vector<std::string> stems;
  for (const std::string& name : names_beside(source, path)) {
    stems.push_back(stem_of(name));
  }
  const auto similar = nearest_word(stem_of(path), stems);
  return similar ? std::optional(beside(path, *similar + ".toml")) : std::nullopt;
}

std::string advice_on_missing(const ScenarioSource& source, const std::string& path) {
  if (const auto similar = similar_file(source, path)) {
    return "a file with a similar name exists: `" + *similar + "`";
  }
  std::vector<std::string> names = names_beside(source, path);
  if (names.empty()) {
    return "there is no .toml file in that folder";
  }
  names.resize(std::min<std::size_t>(names.size(), 8));
  return "in that folder there are " + quoted_list(names, "and");
}

}  // namespace stepdown
