#include "analysis/sensitivity/sweep_input.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <stdexcept>

#include "analysis/hdf5_input.h"
#include "analysis/opened_hdf5.h"
#include "analysis/provenance_record.h"
#include "analysis/unusable_results.h"
#include "model/parameters/registry.h"

namespace stepdown {
namespace {

constexpr const char* made_by = "`stepdown sweep` makes one as sweep.h5";

// Of a choice the places of its words; of anything else the numbers.
std::vector<double> column_of(const Hdf5Input& file, const Parameter& parameter) {
  if (parameter.kind != Kind::choice) {
    return file.reals(std::string(parameter.name));
  }
  std::vector<double> column;
  for (const std::string& word : file.texts(std::string(parameter.name))) {
    const auto found = std::ranges::find(parameter.choices, word);
    column.push_back(found == parameter.choices.end()
                         ? NAN
                         : static_cast<double>(found - parameter.choices.begin()));
  }
  return column;
}

Varied varied_of(const Parameter& parameter, const std::vector<double>& column) {
  if (column.empty()) {
    throw std::out_of_range("a setting has no values");
  }
  const auto [low, high] = std::ranges::minmax(column);
  Varied varied{&parameter, {low, high}};
  if (parameter.kind == Kind::choice) {
    varied.values = column;
    std::ranges::sort(varied.values);
    varied.values.erase(std::unique(varied.values.begin(), varied.values.end()),
                        varied.values.end());
  }
  return varied;
}

}  // namespace

SweepInput::SweepInput(const std::filesystem::path& path)
    : file_(opened_hdf5(path, {"a sweep", made_by, "sweep.h5"})) {
  if (!file_->has("point") || !file_->has("run") || !file_->has("scenario")) {
    throw UnusableResults(path, "is an HDF5 file, but not of a sweep", made_by);
  }
  try {
    provenance_ = read_provenance(*file_);
    points_ = file_->extent("point").at(0);
    runs_ = static_cast<std::uint32_t>(file_->extent("run").at(0));
    if (file_->has("provenance/failed_run")) {
      failed_ = file_->extent("provenance/failed_run").at(0);
    }
    read_varied(path);
    check_that_parts_fit();
  } catch (const UnusableResults&) {
    throw;
  } catch (const std::exception&) {
    throw UnusableResults(path, "is damaged: its parts do not fit together",
                          "copy it again, or make it again with the command it was made with");
  }
}

SweepInput::~SweepInput() = default;

// What is asked of the file later can then not fail for its shape.
void SweepInput::check_that_parts_fit() const {
  const Extent of_run{provenance_.scenarios.size(), points_, runs_};
  const auto check = [&](std::span<const Measure> measures, const std::vector<std::size_t>& kept,
                         const Extent& expected) {
    for (const std::size_t column : kept) {
      if (file_->extent(std::string(measures[column].name)) != expected) {
        throw std::out_of_range("a measure is of other runs");
      }
    }
  };
  check(run_measures(), kept_.of_run, of_run);
  if (!kept_.monthly.empty()) {
    check(monthly_measures(), kept_.monthly,
          {of_run[0], of_run[1], of_run[2], file_->extent("month").at(0)});
  }
}

void SweepInput::read_varied(const std::filesystem::path& path) {
  std::vector<std::vector<double>> columns;
  std::vector<std::string> measures;
  for (const std::string& name : file_->names_in("/")) {
    if (const Parameter* const parameter = find_parameter(name)) {
      columns.push_back(column_of(*file_, *parameter));
      varied_.push_back(varied_of(*parameter, columns.back()));
    } else if (std::ranges::find(outcome_registry(), name, &Measure::name) !=
               outcome_registry().end()) {
      measures.push_back(name);
    }
  }
  if (varied_.empty() || measures.empty()) {
    throw UnusableResults(path, "has no setting that was varied, or no measure", made_by);
  }
  kept_ = KeptMeasures::named(measures);
  for (std::size_t point = 0; point < points_; ++point) {
    for (const std::vector<double>& column : columns) {
      places_.push_back(column.at(point));
    }
  }
}

StudyValues SweepInput::values_of(std::string_view measure) const {
  const std::vector<double> stored = file_->reals(std::string(measure));
  StudyValues values(provenance_.scenarios.size(), points_, runs_);
  for (std::size_t i = 0; i < stored.size(); ++i) {
    values(i / (points_ * runs_), i / runs_ % points_, static_cast<std::uint32_t>(i % runs_)) =
        stored[i];
  }
  return values;
}

std::vector<StudyValues> SweepInput::values_by_month(std::string_view measure) const {
  const std::vector<double> stored = file_->reals(std::string(measure));
  const std::size_t months = file_->extent("month").at(0);
  std::vector<StudyValues> all(months, StudyValues(provenance_.scenarios.size(), points_, runs_));
  for (std::size_t i = 0; i < stored.size(); ++i) {
    const std::size_t run = i / months;
    all[i % months](run / (points_ * runs_), run / runs_ % points_,
                    static_cast<std::uint32_t>(run % runs_)) = stored[i];
  }
  return all;
}

}  // namespace stepdown
