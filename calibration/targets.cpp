#include "calibration/targets.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "calibration/toml_fields.h"
#include "scenarios/file_beside.h"
#include "scenarios/measure_words.h"
#include "scenarios/text_faults.h"

namespace stepdown {
namespace {

constexpr double largest_figure = 1e12;
// What a figure that does not exist counts for: worse than any honest miss, and finite.
constexpr double far_off = 10;
// Nine in ten of a normal distribution lie within so many standard deviations.
constexpr double half_range_in_errors = 1.645;
constexpr std::array<std::string_view, 3> nearnesses{"tolerance", "points", "error"};
constexpr double first_year = 1900;
constexpr double last_year = 2200;

void read_nearness(TomlFields& fields, const TomlEntry& row, Target& target) {
  const auto given = std::ranges::count_if(
      nearnesses, [&fields](std::string_view key) { return fields.has(key); });
  if (given != 1) {
    fields.refuse(row.at, "[" + row.key + "] needs a tolerance: one, and not two",
                  "write tolerance = 0.10 for ten per cent, points = ... in its own unit, or "
                  "error = ..., a standard deviation");
  }
  const double share = fields.number_or("tolerance", 0, 1e-6, 10);
  const double points = fields.number_or("points", 0, 1e-9, largest_figure);
  const double error = fields.number_or("error", 0, 1e-9, largest_figure);
  target.tolerance = error > 0    ? half_range_in_errors * error
                     : points > 0 ? points
                                  : share * std::abs(target.value);
  target.error = error > 0 ? error : target.tolerance / half_range_in_errors;
  if (target.tolerance == 0 && fields.has("tolerance")) {
    fields.refuse(row.at, "a share of 0 is no tolerance", "write points = ... instead");
  }
}

void read_history(const TextFile& file, TomlFields& fields, Target& target,
                  std::vector<Problem>& problems) {
  target.observed = fields.number_or("observed", target.value, -largest_figure, largest_figure);
  target.noise = fields.number_or("noise", 0, 0, largest_figure);
  target.drift = fields.number_or("drift", 0, 0, largest_figure);
  target.year = static_cast<int>(fields.number_or("year", 0, first_year, last_year));
  for (const TomlEntry& each : fields.rows("by_year")) {
    TomlFields figure(file, each, problems);
    YearFigure read;
    read.year = static_cast<int>(figure.number("year", first_year, last_year));
    read.value = figure.number("value", -largest_figure, largest_figure);
    read.source = figure.text("source");
    if (!target.by_year.empty() && read.year <= target.by_year.back().year) {
      figure.refuse(each.at, "the years of `by_year` do not rise",
                    "put each year once, the earliest first");
    }
    figure.refuse_others();
    target.by_year.push_back(std::move(read));
  }
}

/// A figure in another unit than its own past would be met by nothing, and by anything where the
/// error that goes with it is as wrong.
void compare_with_history(TomlFields& fields, const TomlEntry& row, const Target& target) {
  // A share for a percentage is a hundred times too small; no official series moves so far.
  constexpr double most_times = 30;
  const auto is_far = [&](double other) {
    const double low = std::min(std::abs(other), std::abs(target.value));
    return low > 0 && std::max(std::abs(other), std::abs(target.value)) > most_times * low;
  };
  const bool from_years = !target.by_year.empty() && is_far(target.by_year.back().value);
  if (from_years || is_far(target.observed)) {
    fields.refuse(row.at,
                  "`value` of [" + row.key + "] is far from " +
                      (from_years ? "the figures of its years" : "`observed`"),
                  "write both in the unit of the measure: 22.4 for 22.4%");
  }
}

Target read_target(const TextFile& file, const TomlEntry& row, std::span<const Measure> measures,
                   std::vector<Problem>& problems) {
  TomlFields fields(file, row, problems);
  const auto measure = std::ranges::find(measures, std::string_view(row.key), &Measure::name);
  if (measure == measures.end()) {
    fields.refuse(row.at, "there is no measure `" + row.key + "` with one value a run",
                  advice_on_measure(row.key, measures));
  }
  Target target;
  target.measure = row.key;
  target.column = static_cast<std::size_t>(measure - measures.begin());
  const bool share = measure != measures.end() && is_share(*measure);
  target.value = fields.number("value", share ? 0 : -largest_figure, share ? 100 : largest_figure);
  read_nearness(fields, row, target);
  target.weight = fields.number_or("weight", 1, 0, 1000);
  target.label = fields.text("label");
  target.source = fields.text("source");
  read_history(file, fields, target, problems);
  compare_with_history(fields, row, target);
  fields.refuse_others();
  return target;
}

}  // namespace

bool Target::is_met_by(double simulated) const { return std::abs(distance(simulated)) <= 1; }

double Target::distance(double simulated) const {
  return std::isnan(simulated) ? far_off : (simulated - value) / tolerance;
}

std::vector<Target> read_targets(const std::string& path, const std::string& text,
                                 std::span<const Measure> measures) {
  const TextFile file{path, lines_of(text)};
  std::vector<Problem> problems;
  std::vector<Target> targets;
  const auto rows = read_toml(file, problems);
  for (const TomlEntry& row : rows.value_or(std::vector<TomlEntry>())) {
    if (row.is_table) {
      targets.push_back(read_target(file, row, measures, problems));
    } else {
      problems.push_back(file.problem(Fault::calibration_file, row.at,
                                      "`" + row.key + "` stands outside of a target",
                                      "write [name_of_a_measure] on a line before it"));
    }
  }
  if (problems.empty() && targets.empty()) {
    problems.push_back(file.problem(Fault::calibration_file, {}, "`" + path + "` has no target",
                                    "write [name_of_a_measure] and its value below"));
  }
  if (!problems.empty()) {
    throw ScenarioErrors(std::move(problems));
  }
  return targets;
}

std::string text_of_file(const ScenarioSource& source, const std::string& path) {
  SourceText text = source.read(path);
  if (text.state != SourceText::State::read) {
    Problem problem;
    problem.fault =
        text.state == SourceText::State::not_found ? Fault::file_not_found : Fault::file_unreadable;
    problem.message = "there is no file `" + path + "` that can be read";
    problem.suggestion = advice_on_missing(source, path);
    throw ScenarioErrors({problem});
  }
  return std::move(text.text);
}

}  // namespace stepdown
