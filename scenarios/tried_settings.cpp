#include "scenarios/tried_settings.h"

#include <algorithm>
#include <utility>

#include "scenarios/place_search.h"
#include "scenarios/resolution.h"
#include "scenarios/scenario_library.h"
#include "scenarios/setting_check.h"

namespace stepdown {
namespace {

std::string name_in(const std::string& setting) { return setting.substr(0, setting.find('=')); }

}  // namespace

struct TriedSettings::Files {
  struct Chain {
    std::vector<const CheckedFile*> files;
    const CheckedFile* place;
  };

  explicit Files(const ScenarioSource& source) : library(source) {}

  ScenarioLibrary library;
  const CheckedFile* overlay = nullptr;
  std::vector<Chain> chains;
  std::vector<std::string> settings;
};

TriedSettings::TriedSettings(const ScenarioSource& source, const ScenarioSelection& selection)
    : files_(std::make_unique<Files>(source)) {
  ScenarioLibrary& library = files_->library;
  files_->settings = selection.settings;
  if (selection.member) {
    files_->overlay = library.overlay(*selection.member, ScenarioKind::member);
  } else if (selection.fit) {
    files_->overlay = library.overlay(*selection.fit, ScenarioKind::fit);
  }
  const CheckedFile* fit = selection.fit ? files_->overlay : nullptr;
  for (const std::string& path : selection.files) {
    std::vector<const CheckedFile*> chain = library.chain_of(path);
    if (!chain.empty()) {
      const CheckedFile* place = place_of(library, chain, selection.place, fit);
      files_->chains.push_back({std::move(chain), place});
    }
  }
  if (!library.problems().empty()) {
    throw ScenarioErrors(library.problems());
  }
}

TriedSettings::~TriedSettings() = default;

std::vector<std::string> TriedSettings::with_selected(
    const std::vector<std::string>& settings) const {
  std::vector<std::string> all;
  std::ranges::copy_if(files_->settings, std::back_inserter(all), [&](const std::string& before) {
    return std::ranges::find(settings, name_in(before), name_in) == settings.end();
  });
  all.insert(all.end(), settings.begin(), settings.end());
  return all;
}

std::vector<Problem> TriedSettings::warnings_with(const std::vector<std::string>& settings) const {
  std::vector<Problem> ignored;
  std::vector<Problem> warnings;
  const GivenSettings given = checked_command_line(with_selected(settings), ignored);
  for (const Files::Chain& chain : files_->chains) {
    add_once(warnings, resolve(chain.files, files_->overlay, chain.place, given).parts.warnings);
  }
  return warnings;
}

std::vector<Problem> TriedSettings::problems_with(const std::vector<std::string>& settings) const {
  std::vector<Problem> problems;
  const GivenSettings given = checked_command_line(with_selected(settings), problems);
  for (const Files::Chain& chain : files_->chains) {
    add_once(problems, resolve(chain.files, files_->overlay, chain.place, given).errors);
  }
  return problems;
}

}  // namespace stepdown
