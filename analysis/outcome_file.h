#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/provenance.h"
#include "analysis/resolved_settings.h"
#include "analysis/unusable_results.h"

namespace stepdown {

class Hdf5Input;

/// A measure as a results file describes it.
struct StoredMeasure {
  std::string name;
  std::string unit;
  std::string long_name;
  bool monthly = false;
};

/// Some of the runs of one scenario in one draw.
struct RunRange {
  std::size_t scenario = 0;
  std::size_t draw = 0;
  std::size_t first = 0;
  std::size_t count = 0;
};

/// The outcomes of an ensemble on disk, read one measure at a time. Errors are std::system_error,
/// of a measure it does not have std::out_of_range.
class OutcomeFile {
 public:
  explicit OutcomeFile(const std::filesystem::path& path);
  ~OutcomeFile();
  OutcomeFile(OutcomeFile&&) noexcept;
  OutcomeFile(const OutcomeFile&) = delete;
  OutcomeFile& operator=(const OutcomeFile&) = delete;

  /// In the order of their names.
  const std::vector<std::string>& scenarios() const { return scenarios_; }
  /// The worlds that every scenario was run in; one, unless it is the comparison of an ensemble.
  const std::vector<std::string>& draws() const { return draws_; }
  /// How many runs each scenario has in each draw, and their numbers.
  std::size_t runs() const { return run_numbers_.size(); }
  const std::vector<std::int64_t>& run_numbers() const { return run_numbers_; }
  std::size_t months() const;

  const Provenance& provenance() const { return provenance_; }
  /// Every setting that the program knew, and its value as text in one scenario and draw.
  const std::vector<KnownSetting>& settings() const { return settings_; }
  std::vector<std::string> setting_values(std::size_t scenario, std::size_t draw = 0) const;
  /// The digest of all those values; equal ones mean equal facts and decisions.
  std::string digest(std::size_t scenario, std::size_t draw = 0) const;
  /// The runs that failed and why, in words.
  std::vector<std::string> failed_runs() const;

  /// What was measured, in the order of the file.
  std::vector<StoredMeasure> measures() const;

  /// Of a measure with one value a run, in one draw: scenarios x runs.
  std::vector<std::vector<double>> values(std::string_view measure, std::size_t draw = 0) const;
  /// Of a measure with one value a month, in one draw: scenarios x (runs x months), run by run.
  std::vector<std::vector<double>> monthly_values(std::string_view measure,
                                                  std::size_t draw = 0) const;
  /// Of some runs, one value a run or one a month, run by run.
  std::vector<double> values_of(std::string_view measure, const RunRange& range) const;

 private:
  void check_that_parts_fit() const;
  std::vector<std::vector<double>> read(const std::string& name, std::size_t axes,
                                        std::size_t draw) const;

  std::unique_ptr<const Hdf5Input> file_;
  std::vector<std::string> scenarios_;
  std::vector<std::string> draws_;
  std::vector<std::int64_t> run_numbers_;
  Provenance provenance_;
  std::vector<KnownSetting> settings_;
};

}  // namespace stepdown
