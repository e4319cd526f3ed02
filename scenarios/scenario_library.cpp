#include "scenarios/scenario_library.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "scenarios/evidence_check.h"
#include "scenarios/nearest_word.h"
#include "scenarios/setting_check.h"

namespace stepdown {
namespace {

constexpr std::size_t longest_chain = 16;

std::string folder_of(const std::string& path) {
  return std::filesystem::path(path).parent_path().generic_string();
}

std::string beside(const std::string& path, const std::string& other) {
  return (std::filesystem::path(folder_of(path)) / other).lexically_normal().generic_string();
}

bool looks_like_a_path(const std::string& place) {
  return place.find('/') != std::string::npos || place.find('\\') != std::string::npos ||
         place.ends_with(".toml");
}

/// "Telford and Wrekin" and "telford-wrekin" both name telford_wrekin.toml.
std::string folded_name(const std::string& name) {
  std::string folded;
  for (const char letter : name) {
    const bool capital = letter >= 'A' && letter <= 'Z';
    folded += capital ? static_cast<char>(letter - 'A' + 'a')
                      : (letter == ' ' || letter == '-' ? '_' : letter);
  }
  for (std::size_t at; (at = folded.find("_and_")) != std::string::npos;) {
    folded.replace(at, 5, "_");
  }
  return folded;
}

bool may_extend(ScenarioKind kind, ScenarioKind base) {
  switch (kind) {
    case ScenarioKind::base:
      return base == ScenarioKind::base;
    case ScenarioKind::policy:
      return base != ScenarioKind::place && base != ScenarioKind::member;
    case ScenarioKind::laboratory:
      return base == ScenarioKind::base || base == ScenarioKind::laboratory;
    default:
      return false;
  }
}

std::string why_not(SourceText::State state) {
  switch (state) {
    case SourceText::State::is_a_folder:
      return "is a folder, not a scenario file";
    case SourceText::State::too_large:
      return "is larger than 1 MiB: no scenario file is";
    default:
      return "cannot be read";
  }
}

Fault fault_of(SourceText::State state) {
  switch (state) {
    case SourceText::State::is_a_folder:
      return Fault::file_is_a_folder;
    case SourceText::State::too_large:
      return Fault::file_too_large;
    default:
      return Fault::file_unreadable;
  }
}

/// Where a header of a file stands, for a problem that begins as `fault`.
Problem where(const CheckedFile& file, const HeaderText& header, Fault fault) {
  Problem made = file.file.pointer_to(header.at);
  made.fault = fault;
  return made;
}

}  // namespace

std::string stem_of(const std::string& path) {
  return std::filesystem::path(path).stem().generic_string();
}

const CheckedFile* ScenarioLibrary::refuse(Problem where, std::string message, std::string advice) {
  where.message = std::move(message);
  where.suggestion = std::move(advice);
  problems_.push_back(std::move(where));
  return nullptr;
}

std::vector<std::string> ScenarioLibrary::names_beside(const std::string& path) const {
  std::vector<std::string> names;
  for (const std::string& other : source_.files_in(folder_of(path))) {
    names.push_back(std::filesystem::path(other).filename().generic_string());
  }
  return names;
}

std::optional<std::string> ScenarioLibrary::similar_file(const std::string& path) const {
  std::vector<std::string> stems;
  for (const std::string& name : names_beside(path)) {
    stems.push_back(stem_of(name));
  }
  const auto similar = nearest_word(stem_of(path), stems);
  return similar ? std::optional(beside(path, *similar + ".toml")) : std::nullopt;
}

std::string ScenarioLibrary::advice_on_missing(const std::string& path) const {
  if (const auto similar = similar_file(path)) {
    return "a file with a similar name exists: `" + *similar + "`";
  }
  std::vector<std::string> names = names_beside(path);
  if (names.empty()) {
    return "there is no .toml file in that folder";
  }
  names.resize(std::min<std::size_t>(names.size(), 8));
  return "in that folder there are " + quoted_list(names, "and");
}

const CheckedFile* ScenarioLibrary::open(const std::string& path, const Problem& asked_by) {
  const std::string identity = source_.identity(path);
  if (const auto known = files_.find(identity); known != files_.end()) {
    return known->second.get();
  }
  const SourceText source = source_.read(path);
  if (source.state == SourceText::State::not_found) {
    return refuse(asked_by, "there is no file `" + path + "`", advice_on_missing(path));
  }
  std::unique_ptr<CheckedFile>& entry = files_[identity];
  if (source.state != SourceText::State::read) {
    Problem unusable = asked_by;
    unusable.fault = fault_of(source.state);
    return refuse(unusable, "`" + path + "` " + why_not(source.state), {});
  }
  entry = checked(path, source.text);
  return entry.get();
}

std::unique_ptr<CheckedFile> ScenarioLibrary::checked(const std::string& path,
                                                      const std::string& text) {
  auto file = read_scenario_file(path, text, problems_);
  if (!file) {
    return nullptr;
  }
  auto made = std::make_unique<CheckedFile>();
  made->file = std::move(*file);
  made->settings = checked_settings(made->file, problems_);
  made->observed = checked_observed(made->file, problems_);
  made->evidence = checked_evidence(made->file, problems_);
  const std::optional<ScenarioKind> kind = made->file.kind;
  const bool may_choose =
      kind != ScenarioKind::place && kind != ScenarioKind::policy && kind != ScenarioKind::member;
  if (!made->file.place.text.empty() && !may_choose) {
    refuse(where(*made, made->file.place, Fault::header),
           "a " + std::string(name_of(*kind)) + " file cannot choose a place",
           "the place stands in the base, or is given with --place");
  }
  return made;
}

const CheckedFile* ScenarioLibrary::member(const MemberFile& file) {
  std::unique_ptr<CheckedFile>& entry = files_[source_.identity(file.path)];
  if (!entry) {
    entry = checked(file.path, file.text);
  }
  if (!entry) {
    return nullptr;
  }
  if (entry->file.kind && entry->file.kind != ScenarioKind::member) {
    return refuse(entry->file.problem(Fault::kind, {1, 1, 1}, "", ""),
                  "`" + file.path + "` is a " + std::string(name_of(*entry->file.kind)) +
                      " file, not a member of an ensemble",
                  "give a file of kind = \"member\"");
  }
  if (!entry->file.extends.text.empty()) {
    return base_of(*entry);
  }
  return entry.get();
}

std::optional<std::string> ScenarioLibrary::base_nearby(const std::string& path) const {
  for (const std::string candidate : {"base.toml", "../base.toml"}) {
    if (source_.read(beside(path, candidate)).state == SourceText::State::read) {
      return candidate;
    }
  }
  return std::nullopt;
}

bool ScenarioLibrary::fits(const CheckedFile& file, const CheckedFile& base) {
  if (!file.file.kind || !base.file.kind || may_extend(*file.file.kind, *base.file.kind)) {
    return true;
  }
  const std::string kind(name_of(*file.file.kind));
  refuse(where(file, file.file.extends, Fault::extends_wrong_kind),
         "a " + kind + " file cannot extend a " + std::string(name_of(*base.file.kind)) + " file",
         *base.file.kind == ScenarioKind::place
             ? "a place is given with --place, or with place = \"...\" in the base"
         : *base.file.kind == ScenarioKind::member
             ? "a member is given with --member"
             : "a base extends a base, a policy extends a base or another policy");
  return false;
}

const CheckedFile* ScenarioLibrary::base_of(const CheckedFile& file) {
  if (file.file.kind == ScenarioKind::place || file.file.kind == ScenarioKind::member) {
    return refuse(
        where(file, file.file.extends, Fault::extends_wrong_kind),
        "a " + std::string(name_of(*file.file.kind)) + " file stands alone and extends nothing",
        "leave this line out");
  }
  const std::string path = beside(file.file.path, file.file.extends.text);
  const Problem asked_by = where(file, file.file.extends, Fault::extends_not_found);
  const std::optional<std::string> nearby = base_nearby(file.file.path);
  if (nearby && !similar_file(path) && source_.read(path).state == SourceText::State::not_found) {
    return refuse(asked_by, "there is no file `" + path + "`",
                  "from the folder of this file the base is extends = \"" + *nearby + '"');
  }
  const CheckedFile* base = open(path, asked_by);
  return base && fits(file, *base) ? base : nullptr;
}

std::vector<const CheckedFile*> ScenarioLibrary::chain_of(const std::string& path) {
  Problem asked_by;
  asked_by.fault = Fault::file_not_found;
  asked_by.file = path;
  std::vector<const CheckedFile*> chain;
  for (const CheckedFile* file = open(path, asked_by); file;) {
    if (!file->file.is_whole) {
      return {};  // what its files come to together depends on the lines that cannot be read
    }
    chain.insert(chain.begin(), file);
    if (file->file.extends.text.empty()) {
      if (file->file.kind != ScenarioKind::policy) {
        return chain;
      }
      refuse(file->file.problem(Fault::base_missing, {1, 1, 1}, "", ""),
             "missing base: a policy changes a base, and this one does not say which",
             "add the line extends = \"" + base_nearby(file->file.path).value_or("base.toml") +
                 "\" at the top");
      return {};
    }
    const CheckedFile* base = base_of(*file);
    if (base && std::ranges::find(chain, base) != chain.end()) {
      std::string circle;
      for (auto link = std::ranges::find(chain, base);; --link) {
        circle += (*link)->file.path + " -> ";
        if (link == chain.begin()) {
          break;
        }
      }
      refuse(where(*file, file->file.extends, Fault::extends_circular),
             "these files extend each other in a circle", circle + base->file.path);
      return {};
    }
    if (chain.size() == longest_chain && base) {
      refuse(where(*file, file->file.extends, Fault::extends_too_deep),
             "more than " + std::to_string(longest_chain) + " files extend one another",
             "put some of them into one file");
      return {};
    }
    file = base;
  }
  return {};
}

const CheckedFile* ScenarioLibrary::only_a_place(const CheckedFile* file, const Problem& asked_by) {
  if (file && file->file.kind && *file->file.kind != ScenarioKind::place) {
    return refuse(asked_by,
                  "`" + file->file.path + "` is a " + std::string(name_of(*file->file.kind)) +
                      " file, not a place",
                  "give a file of kind = \"place\"");
  }
  return file;
}

const CheckedFile* ScenarioLibrary::place_named(const std::vector<std::string>& folders,
                                                const std::string& name, const Problem& asked_by) {
  std::vector<std::string> names;
  for (const std::string& folder : folders) {
    for (const std::string& path : source_.files_in(folder)) {
      if (folded_name(stem_of(path)) == folded_name(name)) {
        return only_a_place(open(path, asked_by), asked_by);
      }
      names.push_back(stem_of(path));
    }
  }
  names = nearest_first(name, std::move(names));
  const auto similar = nearest_word(folded_name(name), names);
  return refuse(asked_by, "there is no place `" + name + "`",
                similar         ? "a place with a similar name exists: `" + *similar + "`"
                : names.empty() ? "there is no folder `" + folders.front() + "` with place files"
                                : "there are " + quoted_list(names, "and"));
}

const CheckedFile* ScenarioLibrary::place_of(const std::vector<const CheckedFile*>& chain,
                                             const std::string& option) {
  std::vector<std::string> folders;
  const CheckedFile* chooser = nullptr;
  for (auto file = chain.rbegin(); file != chain.rend(); ++file) {
    const std::string folder = beside((*file)->file.path, "places");
    if (std::ranges::find(folders, folder) == folders.end()) {
      folders.push_back(folder);
    }
    if (!chooser && !(*file)->file.place.text.empty()) {
      chooser = *file;
    }
  }
  if (!option.empty()) {
    Problem asked_by;
    asked_by.fault = Fault::place_not_found;
    asked_by.file = "--place";
    asked_by.line_text = option;
    asked_by.column = 1;
    asked_by.caret_length = static_cast<int>(option.size());
    return looks_like_a_path(option) ? only_a_place(open(option, asked_by), asked_by)
                                     : place_named(folders, option, asked_by);
  }
  if (!chooser) {
    return nullptr;
  }
  const Problem asked_by = where(*chooser, chooser->file.place, Fault::place_not_found);
  const std::string& place = chooser->file.place.text;
  return looks_like_a_path(place)
             ? only_a_place(open(beside(chooser->file.path, place), asked_by), asked_by)
             : place_named({beside(chooser->file.path, "places")}, place, asked_by);
}

}  // namespace stepdown
