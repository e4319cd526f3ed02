#include "scenarios/scenario_source.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "scenarios/embedded_scenarios.h"

namespace stepdown {
namespace {

std::string normal(const std::string& path) {
  return std::filesystem::path(path).lexically_normal().generic_string();
}

class DiskSource final : public ScenarioSource {
 public:
  explicit DiskSource(std::filesystem::path folder) : folder_(std::move(folder)) {}

  SourceText read(const std::string& named) const override {
    const std::filesystem::path path = folder_ / named;
    std::error_code failure;
    const auto status = std::filesystem::status(path, failure);
    if (!std::filesystem::exists(status)) {
      const bool hidden = failure && failure != std::errc::no_such_file_or_directory &&
                          failure != std::errc::not_a_directory;
      return {hidden ? SourceText::State::unreadable : SourceText::State::not_found, {}};
    }
    if (std::filesystem::is_directory(status)) {
      return {SourceText::State::is_a_folder, {}};
    }
    // Not more than the limit is ever held, whatever the file claims to be (a pipe has no size).
    std::ifstream file(path, std::ios::binary);
    std::string text(largest_scenario_file + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!file && !file.eof()) {
      return {SourceText::State::unreadable, {}};
    }
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.size() > largest_scenario_file) {
      return {SourceText::State::too_large, {}};
    }
    return {SourceText::State::read, std::move(text)};
  }

  std::vector<std::string> files_in(const std::string& folder) const override {
    std::vector<std::string> paths;
    std::error_code failure;
    const std::filesystem::path seen = folder_ / folder;
    const std::filesystem::path place = seen.empty() ? "." : seen;
    for (std::filesystem::directory_iterator entry(place, failure), end; !failure && entry != end;
         entry.increment(failure)) {
      if (entry->path().extension() == ".toml") {
        paths.push_back(
            normal((std::filesystem::path(folder) / entry->path().filename()).string()));
      }
    }
    std::ranges::sort(paths);
    return paths;
  }

  std::string identity(const std::string& path) const override {
    std::error_code failure;
    const auto canonical = std::filesystem::weakly_canonical(folder_ / path, failure);
    return failure ? normal(path) : canonical.generic_string();
  }

 private:
  std::filesystem::path folder_;
};

class EmbeddedSource final : public ScenarioSource {
 public:
  SourceText read(const std::string& path) const override {
    const auto found = std::ranges::find(embedded_scenarios(), std::string_view(normal(path)),
                                         &EmbeddedFile::path);
    if (found == embedded_scenarios().end()) {
      return {SourceText::State::not_found, {}};
    }
    return {SourceText::State::read, std::string(found->text)};
  }

  std::vector<std::string> files_in(const std::string& folder) const override {
    const auto parent = std::filesystem::path(normal(folder + "/.")).parent_path();
    std::vector<std::string> paths;
    for (const EmbeddedFile& file : embedded_scenarios()) {
      if (std::filesystem::path(file.path).parent_path() == parent) {
        paths.emplace_back(file.path);
      }
    }
    return paths;
  }

  std::string identity(const std::string& path) const override { return normal(path); }
};

}  // namespace

std::unique_ptr<ScenarioSource> disk_source(const std::string& folder) {
  return std::make_unique<DiskSource>(folder);
}

std::unique_ptr<ScenarioSource> embedded_source() { return std::make_unique<EmbeddedSource>(); }

}  // namespace stepdown
