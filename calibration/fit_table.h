#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "analysis/summary.h"
#include "calibration/targets.h"
#include "scenarios/outcome_sink.h"

namespace stepdown {

/// A target and what many runs of the base come to beside it.
struct TargetRow {
  Target target;
  Summary simulated;

  bool is_met() const { return target.is_met_by(simulated.mean); }
};

/// Keeps the targets' measures of every run of one scenario.
class TargetSink : public OutcomeSink {
 public:
  explicit TargetSink(std::vector<Target> targets);

  void take(const FinishedRun& run) override;
  std::vector<TargetRow> rows() const;

 private:
  std::vector<Target> targets_;
  std::vector<std::vector<double>> values_;  // by target, run by run
};

/// Official, simulated, 90% range over runs and tolerance side by side, at most 100 columns wide.
std::string fit_table(std::span<const TargetRow> rows);

/// What docs/base-fit.md says of how the runs were made.
struct FitDocument {
  std::string command;
  std::string place;
  double children = 0;
  std::size_t runs = 0;
  int years = 0;
  double warm_up_years = 0;
  std::string notes;  // Markdown by a person's hand, put at the end
};

/// The text of docs/base-fit.md: the table with sources, which figures are not met, and the notes.
std::string fit_markdown(std::span<const TargetRow> rows, const FitDocument& document);

}  // namespace stepdown
