#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "model/outcomes/outcomes.h"
#include "scenarios/scenario_source.h"

namespace stepdown {

/// A figure of one year as it was published.
struct YearFigure {
  int year = 0;
  double value = 0;
  std::string source;

  bool operator==(const YearFigure&) const = default;
};

/// A published figure that a world should come near: the measure that stands for it, how near is
/// near enough, and what is known of its history.
struct Target {
  std::string measure;
  std::size_t column = 0;  // in Outcomes::of_run
  double value = 0;
  double tolerance = 0;  // in the unit of the measure
  double weight = 1;
  std::string label;
  std::string source;

  // All in the unit of the measure.
  double error = 0;  // standard deviation of `value` as a thing to fit to
  double observed = std::numeric_limits<double>::quiet_NaN();  // the figure of the last year
  double noise = 0;  // standard deviation of a year's figure around its level
  double drift = 0;  // standard deviation by which the level moves from one year to the next
  int year = 0;      // of the last figure, 0 where unknown
  std::vector<YearFigure> by_year = {};

  bool is_met_by(double simulated) const;
  /// How far off, in tolerances; a figure that the simulation does not have counts as far off.
  double distance(double simulated) const;
};

/// The targets of a file in the order of its lines; throws ScenarioErrors with all that is wrong.
/// A row is a table under the name of a run measure: `value`, `weight` if not 1, `label`, `source`,
/// and one of `tolerance` (a share of the value), `points` (in the measure's own unit) and `error`.
/// A tolerance is read as half of a 90% range: `tolerance` = 1.645 `error`. Of a series of years a
/// row may have `observed`, `noise`, `drift`, `year` and `by_year`, figures with year and source.
std::vector<Target> read_targets(const std::string& path, const std::string& text,
                                 std::span<const Measure> measures = run_measures());

/// The bytes of a target or fit file; throws ScenarioErrors when it cannot be read.
std::string text_of_file(const ScenarioSource& source, const std::string& path);

}  // namespace stepdown
