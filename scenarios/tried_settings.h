#pragma once

#include <memory>
#include <string>
#include <vector>

#include "scenarios/scenario.h"

namespace stepdown {

/// Scenario files with one set of settings after another on top of them: whether each could be run,
/// asked often, the files being read once. May be asked from several threads at once.
class TriedSettings {
 public:
  /// `source` is not kept. Throws ScenarioErrors where the files by themselves cannot be read.
  TriedSettings(const ScenarioSource& source, const ScenarioSelection& selection);
  ~TriedSettings();
  TriedSettings(const TriedSettings&) = delete;
  TriedSettings& operator=(const TriedSettings&) = delete;

  /// What is wrong under any of the scenarios with these typed after `--set`, instead of what the
  /// selection sets of the same name. A setting that means nothing there is no fault.
  std::vector<Problem> problems_with(const std::vector<std::string>& settings) const;
  /// What is to be looked at there, though it could be run.
  std::vector<Problem> warnings_with(const std::vector<std::string>& settings) const;

 private:
  std::vector<std::string> with_selected(const std::vector<std::string>& settings) const;

  struct Files;
  std::unique_ptr<Files> files_;
};

}  // namespace stepdown
