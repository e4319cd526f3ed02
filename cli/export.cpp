#include "cli/export.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <system_error>

#include "analysis/export/codebook.h"
#include "analysis/export/joined_results.h"
#include "analysis/export/spreadsheet.h"
#include "analysis/export/tidy_table.h"
#include "analysis/export/workbook.h"
#include "analysis/published_file.h"
#include "cli/command_line.h"
#include "scenarios/nearest_word.h"

namespace stepdown {
namespace {

struct ExportOptions {
  std::vector<std::string> results;
  std::vector<std::string> formats;
  std::string out;
  std::string baseline;
  bool months = false;
  bool json = false;

  bool asks_for(const std::string& format) const {
    return formats.empty() || std::ranges::find(formats, format) != formats.end();
  }
  std::filesystem::path folder() const {
    return out.empty() ? std::filesystem::path(results.front()).parent_path() / "export"
                       : std::filesystem::path(out);
  }
};

/// Files that appear together, once the last of them is written.
class Publication {
 public:
  explicit Publication(std::filesystem::path folder) : folder_(std::move(folder)) {}

  void add_table(const std::string& name, const JoinedResults& results,
                 void (*write)(const JoinedResults&, std::ostream&)) {
    PublishedFile& file = begin(name);
    errno = 0;
    std::ofstream out(file.temporary(), std::ios::binary);
    write(results, out);
    out.close();
    if (!out) {
      throw std::system_error(errno == 0 ? EIO : errno, std::generic_category(),
                              "cannot write " + file.path().string());
    }
  }

  void add_workbook(const std::string& name, const std::vector<Sheet>& sheets) {
    Workbook workbook(begin(name).temporary(), sheets.front().title);
    for (const Sheet& sheet : sheets) {
      workbook.add(sheet);
    }
    workbook.finish();
  }

  std::vector<std::filesystem::path> publish() {
    std::vector<std::filesystem::path> paths;
    for (const auto& file : files_) {
      file->publish();
      paths.push_back(file->path());
    }
    return paths;
  }

 private:
  PublishedFile& begin(const std::string& name) {
    files_.push_back(std::make_unique<PublishedFile>(folder_ / name));
    return *files_.back();
  }

  std::filesystem::path folder_;
  std::vector<std::unique_ptr<PublishedFile>> files_;
};

/// The scenario asked for, or the one called base, or the first.
std::string baseline_of(const JoinedResults& results, const std::string& asked) {
  const std::vector<std::string>& names = results.scenarios();
  const auto is_there = [&names](const std::string& name) {
    return std::ranges::find(names, name) != names.end();
  };
  if (asked.empty()) {
    return is_there("base") ? "base" : names.front();
  }
  if (!is_there(asked)) {
    const auto similar = nearest_word(asked, names);
    throw UsageError(
        "these results have no scenario `" + asked + "`",
        similar ? "did you mean `" + *similar + "`?" : "they have " + quoted_list(names, "and"));
  }
  return asked;
}

std::vector<std::filesystem::path> export_all(const JoinedResults& results,
                                              const ExportOptions& options,
                                              const std::string& baseline) {
  Publication publication(options.folder());
  if (options.asks_for("csv")) {
    publication.add_table("estimates.csv", results, write_estimates);
    publication.add_table("runs.csv", results, write_runs);
    publication.add_table("years.csv", results, write_years);
    if (options.months) {
      publication.add_table("months.csv", results, write_months);
    }
  }
  if (options.asks_for("xlsx")) {
    publication.add_workbook("comparison.xlsx", sheets_of(results, baseline));
  }
  if (options.asks_for("codebook")) {
    publication.add_table("codebook.csv", results, write_codebook);
  }
  return publication.publish();
}

void refuse_months_without_csv(const ExportOptions& options) {
  if (options.months && !options.asks_for("csv")) {
    throw UsageError("`--months` adds a table to the tidy ones, which are not asked for",
                     "add --format csv, or leave --months out");
  }
}

ExitCode export_results(const ExportOptions& options) {
  refuse_months_without_csv(options);
  const JoinedResults results({options.results.begin(), options.results.end()});
  const std::string baseline = baseline_of(results, options.baseline);
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const std::filesystem::path& file : export_all(results, options, baseline)) {
    list.push_back(file.string());
    if (!options.json) {
      std::cout << "written: " << file.string() << '\n';
    }
  }
  if (options.json) {
    const nlohmann::ordered_json told{{"baseline", baseline}, {"files", list}};
    std::cout << told.dump(2) << '\n';
  } else if (options.asks_for("xlsx") && results.scenarios().size() > 1) {
    std::cout << "baseline of the workbook: " << baseline << '\n';
  }
  return ExitCode::ok;
}

}  // namespace

void add_export(CLI::App& app, Request& request) {
  const auto options = std::make_shared<ExportOptions>();
  CLI::App* verb = app.add_subcommand(
      "export", "Writes results as tables for spreadsheets and statistics programs");
  verb->add_option("results", options->results,
                   "Results files of `compare` or `run`; several are put side by side")
      ->required()
      ->type_name("RESULTS.h5");
  verb->add_option("--format", options->formats,
                   "csv: tidy tables; xlsx: an accessible workbook; codebook: what each name "
                   "means; may be repeated [all three]")
      ->check(CLI::IsMember({"csv", "xlsx", "codebook"}))
      ->type_name("FORMAT")
      ->allow_extra_args(false);
  verb->add_option("--out", options->out, "Folder for the tables [export/ beside the results]")
      ->type_name("FOLDER");
  verb->add_option("--baseline", options->baseline,
                   "The scenario from which the others are told to differ in the workbook [base, "
                   "or else the "
                   "first by name]")
      ->type_name("NAME");
  verb->add_flag("--months", options->months, "Write months.csv too: every month of every run");
  add_json_option(*verb, options->json);
  verb->callback(
      [&request, options] { request.action = [options] { return export_results(*options); }; });
}

}  // namespace stepdown
