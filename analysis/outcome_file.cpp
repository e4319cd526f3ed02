#include "analysis/outcome_file.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "analysis/hdf5_input.h"
#include "analysis/new_outcome_file.h"
#include "analysis/opened_hdf5.h"
#include "analysis/posterior_file.h"
#include "analysis/provenance_record.h"

namespace stepdown {
namespace {

constexpr const char* format = "stepdown_format";
constexpr const char* made_by = "`stepdown run` and `stepdown compare` write results.h5";
constexpr std::size_t axes_of_run_measures = 3;
constexpr std::size_t axes_of_monthly_measures = 4;

std::string version_that_wrote(const Hdf5Input& file) {
  const bool is_known = file.has("provenance") && file.has("provenance", "version");
  return is_known ? file.text("provenance", "version") : std::string("of an unknown version");
}

void check_format(const Hdf5Input& file, const std::filesystem::path& path) {
  const bool has_format = file.has("/", format);
  const bool is_ours = file.has("provenance") && file.has("provenance", "program");
  if (is_posterior(file)) {
    throw UnusableResults(path, "holds draws that fit an authority's figures, not results",
                          "`stepdown compare BASE.toml OTHER.toml --draws " + path.string() +
                              "` makes results in all of them");
  }
  if (file.has("point")) {
    throw UnusableResults(path, "holds a study of many points, not results that can be compared",
                          "read it with h5py, xarray or R; " + std::string(made_by));
  }
  if (file.has("factor") && file.has("scramble")) {
    throw UnusableResults(
        path, "holds what an answer hangs on, not results that can be compared",
        "the page beside it, sensitivity.html, shows it; " + std::string(made_by));
  }
  if (!has_format && !is_ours) {
    throw UnusableResults(path, "is an HDF5 file, but stepdown did not write it", made_by);
  }
  const std::uint64_t found = has_format ? file.whole("/", format) : 1;
  if (found != results_format) {
    throw UnusableResults(path,
                          "has results in format " + std::to_string(found) +
                              ", written by stepdown " + version_that_wrote(file) +
                              "; this program reads format " + std::to_string(results_format),
                          "read it with that version of stepdown, or make it again with this one");
  }
}

}  // namespace

OutcomeFile::OutcomeFile(const std::filesystem::path& path)
    : file_(opened_hdf5(path, {"a results file", made_by, "results.h5"})) {
  check_format(*file_, path);
  try {
    scenarios_ = file_->texts("scenario");
    draws_ = file_->texts("draw");
    run_numbers_ = file_->wholes("run");
    provenance_ = read_provenance(*file_);
    settings_ = read_known_settings(*file_);
    check_that_parts_fit();
  } catch (const UnusableResults&) {
    throw;
  } catch (const std::exception&) {
    throw UnusableResults(path, "is damaged: its parts do not fit together",
                          "make it again with the command it was made with");
  }
}

OutcomeFile::~OutcomeFile() = default;
OutcomeFile::OutcomeFile(OutcomeFile&&) noexcept = default;

// What is asked of the file later can then not fail for its shape.
void OutcomeFile::check_that_parts_fit() const {
  for (const StoredMeasure& measure : measures()) {
    const Extent all = file_->extent(measure.name);
    if (all[0] != scenarios_.size() || all[1] != draws_.size() || all[2] != runs()) {
      throw std::out_of_range(measure.name + " is of other runs");
    }
  }
  if (file_->texts("provenance/scenario_digest").size() < scenarios_.size() * draws_.size()) {
    throw std::out_of_range("a scenario has no digest");
  }
}

std::size_t OutcomeFile::months() const { return static_cast<std::size_t>(provenance_.years) * 12; }

std::vector<std::string> OutcomeFile::setting_values(std::size_t scenario, std::size_t draw) const {
  return resolved_values(settings_, provenance_.draws.at(draw).texts.at(scenario));
}

std::string OutcomeFile::digest(std::size_t scenario, std::size_t draw) const {
  return file_->texts("provenance/scenario_digest").at(scenario * draws_.size() + draw);
}

std::vector<std::string> OutcomeFile::failed_runs() const {
  constexpr const char* name = "provenance/failed_run";
  return file_->has(name) ? file_->texts(name) : std::vector<std::string>();
}

std::vector<StoredMeasure> OutcomeFile::measures() const {
  std::vector<StoredMeasure> measures;
  for (const std::string& name : file_->names_in("/")) {
    if (name == "provenance" || name.starts_with("setting")) {
      continue;
    }
    const std::size_t axes = file_->extent(name).size();
    if (axes == axes_of_run_measures || axes == axes_of_monthly_measures) {
      measures.push_back({name, file_->text(name, "units"), file_->text(name, "long_name"),
                          axes == axes_of_monthly_measures});
    }
  }
  return measures;
}

std::vector<std::vector<double>> OutcomeFile::values(std::string_view measure,
                                                     std::size_t draw) const {
  return read(std::string(measure), axes_of_run_measures, draw);
}

std::vector<std::vector<double>> OutcomeFile::monthly_values(std::string_view measure,
                                                             std::size_t draw) const {
  return read(std::string(measure), axes_of_monthly_measures, draw);
}

std::vector<std::vector<double>> OutcomeFile::read(const std::string& name, std::size_t axes,
                                                   std::size_t draw) const {
  if (!file_->has(name)) {
    throw std::out_of_range("the results have no measure " + name);
  }
  if (file_->extent(name).size() != axes) {
    throw std::out_of_range(
        name + (axes == axes_of_run_measures ? " has not one value a run" : " is not monthly"));
  }
  std::vector<std::vector<double>> by_scenario;
  for (std::size_t s = 0; s < scenarios_.size(); ++s) {
    by_scenario.push_back(values_of(name, {s, draw, 0, runs()}));
  }
  return by_scenario;
}

std::vector<double> OutcomeFile::values_of(std::string_view measure, const RunRange& range) const {
  const std::string name(measure);
  if (!file_->has(name)) {
    throw std::out_of_range("the results have no measure " + name);
  }
  const Extent all = file_->extent(name);
  if (all.size() < axes_of_run_measures || range.scenario >= all[0] || range.draw >= all[1] ||
      range.first + range.count > all[2]) {
    throw std::out_of_range("the results have no such runs of " + name);
  }
  Extent start{range.scenario, range.draw, range.first};
  Extent count{1, 1, range.count};
  if (all.size() == axes_of_monthly_measures) {
    start.push_back(0);
    count.push_back(all[3]);
  }
  return file_->reals(name, start, count);
}

}  // namespace stepdown
