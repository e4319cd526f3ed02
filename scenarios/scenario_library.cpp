#include "scenarios/scenario_library.h"

#include <algorithm>
#include <utility>

#include "scenarios/evidence_check.h"
#include "scenarios/setting_check.h"

namespace stepdown {
namespace {

constexpr std::size_t longest_chain = 16;

bool may_extend(ScenarioKind kind, ScenarioKind base) {
  switch (kind) {
    case ScenarioKind::base:
      return base == ScenarioKind::base;
    case ScenarioKind::policy:
      return base != ScenarioKind::place && !stands_between(base);
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

}  // namespace

Problem where(const CheckedFile& file, const HeaderText& header, Fault fault) {
  Problem made = file.file.pointer_to(header.at);
  made.fault = fault;
  return made;
}

const CheckedFile* ScenarioLibrary::refuse(Problem where, std::string message, std::string advice) {
  where.message = std::move(message);
  where.suggestion = std::move(advice);
  problems_.push_back(std::move(where));
  return nullptr;
}

const CheckedFile* ScenarioLibrary::open(const std::string& path, const Problem& asked_by) {
  const std::string identity = source_.identity(path);
  if (const auto known = files_.find(identity); known != files_.end()) {
    return known->second.get();
  }
  const SourceText source = source_.read(path);
  if (source.state == SourceText::State::not_found) {
    return refuse(asked_by, "there is no file `" + path + "`", advice_on_missing(source_, path));
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
  if (kind == ScenarioKind::fit && made->file.place.text.empty() && made->file.is_whole) {
    refuse(made->file.problem(Fault::header, {1, 1, 1}, "", ""),
           "this fit does not say which authority's figures it was fitted to",
           "add a line such as place = \"kent\" at the top");
  }
  if (!made->file.place.text.empty() && !may_choose) {
    refuse(where(*made, made->file.place, Fault::header),
           "a " + std::string(name_of(*kind)) + " file cannot choose a place",
           "the place stands in the base, or is given with --place");
  }
  return made;
}

const CheckedFile* ScenarioLibrary::overlay(const OverlayFile& file, ScenarioKind kind) {
  std::unique_ptr<CheckedFile>& entry = files_[source_.identity(file.path)];
  if (!entry) {
    entry = checked(file.path, file.text);
  }
  if (!entry) {
    return nullptr;
  }
  if (entry->file.kind && entry->file.kind != kind) {
    const bool is_the_other = stands_between(*entry->file.kind);
    return refuse(entry->file.problem(Fault::kind, {1, 1, 1}, "", ""),
                  "`" + file.path + "` is a " + std::string(name_of(*entry->file.kind)) +
                      " file, not a " + std::string(name_of(kind)) +
                      (kind == ScenarioKind::member ? " of an ensemble" : ""),
                  is_the_other ? "give it with --" + std::string(name_of(*entry->file.kind))
                               : "give a file of kind = \"" + std::string(name_of(kind)) + '"');
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
         : stands_between(*base.file.kind)
             ? "a " + std::string(name_of(*base.file.kind)) + " is given with --" +
                   std::string(name_of(*base.file.kind))
             : "a base extends a base, a policy extends a base or another policy");
  return false;
}

const CheckedFile* ScenarioLibrary::base_of(const CheckedFile& file) {
  if (file.file.kind && stands_alone(*file.file.kind)) {
    return refuse(
        where(file, file.file.extends, Fault::extends_wrong_kind),
        "a " + std::string(name_of(*file.file.kind)) + " file stands alone and extends nothing",
        "leave this line out");
  }
  const std::string path = beside(file.file.path, file.file.extends.text);
  const Problem asked_by = where(file, file.file.extends, Fault::extends_not_found);
  const std::optional<std::string> nearby = base_nearby(file.file.path);
  if (nearby && !similar_file(source_, path) &&
      source_.read(path).state == SourceText::State::not_found) {
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

}  // namespace stepdown
