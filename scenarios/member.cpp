#include "scenarios/member.h"

#include <algorithm>
#include <iterator>

#include "scenarios/nearest_word.h"
#include "scenarios/scenario_library.h"
#include "scenarios/scenario_source.h"

namespace stepdown {
namespace {

constexpr const char* embedded_folder = "scenarios/ensemble";

[[noreturn]] void refuse(Fault fault, const std::string& option, const std::string& message,
                         const std::string& advice) {
  Problem problem;
  problem.fault = fault;
  problem.file = option;
  problem.message = message;
  problem.suggestion = advice;
  throw ScenarioErrors({problem});
}

/// One that is built in is called by its name, as it is found wherever the program is started.
MemberFile built_in(const std::string& path) {
  return {path, embedded_source()->read(path).text, stem_of(path)};
}

}  // namespace

std::vector<Setting> load_member(const MemberFile& file) {
  const auto nothing_else = embedded_source();
  ScenarioLibrary library(*nothing_else);
  const CheckedFile* member = library.member(file);
  if (!library.problems().empty()) {
    throw ScenarioErrors(library.problems());
  }
  std::vector<Setting> settings;
  std::ranges::transform(member->settings.sound, std::back_inserter(settings),
                         &GivenSetting::setting);
  return settings;
}

MemberFile member_on_disk(const std::string& path) {
  SourceText text = disk_source()->read(path);
  if (text.state != SourceText::State::read) {
    refuse(
        text.state == SourceText::State::not_found ? Fault::file_not_found : Fault::file_unreadable,
        path, "there is no file `" + path + "` that can be read",
        "give the path of a file of kind = \"member\"");
  }
  return {path, std::move(text.text), path};
}

std::vector<MemberFile> ensemble_members(const std::string& folder) {
  const bool from_disk = !folder.empty();
  const auto source = from_disk ? disk_source() : embedded_source();
  std::vector<MemberFile> members;
  for (const std::string& path : source->files_in(from_disk ? folder : embedded_folder)) {
    members.push_back(from_disk ? member_on_disk(path) : built_in(path));
  }
  if (members.empty()) {
    refuse(Fault::file_not_found, "--ensemble",
           from_disk ? "there is no .toml file in the folder `" + folder + "`"
                     : "no ensemble is built into this program",
           "`tools/base-fit --ensemble 24` makes the members; name their folder after --ensemble");
  }
  return members;
}

MemberFile member_called(const std::string& name) {
  if (name.find('/') != std::string::npos || name.ends_with(".toml")) {
    return member_on_disk(name);
  }
  std::vector<std::string> names;
  for (const std::string& path : embedded_source()->files_in(embedded_folder)) {
    if (stem_of(path) == name) {
      return built_in(path);
    }
    names.push_back(stem_of(path));
  }
  constexpr std::size_t told = 5;
  const std::size_t there_are = names.size();
  names = nearest_first(name, std::move(names));
  names.resize(std::min(told, there_are));
  refuse(Fault::file_not_found, "--member", "there is no member `" + name + "` in this program",
         names.empty() ? "give the path of a file of kind = \"member\""
                       : "there are " + std::to_string(there_are) + ", the most similar " +
                             quoted_list(names, "and"));
}

}  // namespace stepdown
