#include "analysis/study/study_file.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>
#include <utility>

#include "analysis/outcome_axes.h"
#include "analysis/provenance_record.h"
#include "model/contract.h"

namespace stepdown {
namespace {

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

// Runs that are written, and so compressed, together: enough that a piece is worth compressing, few
// enough that series by month stay small in memory.
constexpr std::size_t runs_in_a_piece = 256;

std::vector<std::int64_t> numbers_up_to(std::size_t count) {
  std::vector<std::int64_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), 0);
  return numbers;
}

std::string name_of_world(const ScenarioSelection& selection) {
  const auto stem = [](const std::string& path) { return std::filesystem::path(path).stem(); };
  return selection.member ? stem(selection.member->path).string()
         : selection.fit  ? stem(selection.fit->path).string()
                          : name_of_base_draw;
}

Provenance provenance_of_plan(const StudyPlan& plan, const std::vector<Scenario>& scenarios) {
  Provenance provenance =
      provenance_of({Draw{name_of_world(plan.selection), scenarios}}, plan.seed);
  provenance.version = plan.origin.version;
  provenance.command = plan.command;
  return provenance;
}

}  // namespace

StudyFile::StudyFile(const std::filesystem::path& path, const StudyPlan& plan,
                     const std::vector<Scenario>& scenarios)
    : plan_(plan),
      file_(path,
            attributes_of_outcomes("Outcomes of simulated scenarios at many points, run by run",
                                   plan.origin.version)),
      scenarios_(scenarios.size()),
      points_in_block_(std::max<std::size_t>(1, runs_in_a_piece / plan.runs)),
      runs_in_block_(std::min<std::size_t>(plan.runs, runs_in_a_piece)) {
  points_in_block_ = std::min(points_in_block_, plan_.points.size());
  const Provenance provenance = provenance_of_plan(plan, scenarios);
  months_ = static_cast<std::size_t>(provenance.years) * 12;
  add_axes(provenance);
  add_points();
  add_series();
  add_provenance(file_, provenance, names_of(plan_.varied));
  Attributes of_study{{"verb", plan_.verb}, {"design", plan_.design}};
  for (const auto& [key, value] : plan_.facts) {
    of_study.emplace_back(key, value);
  }
  file_.add_group("provenance/study", of_study);
}

void StudyFile::add_axes(const Provenance& provenance) {
  add_scenario_axis(file_, provenance);
  file_.add_axis("draw", {provenance.draws.front().name},
                 {{"long_name", "world in which all points stand"}});
  file_.add_whole_axis(
      "point", numbers_up_to(plan_.points.size()),
      {{"units", "1"}, {"long_name", "point: one set of values of what is varied"}});
  file_.add_whole_axis(
      "run", numbers_up_to(plan_.runs),
      {{"units", "1"},
       {"long_name",
        "run at a point; one run has the same luck in every scenario, and at every "
        "point of the same luck"}});
  add_month_axis(file_, provenance);
}

void StudyFile::add_points() {
  for (std::size_t i = 0; i < plan_.varied.size(); ++i) {
    const Varied& varied = plan_.varied[i];
    const Parameter& parameter = *varied.parameter;
    const Attributes meaning{{"units", std::string(name_of(parameter.unit))},
                             {"long_name", std::string(parameter.doc.text())}};
    if (parameter.kind == Kind::choice) {
      std::vector<std::string> words;
      for (const StudyPoint& point : plan_.points) {
        words.push_back(varied.written(point.values[i]));
      }
      file_.add_texts(varied.name(), {"point"}, words, {meaning.back()});
      continue;
    }
    std::vector<double> values;
    for (const StudyPoint& point : plan_.points) {
      values.push_back(point.values[i]);
    }
    file_.add_numbers(varied.name(), {"point"}, values, meaning);
  }
  std::vector<double> luck;
  for (const StudyPoint& point : plan_.points) {
    luck.push_back(point.luck);
  }
  file_.add_numbers("luck", {"point"}, luck,
                    {{"units", "1"}, {"long_name", "points of equal luck have the same runs"}});
}

void StudyFile::add_series() {
  const KeptMeasures kept = KeptMeasures::named(plan_.measures);
  std::string inputs = "luck";
  for (const Varied& varied : plan_.varied) {
    inputs += ' ' + varied.name();
  }
  for (const bool monthly : {false, true}) {
    const std::vector<std::size_t>& columns = monthly ? kept.monthly : kept.of_run;
    for (std::size_t column = 0; column < columns.size(); ++column) {
      const Measure& measure = (monthly ? monthly_measures() : run_measures())[columns[column]];
      Series series{std::string(measure.name), column,  columns.size(),
                    monthly ? months_ : 1,     monthly, {}};
      series.block.resize(scenarios_ * points_in_block_ * runs_in_block_ * series.length, no_value);
      std::vector<std::string> axes{"scenario", "point", "run"};
      Extent piece{monthly ? 1 : scenarios_, points_in_block_, runs_in_block_};
      if (monthly) {
        axes.emplace_back("month");
        piece.push_back(months_);
      }
      file_.add_series(series.name, axes, piece,
                       {{"units", std::string(measure.unit)},
                        {"long_name", std::string(measure.long_name)},
                        {"coordinates", inputs}});
      series_.push_back(std::move(series));
    }
  }
}

void StudyFile::take(std::size_t number, const SavedRun& run) {
  expects(run.outcomes.size() == scenarios_, "a run has one outcome for each scenario");
  if (held_ == 0) {
    first_ = number;
  }
  expects(number == first_ + held_, "all runs are taken in the order of their numbers");
  for (Series& series : series_) {
    keep(series, run, held_);
  }
  for (const FailedRun& failed : run.failed) {
    failures_.push_back("run " + std::to_string(run.run) + " at point " + std::to_string(run.draw) +
                        " of " + failed.scenario + ": " + failed.message);
  }
  ++held_;
  const bool ends_the_point = number % plan_.runs + 1 == plan_.runs;
  if (held_ == points_in_block_ * runs_in_block_ || (points_in_block_ == 1 && ends_the_point)) {
    flush();
  }
}

void StudyFile::keep(Series& series, const SavedRun& run, std::size_t place) const {
  for (std::size_t s = 0; s < scenarios_; ++s) {
    double* const to =
        series.block.data() + (s * points_in_block_ * runs_in_block_ + place) * series.length;
    const std::optional<Outcomes>& outcomes = run.outcomes[s];
    if (!outcomes) {
      std::fill_n(to, series.length, no_value);
    } else if (!series.monthly) {
      *to = outcomes->of_run[series.column];
    } else {
      for (std::size_t month = 0; month < months_; ++month) {
        to[month] = outcomes->monthly[month * series.columns + series.column];
      }
    }
  }
}

void StudyFile::flush() {
  if (held_ == 0) {
    return;
  }
  // A block is several whole points, or a part of one.
  const std::size_t whole_points = std::max<std::size_t>(1, held_ / plan_.runs);
  const std::size_t runs = std::min<std::size_t>(held_, plan_.runs);
  for (const Series& series : series_) {
    Extent start{0, first_ / plan_.runs, first_ % plan_.runs};
    Extent count{scenarios_, whole_points, runs};
    Extent held{scenarios_, points_in_block_, runs_in_block_};
    if (series.monthly) {
      start.push_back(0);
      count.push_back(months_);
      held.push_back(months_);
    }
    file_.write(series.name, start, count, held, series.block.data());
  }
  held_ = 0;
}

void StudyFile::finish() {
  flush();
  add_failed_runs(file_, failures_);
  file_.complete_axes();
  file_.finish();
}

}  // namespace stepdown
