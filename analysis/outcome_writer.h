#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/new_outcome_file.h"
#include "analysis/outcome_file.h"
#include "analysis/provenance.h"
#include "model/outcomes/outcomes.h"
#include "model/parameters/model_parameters.h"
#include "scenarios/outcome_sink.h"

namespace stepdown {

/// The measures that results of these parameters have: those of a textbook system only where one is
/// run.
std::vector<Measure> stored_measures(const ModelParameters& parameters,
                                     std::span<const Measure> all = outcome_registry());

/// Writes the outcomes of an ensemble to one file as they come: a series (scenario, draw, run) or
/// (scenario, draw, run, month) for each measure, the resolved settings, and `/provenance`. A
/// failed run is NaN and named in `/provenance/failed_run`. Errors are std::system_error; without
/// `finish` nothing appears.
class OutcomeWriter : public OutcomeSink {
 public:
  /// Makes the file under its temporary name, so that a folder that cannot be written is known
  /// before the first run. `stored` are among `all`, the columns of `Outcomes`.
  OutcomeWriter(const std::filesystem::path& path, const Provenance& provenance,
                std::span<const Measure> stored, std::span<const Measure> all = outcome_registry());

  /// The runs come from the first draw on; every draw has the same ones, in the same order.
  void take(const FinishedRun& run) override;
  /// The runs that follow are those of the next draw.
  void begin_next_draw();

  /// Writes what is still held and gives the file its name; nothing may be taken afterwards.
  void finish();

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
  void note_failures(const FinishedRun& run);
  void keep(const std::optional<Outcomes>& outcomes, std::size_t scenario);
  void flush();

  NewOutcomeFile file_;
  std::size_t scenarios_;
  std::size_t months_;
  std::size_t run_columns_ = 0;
  std::size_t monthly_columns_ = 0;
  std::vector<Series> series_;
  std::size_t draw_ = 0;
  std::size_t runs_written_ = 0;  // of this draw
  std::vector<std::int64_t> block_runs_;
  std::vector<std::string> draw_names_;
  std::vector<std::string> failures_;  // in words
};

}  // namespace stepdown
