#include "analysis/outcome_writer.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "analysis/outcome_axes.h"
#include "analysis/provenance_record.h"
#include "model/contract.h"

namespace stepdown {
namespace {

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

// Runs kept before they are written together: enough that a write costs little beside runs of a
// few milliseconds, few enough that memory stays small. Being also the extent of a stored piece,
// every piece is compressed once.
constexpr std::size_t runs_per_block = 32;

}  // namespace

std::vector<Measure> stored_measures(const ModelParameters& parameters,
                                     std::span<const Measure> all) {
  const bool in_laboratory = parameters.laboratory.system != Laboratory::off;
  std::vector<Measure> stored;
  std::ranges::copy_if(all, std::back_inserter(stored), [in_laboratory](const Measure& measure) {
    return in_laboratory || measure.group != MeasureGroup::laboratory;
  });
  return stored;
}

OutcomeWriter::OutcomeWriter(const std::filesystem::path& path, const Provenance& provenance,
                             std::span<const Measure> stored, std::span<const Measure> all)
    : file_(path, attributes_of_outcomes("Outcomes of simulated scenarios, run by run",
                                         provenance.version)),
      scenarios_(provenance.scenarios.size()),
      months_(static_cast<std::size_t>(provenance.years) * 12) {
  add_axes(provenance);
  for (const Measure& measure : all) {
    const std::size_t column = measure.monthly ? monthly_columns_++ : run_columns_++;
    if (std::ranges::find(stored, measure.name, &Measure::name) != stored.end()) {
      add_series(measure, column);
    }
  }
  add_provenance(file_, provenance);
  file_.complete_axes();
}

void OutcomeWriter::add_axes(const Provenance& provenance) {
  add_scenario_axis(file_, provenance);
  std::ranges::transform(draws_of(provenance), std::back_inserter(draw_names_), &DrawText::name);
  file_.add_axis(
      "draw", draw_names_,
      {{"long_name", "world: values of the uncertain settings, alike in every scenario"}});
  file_.add_growing_axis(
      "run",
      {{"units", "1"}, {"long_name", "run; one run has the same luck in every scenario and draw"}});
  add_month_axis(file_, provenance);
}

void OutcomeWriter::add_series(const Measure& measure, std::size_t column) {
  Series series{
      std::string(measure.name), column, measure.monthly ? months_ : 1, measure.monthly, {}};
  series.block.resize(scenarios_ * runs_per_block * series.length, no_value);
  std::vector<std::string> axes{"scenario", "draw", "run"};
  // One scenario's months lie together; single numbers are too small to be split further.
  Extent piece{measure.monthly ? 1 : scenarios_, 1, runs_per_block};
  if (measure.monthly) {
    axes.emplace_back("month");
    piece.push_back(months_);
  }
  file_.add_series(
      series.name, axes, piece,
      {{"units", std::string(measure.unit)}, {"long_name", std::string(measure.long_name)}});
  series_.push_back(std::move(series));
}

void OutcomeWriter::take(const FinishedRun& run) {
  expects(run.outcomes.size() == scenarios_, "a run has one outcome for each scenario");
  for (std::size_t s = 0; s < scenarios_; ++s) {
    keep(run.outcomes[s], s);
  }
  note_failures(run);
  block_runs_.push_back(run.run);
  if (block_runs_.size() == runs_per_block) {
    flush();
  }
}

void OutcomeWriter::begin_next_draw() {
  flush();
  ++draw_;
  expects(draw_ < draw_names_.size(), "the draws are those of the provenance");
  runs_written_ = 0;
}

void OutcomeWriter::keep(const std::optional<Outcomes>& outcomes, std::size_t scenario) {
  if (outcomes) {
    expects(outcomes->months == months_, "every run has the months of its horizon");
    expects(outcomes->of_run.size() == run_columns_ &&
                outcomes->monthly.size() == monthly_columns_ * months_,
            "outcomes have the columns of their registry");
  }
  const std::size_t place = scenario * runs_per_block + block_runs_.size();
  for (Series& series : series_) {
    double* const to = series.block.data() + place * series.length;
    if (!outcomes) {
      std::fill_n(to, series.length, no_value);
    } else if (!series.monthly) {
      *to = outcomes->of_run[series.column];
    } else {
      for (std::size_t m = 0; m < months_; ++m) {
        to[m] = outcomes->monthly[m * monthly_columns_ + series.column];
      }
    }
  }
}

void OutcomeWriter::flush() {
  if (block_runs_.empty()) {
    return;
  }
  const std::size_t known = file_.length();
  if (runs_written_ == known) {
    file_.grow(block_runs_);
  }
  expects(runs_written_ + block_runs_.size() <= file_.length(), "every draw has the same runs");
  for (const Series& series : series_) {
    Extent start{0, draw_, runs_written_};
    Extent count{scenarios_, 1, block_runs_.size()};
    Extent held{scenarios_, 1, runs_per_block};
    if (series.monthly) {
      start.push_back(0);
      count.push_back(months_);
      held.push_back(months_);
    }
    file_.write(series.name, start, count, held, series.block.data());
  }
  runs_written_ += block_runs_.size();
  block_runs_.clear();
}

void OutcomeWriter::note_failures(const FinishedRun& run) {
  for (const FailedRun& failed : run.failed) {
    const std::string where = draw_names_.size() == 1 ? "" : " in " + draw_names_[draw_];
    failures_.push_back("run " + std::to_string(failed.run) + " of " + failed.scenario + where +
                        ": " + failed.message);
  }
}

void OutcomeWriter::finish() {
  flush();
  add_failed_runs(file_, failures_);
  file_.finish();
}

}  // namespace stepdown
