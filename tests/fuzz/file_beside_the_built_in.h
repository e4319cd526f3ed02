#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "scenarios/scenario_source.h"

namespace stepdown {

/// The files that are built into the program, and one more of anybody's making.
class FileBesideTheBuiltIn final : public ScenarioSource {
 public:
  FileBesideTheBuiltIn(std::string path, std::string text)
      : path_(std::move(path)), text_(std::move(text)) {}

  const std::string& path() const { return path_; }

  SourceText read(const std::string& path) const override {
    return identity(path) == path_ ? SourceText{SourceText::State::read, text_}
                                   : built_in_->read(path);
  }
  std::vector<std::string> files_in(const std::string& folder) const override {
    return built_in_->files_in(folder);
  }
  std::string identity(const std::string& path) const override { return built_in_->identity(path); }

 private:
  std::string path_;
  std::string text_;
  std::unique_ptr<ScenarioSource> built_in_ = embedded_source();
};

}  // namespace stepdown
