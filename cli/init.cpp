#include "cli/init.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "analysis/published_file.h"
#include "cli/command_line.h"
#include "cli/shell_words.h"
#include "scenarios/embedded_starter.h"
#include "scenarios/nearest_word.h"
#include "scenarios/scenario_library.h"
#include "scenarios/scenario_schema.h"

namespace stepdown {
namespace {

namespace fs = std::filesystem;

struct InitOptions {
  std::string folder;
  std::string place;
  bool json = false;
};

/// A file of a new project: its path in the folder, and what it says.
struct ProjectFile {
  std::string path;
  std::string text;
};

std::string starter(const std::string& name) {
  const auto found =
      std::ranges::find(embedded_starter(), "scenarios/starter/" + name, &EmbeddedFile::path);
  if (found == embedded_starter().end()) {
    throw std::logic_error("there is no " + name + " in this program");
  }
  return std::string(found->text);
}

/// The base of the program, at home in the place of the project.
std::string base_text() {
  const std::string shipped = "place = \"england\"";
  std::string text = embedded_source()->read("scenarios/base.toml").text;
  const std::size_t at = text.find(shipped);
  if (at == std::string::npos) {
    throw std::logic_error("the base of this program is not at home in England");
  }
  return text.replace(at, shipped.size(), "place = \"our_area\"");
}

std::string place_text(const std::string& place) {
  if (place.empty()) {
    return starter("our_area.toml");
  }
  const auto source = embedded_source();
  std::vector<std::string> names;
  for (const std::string& path : source->files_in("scenarios/places")) {
    if (stem_of(path) == place) {
      return source->read(path).text;
    }
    names.push_back(stem_of(path));
  }
  throw UsageError("there is no place `" + place + "` in this program",
                   "there are " + quoted_list(nearest_first(place, names), "and"),
                   Fault::place_not_found);
}

std::vector<ProjectFile> project(const std::string& place) {
  return {{"README.md", starter("README.md")},
          {"base.toml", base_text()},
          {"places/our_area.toml", place_text(place)},
          {"policies/our_policy.toml", starter("our_policy.toml")},
          {".schema/base.json", scenario_schema(ScenarioKind::base)},
          {".schema/place.json", scenario_schema(ScenarioKind::place)},
          {".schema/policy.json", scenario_schema(ScenarioKind::policy)},
          {".taplo.toml", starter("taplo.txt")}};
}

void refuse_what_is_there(const fs::path& folder, const std::vector<ProjectFile>& files) {
  if (fs::exists(folder) && !fs::is_directory(folder)) {
    throw DataError(Fault::already_there, "`" + folder.string() + "` is a file, not a folder",
                    "name a folder that is not yet there");
  }
  for (const ProjectFile& file : files) {
    const fs::path path = folder / file.path;
    if (fs::exists(fs::symlink_status(path))) {
      throw DataError(Fault::already_there, "`" + path.string() + "` is there already",
                      "nothing was written; name a folder that is empty or not yet there");
    }
  }
}

ExitCode init(const InitOptions& options) {
  const fs::path folder = options.folder;
  const std::vector<ProjectFile> files = project(options.place);
  refuse_what_is_there(folder, files);
  for (const ProjectFile& file : files) {
    fs::create_directories((folder / file.path).parent_path());
    publish_text(folder / file.path, file.text);
  }
  if (options.json) {
    nlohmann::ordered_json written = nlohmann::ordered_json::array();
    for (const ProjectFile& file : files) {
      written.push_back((folder / file.path).generic_string());
    }
    std::cout << nlohmann::ordered_json{{"folder", options.folder}, {"files", written}}.dump(2)
              << '\n';
    return ExitCode::ok;
  }
  for (const ProjectFile& file : files) {
    std::cout << "written: " << (folder / file.path).generic_string() << '\n';
  }
  std::cout << "\nNext, write the numbers of your authority into places/our_area.toml, then:\n"
               "  cd "
            << shell_word(options.folder)
            << "\n"
               "  stepdown compare base.toml policies/our_policy.toml --runs 30 --out "
               "results/first\n";
  return ExitCode::ok;
}

}  // namespace

void add_init(CLI::App& app, Request& request) {
  const auto options = std::make_shared<InitOptions>();
  CLI::App* verb = app.add_subcommand(
      "init", "Writes a new project: a base, a place and a policy to begin with");
  verb->add_option("folder", options->folder, "The folder of the project")
      ->required()
      ->type_name("FOLDER");
  verb->add_option("--place", options->place,
                   "Begin with the facts of one of the places of the program, such as coventry")
      ->type_name("NAME");
  add_json_option(*verb, options->json);
  verb->callback([&request, options] { request.action = [options] { return init(*options); }; });
}

}  // namespace stepdown
