#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "analysis/provenance.h"
#include "analysis/study/study.h"
#include "analysis/study/varied.h"

namespace stepdown {

class Hdf5Input;

/// A finished sweep, read one measure at a time. Errors are std::system_error; a file that is no
/// sweep is UnusableResults.
class SweepInput {
 public:
  explicit SweepInput(const std::filesystem::path& path);
  ~SweepInput();
  SweepInput(const SweepInput&) = delete;
  SweepInput& operator=(const SweepInput&) = delete;

  const Provenance& provenance() const { return provenance_; }
  /// What was varied, each over the range from its least to its largest value.
  const std::vector<Varied>& varied() const { return varied_; }
  /// Of each point the value of each, point after point; of a choice its place.
  const std::vector<double>& places() const { return places_; }
  /// The measures that are in it.
  const KeptMeasures& kept() const { return kept_; }
  std::size_t points() const { return points_; }
  std::uint32_t runs() const { return runs_; }
  /// How many runs are named as failed.
  std::size_t failed_runs() const { return failed_; }

  StudyValues values_of(std::string_view measure) const;
  std::vector<StudyValues> values_by_month(std::string_view measure) const;

 private:
  void read_varied(const std::filesystem::path& path);
  void check_that_parts_fit() const;

  std::unique_ptr<const Hdf5Input> file_;
  Provenance provenance_;
  std::vector<Varied> varied_;
  std::vector<double> places_;
  KeptMeasures kept_;
  std::size_t points_ = 0;
  std::uint32_t runs_ = 1;
  std::size_t failed_ = 0;
};

}  // namespace stepdown
