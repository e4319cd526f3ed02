#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/outcome_file.h"
#include "model/outcomes/outcomes.h"
#include "scenarios/ensemble.h"
#include "scenarios/outcome_sink.h"

namespace stepdown {

/// A scenario as a results file keeps it: `text` is its canonical resolved settings.
struct ScenarioText {
  std::string name;
  std::string title;
  std::string text;
};

/// How results were made: enough to make them again, and nothing (time of day, threads, folder)
/// that may differ between two that are equal. `scenarios` are in the order of their names.
struct Provenance {
  std::string version;
  std::string command;
  std::uint64_t seed = 0;
  int start_year = 0;
  int years = 1;
  std::vector<ScenarioText> scenarios;
};

/// The measures that results of these parameters have: those of a textbook system only where one is
/// run.
std::vector<Measure> stored_measures(const ModelParameters& parameters,
                                     std::span<const Measure> all = outcome_registry());

/// Writes the outcomes of an ensemble to one file as they come: a series (scenario, run) or
/// (scenario, run, month) for each measure, and `/provenance`. A failed run is NaN and named in
/// `/provenance/failed_run`. Errors are std::system_error; without `finish` nothing appears.
class OutcomeWriter : public OutcomeSink {
 public:
  /// Makes the file under its temporary name, so that a folder that cannot be written is known
  /// before the first run. `stored` are among `all`, the columns of `Outcomes`.
  OutcomeWriter(const std::filesystem::path& path, const Provenance& provenance,
                std::span<const Measure> stored, std::span<const Measure> all = outcome_registry());

  void take(const FinishedRun& run) override;

  /// Writes what is still held and gives the file its name; nothing may be taken afterwards.
  void finish(std::span<const FailedRun> failed = {});

  /// Where the file is until it is finished.
  const std::filesystem::path& temporary() const { return file_.temporary(); }

 private:
  // One measure: its column in `Outcomes` and its values not yet written, by scenario, run, month.
  struct Series {
    std::string name;
    std::size_t column;
    std::size_t length;  // values a run
    bool monthly;
    std::vector<double> block;
  };

  void add_axes(const Provenance& provenance);
  void add_series(const Measure& measure, std::size_t column);
  void add_provenance(const Provenance& provenance);
  void keep(const std::optional<Outcomes>& outcomes, std::size_t scenario);
  void flush();

  NewOutcomeFile file_;
  std::size_t scenarios_;
  std::size_t months_;
  std::size_t run_columns_ = 0;
  std::size_t monthly_columns_ = 0;
  std::vector<Series> series_;
  std::vector<std::int64_t> block_runs_;
};

}  // namespace stepdown
