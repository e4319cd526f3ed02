#include "scenarios/overlay_file.h"

#include <algorithm>
#include <iterator>

#include "scenarios/nearest_word.h"
#include "scenarios/scenario_library.h"
#include "scenarios/scenario_source.h"

namespace stepdown {
namespace {

constexpr std::size_t names_told = 5;

[[noreturn]] void refuse(Fault fault, const std::string& option, const std::string& message,
                         const std::string& advice) {
  Problem problem;
  problem.fault = fault;
  problem.file = option;
  problem.message = message;
  problem.suggestion = advice;
  throw ScenarioErrors({problem});
}

std::string advice_to_name_a_file(ScenarioKind kind) {
  return "give the path of a file of kind = \"" + std::string(name_of(kind)) + '"';
}

std::string embedded_folder(ScenarioKind kind) {
  return kind == ScenarioKind::fit ? "scenarios/fits" : "scenarios/ensemble";
}

}  // namespace

std::vector<OverlayFile> built_in_overlays(ScenarioKind kind) {
  const auto source = embedded_source();
  std::vector<OverlayFile> files;
  for (const std::string& path : source->files_in(embedded_folder(kind))) {
    // Called by its name, as it is found wherever the program is started.
    files.push_back({path, source->read(path).text, stem_of(path)});
  }
  return files;
}

OverlayFile overlay_on_disk(const std::string& path, ScenarioKind kind) {
  const auto disk = disk_source();
  SourceText text = disk->read(path);
  if (text.state != SourceText::State::read) {
    const auto similar = similar_file(*disk, path);
    refuse(
        text.state == SourceText::State::not_found ? Fault::file_not_found : Fault::file_unreadable,
        path, "there is no file `" + path + "` that can be read",
        similar ? advice_on_missing(*disk, path) : advice_to_name_a_file(kind));
  }
  return {path, std::move(text.text), path};
}

OverlayFile overlay_called(const std::string& name, ScenarioKind kind) {
  if (name.find('/') != std::string::npos || name.ends_with(".toml")) {
    return overlay_on_disk(name, kind);
  }
  const std::vector<OverlayFile> files = built_in_overlays(kind);
  if (const auto found = std::ranges::find(files, name, &OverlayFile::called);
      found != files.end()) {
    return *found;
  }
  std::vector<std::string> names;
  std::ranges::transform(files, std::back_inserter(names), &OverlayFile::called);
  names = nearest_first(name, std::move(names));
  names.resize(std::min(names_told, names.size()));
  const std::string word(name_of(kind));
  refuse(Fault::file_not_found, "--" + word,
         "there is no " + word + " `" + name + "` in this program",
         names.empty() ? advice_to_name_a_file(kind)
                       : "there are " + std::to_string(files.size()) + ", the most similar " +
                             quoted_list(names, "and"));
}

std::vector<Setting> load_overlay(const OverlayFile& file, ScenarioKind kind) {
  const auto nothing_else = embedded_source();
  ScenarioLibrary library(*nothing_else);
  const CheckedFile* overlay = library.overlay(file, kind);
  if (!library.problems().empty()) {
    throw ScenarioErrors(library.problems());
  }
  std::vector<Setting> settings;
  std::ranges::transform(overlay->settings.sound, std::back_inserter(settings),
                         &GivenSetting::setting);
  return settings;
}

}  // namespace stepdown
