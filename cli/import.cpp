#include "cli/import.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "analysis/published_file.h"
#include "analysis/unusable_data.h"
#include "calibration/dfe/dfe_notes.h"
#include "calibration/dfe/dfe_place_text.h"
#include "calibration/dfe/dfe_targets.h"
#include "calibration/target_text.h"
#include "cli/command_line.h"
#include "cli/import_local.h"
#include "cli/shell_words.h"
#include "scenarios/nearest_word.h"

namespace stepdown {
namespace {

namespace fs = std::filesystem;

struct DfeOptions {
  std::string folder;
  std::string authority;
  std::string years;
  std::string out = ".";
  bool force = false;
  bool json = false;
};

/// All that an import came to.
struct DfeImport {
  std::string authority;
  std::string old_code;
  std::string new_code;
  int first_year = 0;
  int last_year = 0;
  std::vector<Target> targets;
  std::vector<std::string> notes;
  fs::path place_path;
  std::string place_text;
  fs::path target_path;
  std::string target_text;
};

/// Two years, the earlier first, or one year twice; nothing where it cannot be read so.
std::optional<std::pair<int, int>> years_in(const std::string& text) {
  static const std::regex form("([0-9]{4})(?:-([0-9]{4}))?");
  std::smatch found;
  if (!std::regex_match(text, found, form)) {
    return std::nullopt;
  }
  const int first = std::stoi(found[1]);
  const int last = found[2].matched ? std::stoi(found[2]) : first;
  return first <= last ? std::optional(std::pair(first, last)) : std::nullopt;
}

std::string refusal_of_years(const std::string& text) {
  return years_in(text) ? std::string()
                        : "two years with a hyphen between them, the earlier one first: 2019-2024; "
                          "2024 alone is the year to 31 March 2024";
}

std::pair<int, int> years_wished(const DfeOptions& options, const DfePanel& panel) {
  constexpr int usual_years = 6;
  const auto [first, last] = panel.years();
  return years_in(options.years).value_or(std::pair(std::max(first, last - usual_years + 1), last));
}

void refuse_what_is_no_folder(const fs::path& folder) {
  if (!fs::exists(folder)) {
    throw UnusableData(Fault::not_readable_or_writable,
                       "there is no folder `" + folder.string() + "`",
                       "name the folder in which the .csv files lie");
  }
  if (!fs::is_directory(folder)) {
    throw UnusableData(Fault::not_readable_or_writable,
                       "`" + folder.string() + "` is a file, not a folder",
                       "name the folder in which the .csv files lie");
  }
}

std::string comment_on(const DfeImport& import) {
  const std::string years =
      std::to_string(import.first_year) + " to " + std::to_string(import.last_year);
  return "Targets of " + import.authority + " from figures published of the years " + years +
         ".\n`value` is the level in " + std::to_string(import.last_year) +
         " and `error` its standard deviation; a figure of one year\ndeparts from the level by "
         "`noise`, and the level moves by `drift` in a year\n(standard deviations). "
         "docs/calibration-targets.md says how they are found.\n\n" +
         attribution();
}

DfeImport import_of(const DfeOptions& options) {
  refuse_what_is_no_folder(options.folder);
  const DfePanel panel = read_dfe(options.folder);
  DfeImport made;
  const DfeAuthority& authority = authority_called(options.authority, panel, options.folder);
  made.authority = authority.name;
  made.old_code = authority.old_code;
  made.new_code = authority.new_code;
  std::tie(made.first_year, made.last_year) = years_wished(options, panel);
  const PanelVariances variances = panel_variances(panel, made.last_year);
  made.targets = targets_of(panel, authority, variances, made.first_year, made.last_year);
  if (made.targets.empty()) {
    throw UnusableData(Fault::data_years,
                       "nothing is published of " + made.authority + " from " +
                           std::to_string(made.first_year) + " to " +
                           std::to_string(made.last_year),
                       "the files have the years " + std::to_string(panel.years().first) + " to " +
                           std::to_string(panel.years().second) + ", and of " + made.authority +
                           " figures until " + std::to_string(authority.last_year()));
  }
  made.notes = notes_of(panel, authority, made.first_year, made.last_year);
  const std::string stem = file_stem_of(made.authority) + ".toml";
  made.place_path = (fs::path(options.out) / "places" / stem).lexically_normal();
  made.target_path = (fs::path(options.out) / "targets" / stem).lexically_normal();
  const PublishedPlace place =
      published_place_of(panel, authority, variances, made.first_year, made.last_year);
  const std::vector<std::string> on_place = notes_on(place);
  made.notes.insert(made.notes.begin(), on_place.begin(), on_place.end());
  made.place_text = written_place(place);
  made.target_text = written_targets(made.targets, comment_on(made));
  return made;
}

void write(const DfeImport& import, bool force) {
  refuse_to_write_over({import.place_path, import.target_path}, force);
  publish_text(import.place_path, import.place_text);
  publish_text(import.target_path, import.target_text);
}

std::string years_of(const Target& target) {
  const int first = target.by_year.front().year;
  const std::size_t figures = target.by_year.size();
  const bool has_gaps = figures != static_cast<std::size_t>(target.year - first) + 1;
  return first == target.year ? std::to_string(first)
                              : std::to_string(first) + " to " + std::to_string(target.year) +
                                    (has_gaps ? ", " + std::to_string(figures) + " figures" : "");
}

std::string in_tenths(double value) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(1) << value;
  return text.str();
}

void print(const DfeImport& import) {
  std::cout << "written: " << import.place_path.generic_string() << '\n'
            << "written: " << import.target_path.generic_string() << "\n\n"
            << import.authority << ", level in " << import.last_year
            << " with its standard deviation, and the last figure published\n\n"
            << std::left << std::setw(32) << "measure" << std::right << std::setw(9) << "level"
            << std::setw(8) << "error" << std::setw(9) << "figure"
            << "  years\n";
  for (const Target& target : import.targets) {
    std::cout << std::left << std::setw(32) << target.measure << std::right << std::setw(9)
              << in_tenths(target.value) << std::setw(8) << in_tenths(target.error) << std::setw(9)
              << in_tenths(target.observed) << "  " << years_of(target) << '\n';
  }
  if (!import.notes.empty()) {
    std::cout << "\nTo know:\n";
    for (const std::string& note : import.notes) {
      std::cout << "- " << note << '\n';
    }
  }
  std::cout << "\nNext: stepdown validate " << shell_word(import.place_path.generic_string())
            << '\n';
}

nlohmann::ordered_json as_json(const Target& target) {
  nlohmann::ordered_json years = nlohmann::ordered_json::array();
  for (const YearFigure& figure : target.by_year) {
    years.push_back({{"year", figure.year}, {"value", figure.value}, {"source", figure.source}});
  }
  return {{"measure", target.measure},   {"label", target.label}, {"value", target.value},
          {"error", target.error},       {"noise", target.noise}, {"drift", target.drift},
          {"observed", target.observed}, {"year", target.year},   {"by_year", years}};
}

void print_json(const DfeImport& import) {
  nlohmann::ordered_json targets = nlohmann::ordered_json::array();
  for (const Target& target : import.targets) {
    targets.push_back(as_json(target));
  }
  const nlohmann::ordered_json all{
      {"authority", import.authority},
      {"old_la_code", import.old_code},
      {"new_la_code", import.new_code},
      {"first_year", import.first_year},
      {"last_year", import.last_year},
      {"files", {import.place_path.generic_string(), import.target_path.generic_string()}},
      {"targets", targets},
      {"notes", import.notes}};
  std::cout << all.dump(2) << '\n';
}

ExitCode import_dfe(const DfeOptions& options) {
  const DfeImport made = import_of(options);
  write(made, options.force);
  if (options.json) {
    print_json(made);
  } else {
    print(made);
  }
  return ExitCode::ok;
}

void add_dfe(CLI::App& import, Request& request) {
  const auto options = std::make_shared<DfeOptions>();
  CLI::App* verb = import.add_subcommand(
      "dfe", "Makes a place file and a target file of the Department's published tables");
  verb->add_option("folder", options->folder,
                   "Folder with the data files of Explore Education Statistics, as published")
      ->required()
      ->type_name("FOLDER");
  verb->add_option("--authority", options->authority,
                   "The authority: its name, its code (886, E10000016), or England")
      ->required()
      ->type_name("NAME");
  verb->add_option("--years", options->years,
                   "Years to 31 March of which figures are taken [the last six published]")
      ->check(refusal_of_years)
      ->type_name("YEARS");
  verb->add_option("--out", options->out,
                   "Folder for places/NAME.toml and targets/NAME.toml [the current one]")
      ->type_name("FOLDER");
  verb->add_flag("--force", options->force, "Write over files of the same name");
  add_json_option(*verb, options->json);
  verb->callback(
      [&request, options] { request.action = [options] { return import_dfe(*options); }; });
}

}  // namespace

const DfeAuthority& authority_called(const std::string& name, const DfePanel& panel,
                                     const std::string& folder) {
  if (const auto found = find_authority(panel, name)) {
    return panel.authorities[*found];
  }
  throw UsageError("there is no authority `" + name + "` in `" + folder + "`",
                   "similar names are " + quoted_list(similar_authorities(panel, name), "and") +
                       "; codes such as 886 and E10000016 will do too",
                   Fault::unknown_authority);
}

void refuse_to_write_over(const std::vector<fs::path>& files, bool force) {
  for (const fs::path& path : files) {
    if (!force && fs::exists(fs::symlink_status(path))) {
      throw DataError(Fault::already_there, "`" + path.generic_string() + "` is there already",
                      "nothing was written; add --force to write over it, or name another folder "
                      "with --out");
    }
  }
}

void add_import(CLI::App& app, Request& request) {
  CLI::App* verb = app.add_subcommand(
      "import", "Makes of official figures or own records what a fit should come near");
  verb->require_subcommand(1);
  add_dfe(*verb, request);
  add_import_cin(*verb, request);
  add_import_annex_a(*verb, request);
}

}  // namespace stepdown
