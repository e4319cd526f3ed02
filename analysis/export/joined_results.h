#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "analysis/comparability.h"
#include "analysis/official_count.h"
#include "analysis/outcome_file.h"

namespace stepdown {

/// The scenarios of one results file or of several with the same luck in the same place, side by
/// side. A scenario that is in two of them is there once.
class JoinedResults {
 public:
  /// Throws NotComparable, or what reading throws.
  explicit JoinedResults(const std::vector<std::filesystem::path>& paths);

  /// In the order of the files, and within one of the names.
  const std::vector<std::string>& scenarios() const { return scenarios_; }
  const std::vector<std::string>& draws() const { return first().draws(); }
  const std::vector<std::int64_t>& run_numbers() const { return first().run_numbers(); }
  const Provenance& provenance() const { return first().provenance(); }
  const std::vector<KnownSetting>& settings() const { return first().settings(); }
  /// The measures that every file has.
  const std::vector<StoredMeasure>& measures() const { return measures_; }
  /// The versions of what was read: each command, with the digest of each scenario.
  std::vector<std::string> commands() const;

  const std::string& title(std::size_t scenario) const;
  std::vector<std::string> setting_values(std::size_t scenario, std::size_t draw = 0) const;
  std::string digest(std::size_t scenario, std::size_t draw = 0) const;
  /// Which of the scenarios may be compared in official counts.
  ServiceModels service_models() const;
  /// Of all runs of one scenario in one draw, run by run.
  std::vector<double> values(const std::string& measure, std::size_t scenario,
                             std::size_t draw) const;
  /// Of a monthly measure the months of each run, read a few runs at a time.
  void each_run(
      const std::string& measure, std::size_t scenario, std::size_t draw,
      const std::function<void(std::int64_t run, std::span<const double> months)>& act) const;

 private:
  std::vector<double> values_of(const std::string& measure, RunRange range) const;

  struct Place {
    std::size_t file;
    std::size_t scenario;
  };
  const OutcomeFile& first() const { return files_.front(); }

  std::vector<OutcomeFile> files_;
  std::vector<std::string> scenarios_;
  std::vector<Place> places_;
  std::vector<StoredMeasure> measures_;
};

}  // namespace stepdown
