#include "analysis/outcome_file.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <stdexcept>
#include <utility>

#include "analysis/hdf5_input.h"
#include "analysis/new_outcome_file.h"
#include "analysis/provenance_record.h"

namespace stepdown {
namespace {

constexpr const char* format = "stepdown_format";
constexpr std::size_t axes_of_run_measures = 3;
constexpr std::size_t axes_of_monthly_measures = 4;

// The library's own reason for a file that is not there or may not be read would be a riddle.
void check_that_it_can_be_read(const std::filesystem::path& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    throw UnusableResults(path, "is a folder, not a results file",
                          "name the file in it: " + (path / "results.h5").string());
  }
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw std::system_error(errno == 0 ? EIO : errno, std::generic_category(),
                            "cannot read " + path.string());
  }
}

std::unique_ptr<const Hdf5Input> opened(const std::filesystem::path& path) {
  check_that_it_can_be_read(path);
  if (!is_hdf5(path)) {
    throw UnusableResults(path, "is not a results file: it is not in HDF5 format",
                          "`stepdown run` and `stepdown compare` write results.h5");
  }
  try {
    return std::make_unique<const Hdf5Input>(path, "read " + path.string());
  } catch (const std::system_error&) {
    throw UnusableResults(path, "is damaged: it was cut short, or is not copied to its end yet",
                          "copy it again, or make it again with the command it was made with");
  }
}

std::string version_that_wrote(const Hdf5Input& file) {
  const bool is_known = file.has("provenance") && file.has("provenance", "version");
  return is_known ? file.text("provenance", "version") : std::string("of an unknown version");
}

void check_format(const Hdf5Input& file, const std::filesystem::path& path) {
  const bool has_format = file.has("/", format);
  const bool is_ours = file.has("provenance") && file.has("provenance", "program");
  if (!has_format && !is_ours) {
    throw UnusableResults(path, "is an HDF5 file, but stepdown did not write it",
                          "`stepdown run` and `stepdown compare` write results.h5");
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

UnusableResults::UnusableResults(const std::filesystem::path& path, const std::string& fault,
                                 std::string advice)
    : std::system_error(std::make_error_code(std::errc::invalid_argument)),
      message_("`" + path.string() + "` " + fault),
      advice_(std::move(advice)) {}

OutcomeFile::OutcomeFile(const std::filesystem::path& path) : file_(opened(path)) {
  check_format(*file_, path);
  try {
    scenarios_ = file_->texts("scenario");
    draws_ = file_->texts("draw");
    run_numbers_ = file_->wholes("run");
    provenance_ = read_provenance(*file_);
    settings_ = read_known_settings(*file_);
  } catch (const std::logic_error&) {
    throw UnusableResults(path, "is damaged: its parts do not fit together",
                          "make it again with the command it was made with");
  }
}

OutcomeFile::~OutcomeFile() = default;
OutcomeFile::OutcomeFile(OutcomeFile&&) noexcept = default;

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
