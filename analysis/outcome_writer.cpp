#include "analysis/outcome_writer.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "model/calendar_months.h"
#include "model/contract.h"

namespace stepdown {
namespace {

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

// Runs kept before they are written together: enough that a write costs little beside runs of a few
// milliseconds, few enough that memory stays small. Being also the extent of a stored piece, every
// piece is compressed once.
constexpr std::size_t runs_per_block = 32;

// The first days of the months, as days since 1 April of the start year.
std::vector<double> month_starts(const Provenance& provenance) {
  std::vector<double> days = month_ends(provenance.start_year, provenance.years);
  days.insert(days.begin(), 0.0);
  days.pop_back();
  return days;
}

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
    : file_(path, {{"Conventions", "CF-1.8"},
                   {"title", "Outcomes of simulated scenarios, run by run"},
                   {"source", "stepdown " + provenance.version}}),
      scenarios_(provenance.scenarios.size()),
      months_(static_cast<std::size_t>(provenance.years) * 12) {
  add_axes(provenance);
  for (const Measure& measure : all) {
    const std::size_t column = measure.monthly ? monthly_columns_++ : run_columns_++;
    if (std::ranges::find(stored, measure.name, &Measure::name) != stored.end()) {
      add_series(measure, column);
    }
  }
  add_provenance(provenance);
  file_.complete_axes();
}

void OutcomeWriter::add_axes(const Provenance& provenance) {
  std::vector<std::string> names;
  for (const ScenarioText& scenario : provenance.scenarios) {
    names.push_back(scenario.name);
  }
  file_.add_axis("scenario", names, {{"long_name", "scenario, in the order of names"}});
  file_.add_growing_axis(
      "run", {{"units", "1"}, {"long_name", "run; one run has the same luck in every scenario"}});
  file_.add_axis("month", month_starts(provenance),
                 {{"units", "days since " + std::to_string(provenance.start_year) + "-04-01"},
                  {"calendar", "standard"},
                  {"standard_name", "time"},
                  {"axis", "T"},
                  {"long_name", "first day of the month"}});
}

void OutcomeWriter::add_series(const Measure& measure, std::size_t column) {
  Series series{
      std::string(measure.name), column, measure.monthly ? months_ : 1, measure.monthly, {}};
  series.block.resize(scenarios_ * runs_per_block * series.length, no_value);
  std::vector<std::string> axes{"scenario", "run"};
  // One scenario's months lie together; single numbers are too small to be split further.
  std::vector<std::size_t> piece{measure.monthly ? 1 : scenarios_, runs_per_block};
  if (measure.monthly) {
    axes.emplace_back("month");
    piece.push_back(months_);
  }
  file_.add_series(
      series.name, axes, piece,
      {{"units", std::string(measure.unit)}, {"long_name", std::string(measure.long_name)}});
  series_.push_back(std::move(series));
}

void OutcomeWriter::add_provenance(const Provenance& provenance) {
  file_.add_group(
      "provenance",
      {{"program", "stepdown"}, {"version", provenance.version}, {"command", provenance.command}});
  file_.add_whole_number("provenance", "seed", provenance.seed);
  std::vector<std::string> titles;
  std::vector<std::string> texts;
  for (const ScenarioText& scenario : provenance.scenarios) {
    titles.push_back(scenario.title);
    texts.push_back(scenario.text);
  }
  file_.add_texts("provenance/scenario_title", titles, {"scenario"});
  file_.add_texts("provenance/scenario_text", texts, {"scenario"});
}

void OutcomeWriter::take(const FinishedRun& run) {
  expects(run.outcomes.size() == scenarios_, "a run has one outcome for each scenario");
  for (std::size_t s = 0; s < scenarios_; ++s) {
    keep(run.outcomes[s], s);
  }
  block_runs_.push_back(run.run);
  if (block_runs_.size() == runs_per_block) {
    flush();
  }
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
  file_.grow(block_runs_);
  for (const Series& series : series_) {
    file_.append(series.name, series.block.data(), runs_per_block);
  }
  block_runs_.clear();
}

void OutcomeWriter::finish(std::span<const FailedRun> failed) {
  flush();
  std::vector<std::string> lines;
  for (const FailedRun& run : failed) {
    lines.push_back("run " + std::to_string(run.run) + " of " + run.scenario + ": " + run.message);
  }
  if (!lines.empty()) {
    file_.add_texts("provenance/failed_run", lines, {});
  }
  file_.finish();
}

}  // namespace stepdown
