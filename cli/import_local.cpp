#include "cli/import_local.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "analysis/published_file.h"
#include "calibration/local/annex_a_mapping.h"
#include "calibration/local/local_figures.h"
#include "calibration/local/local_import.h"
#include "calibration/local/local_tables.h"
#include "calibration/local/local_targets.h"
#include "calibration/local/quality_page.h"
#include "calibration/target_text.h"
#include "calibration/targets.h"
#include "cli/command_line.h"
#include "cli/import.h"
#include "scenarios/scenario_source.h"

namespace stepdown {
namespace {

namespace fs = std::filesystem;

/// What both kinds of local records are asked with.
struct LocalOptions {
  std::vector<std::string> sources;
  std::string from;
  std::string mapping;
  std::string out = "local_records";
  long long children = 0;
  long long suppress_under = 6;
  bool print_mapping = false;
  bool force = false;
  bool json = false;
};

struct WrittenFile {
  fs::path path;
  std::string text;
};

/// What a row of the table on the screen may say.
std::string told_figure(const LocalFigure& figure) {
  return figure.is_told ? short_number(figure.value, 4) : std::string(suppressed);
}

/// Not exact, so that nothing on the page can be found by subtracting from it.
std::string told_count(std::int64_t count, const SmallNumbers& small) {
  return small.hides(count) ? "fewer than " + std::to_string(small.threshold())
                            : small.about(count);
}

/// Of what the last whole year has no figure to tell.
void say_which_targets_are_older(const LocalImport& import, const std::vector<Target>& targets) {
  int last = 0;
  for (const auto& [year, counts] : import.counts.years) {
    last = import.counts.period.holds_year(year) ? year : last;
  }
  std::string older;
  for (const Target& target : targets) {
    if (target.year < last) {
      older +=
          (older.empty() ? "" : ", ") + target.measure + " (" + std::to_string(target.year) + ')';
    }
  }
  if (!older.empty()) {
    std::cout << "Targets of an earlier year, as there is none of " << last
              << " that may be told: " << older << "\n\n";
  }
}

void say(const LocalImport& import, const std::vector<LocalMeasure>& measures,
         const std::vector<Target>& targets, const SmallNumbers& small) {
  std::int64_t rejected = 0;
  for (std::size_t kind = 0; kind < record_kinds; ++kind) {
    rejected += import.log.rejected(static_cast<RecordKind>(kind));
  }
  std::cout << import.records << ": complete from " << in_words(import.counts.period.from) << " to "
            << in_words(import.counts.period.to) << '\n'
            << "children: " << told_count(import.log.taken(RecordKind::child), small)
            << ", referrals: " << told_count(import.log.taken(RecordKind::referral), small)
            << ", rows rejected: " << told_count(rejected, small)
            << (small.threshold() > 1 ? " (to the nearest ten)\n\n" : "\n\n");
  if (measures.empty()) {
    std::cout << "There is no figure: the records hold no whole year from 1 April to 31 March.\n";
    return;
  }
  for (const LocalMeasure& measure : measures) {
    const LocalFigure& last = measure.years.back();
    std::cout << "  " << last.year << "  " << told_figure(last) << "  " << measure.label << '\n';
  }
  std::cout << '\n';
  if (const std::string missing = why_no_rereferral(import.counts, measures); !missing.empty()) {
    std::cout << missing << "\n\n";
  }
  say_which_targets_are_older(import, targets);
}

nlohmann::ordered_json as_json(const LocalImport& import, const std::vector<LocalMeasure>& measures,
                               const std::vector<WrittenFile>& files) {
  nlohmann::ordered_json figures = nlohmann::ordered_json::array();
  for (const LocalMeasure& measure : measures) {
    for (const LocalFigure& figure : measure.years) {
      nlohmann::ordered_json row = {{"measure", measure.measure}, {"year", figure.year}};
      row["value"] = figure.is_told ? nlohmann::ordered_json(figure.value) : nullptr;
      row["standard_error"] = figure.is_told ? nlohmann::ordered_json(figure.error) : nullptr;
      figures.push_back(row);
    }
  }
  nlohmann::ordered_json paths = nlohmann::ordered_json::array();
  for (const WrittenFile& file : files) {
    paths.push_back(file.path.generic_string());
  }
  return {{"records", import.records}, {"figures", figures}, {"files", paths}};
}

/// Targets of other records beside these figures would be taken for theirs. True when some were
/// there and are not any more.
bool remove_old_targets(const fs::path& targets) {
  const fs::file_status status = fs::symlink_status(targets);
  if (!fs::exists(status)) {
    return false;
  }
  if (!fs::is_regular_file(status)) {
    throw DataError(Fault::already_there,
                    "`" + targets.generic_string() + "` is there and is no file of its own",
                    "these records give no targets, and it would be taken for theirs; nothing was "
                    "written: move it away, or name another folder with --out");
  }
  return fs::remove(targets);
}

ExitCode publish(const LocalImport& import, const LocalOptions& options) {
  const SmallNumbers small(options.suppress_under);
  const auto children =
      options.children > 0 ? std::optional(static_cast<double>(options.children)) : std::nullopt;
  const std::vector<LocalMeasure> measures = local_measures(import.counts, small, children);
  const std::vector<ReturnRow> returns = return_rows(import.counts, small);
  const fs::path folder = options.out;
  const fs::path target_path = folder / "targets.toml";
  std::vector<WrittenFile> files = {
      {folder / "data_quality.html", quality_page(import, measures, returns, small)},
      {folder / "figures.csv", figures_csv(measures)},
      {folder / "returns.csv", returns_csv(returns, small)}};
  const std::vector<Target> targets = local_targets(import, measures);
  if (!targets.empty()) {
    files.push_back({target_path, written_targets(targets, comment_on_targets(import))});
  }
  std::vector<fs::path> paths{target_path};
  std::ranges::transform(files, std::back_inserter(paths), &WrittenFile::path);
  refuse_to_write_over(paths, options.force);
  const bool others_removed = targets.empty() && remove_old_targets(target_path);
  for (const WrittenFile& file : files) {
    publish_text(file.path, file.text);
  }
  if (options.json) {
    std::cout << as_json(import, measures, files).dump(2) << '\n';
    return ExitCode::ok;
  }
  say(import, measures, targets, small);
  for (const WrittenFile& file : files) {
    std::cout << "written: " << file.path.generic_string() << '\n';
  }
  if (targets.empty() && !measures.empty()) {
    std::cout << "no targets are written: no figure of these records rests on enough children\n";
  }
  if (others_removed) {
    std::cout << "removed: " << target_path.generic_string() << ", which was of other records\n";
  }
  return ExitCode::ok;
}

std::optional<Day> complete_from(const LocalOptions& options) {
  return options.from.empty() ? std::nullopt : day_of(options.from);
}

std::string refusal_of_day(const std::string& text) {
  return day_of(text) ? std::string() : "a day such as 2019-04-01";
}

void add_local_options(CLI::App& verb, LocalOptions& options) {
  verb.add_option("--out", options.out, "Folder for what is written [local_records]")
      ->type_name("FOLDER");
  add_count_option(verb, "--children", options.children, 1, 100'000'000,
                   "Children who live there, for rates per 10,000; without it there are counts");
  add_count_option(verb, "--suppress-under", options.suppress_under, 1, 1000,
                   "Counts from 1 to under this are written nowhere [6]");
  verb.add_flag("--force", options.force, "Write over files of the same name");
  add_json_option(verb, options.json);
}

ExitCode import_cin(const LocalOptions& options) {
  return publish(
      import_cin_returns({options.sources.begin(), options.sources.end()}, complete_from(options)),
      options);
}

std::string what_a_mapping_is() {
  return "write stepdown import annex-a --print-mapping > mapping.toml, then say in it what your "
         "files are called";
}

ExitCode import_annex_a(const LocalOptions& options) {
  if (options.print_mapping) {
    std::cout << annex_mapping_template();
    return ExitCode::ok;
  }
  if (options.sources.empty()) {
    throw UsageError("`stepdown import annex-a` needs FOLDER",
                     "write stepdown import annex-a FOLDER --mapping mapping.toml",
                     Fault::word_missing);
  }
  if (options.mapping.empty()) {
    throw UsageError("`stepdown import annex-a` needs --mapping mapping.toml", what_a_mapping_is(),
                     Fault::word_missing);
  }
  const AnnexMapping mapping =
      read_annex_mapping(options.mapping, text_of_file(*disk_source(), options.mapping));
  return publish(import_annex_lists(options.sources.front(), mapping), options);
}

}  // namespace

void add_import_cin(CLI::App& import, Request& request) {
  const auto options = std::make_shared<LocalOptions>();
  CLI::App* verb = import.add_subcommand("cin",
                                         "Counts an authority's own CIN census returns into "
                                         "figures to fit to; no record of a child is "
                                         "kept or written");
  verb->add_option("returns", options->sources,
                   "Returns (XML) of years that follow one another; one alone is enough")
      ->required()
      ->type_name("FILE.xml");
  verb->add_option("--from", options->from,
                   "The day from which the records are complete, for an extract of more than a "
                   "year [1 April of the earliest return]")
      ->check(refusal_of_day)
      ->type_name("DAY");
  add_local_options(*verb, *options);
  verb->callback(
      [&request, options] { request.action = [options] { return import_cin(*options); }; });
}

void add_import_annex_a(CLI::App& import, Request& request) {
  const auto options = std::make_shared<LocalOptions>();
  CLI::App* verb = import.add_subcommand(
      "annex-a",
      "Counts an authority's own Annex A lists into figures to fit to; no record of a child is "
      "kept or written");
  verb->add_option("folder", options->sources, "The folder with the lists as CSV")
      ->expected(0, 1)
      ->type_name("FOLDER");
  verb->add_option("--mapping", options->mapping,
                   "Which file is which list, and what its columns and codes are called")
      ->type_name("FILE.toml");
  verb->add_flag("--print-mapping", options->print_mapping, "Print a mapping to begin with");
  add_local_options(*verb, *options);
  verb->callback(
      [&request, options] { request.action = [options] { return import_annex_a(*options); }; });
}

}  // namespace stepdown
