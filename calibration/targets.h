#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "model/outcomes/outcomes.h"
#include "scenarios/scenario_source.h"

namespace stepdown {

/// A published figure that the base should come near: the measure that stands for it, and how near
/// is near enough.
struct Target {
  std::string measure;
  std::size_t column = 0;  // in Outcomes::of_run
  double value = 0;
  double tolerance = 0;  // in the unit of the measure
  double weight = 1;
  std::string label;
  std::string source;

  bool is_met_by(double simulated) const;
  /// How far off, in tolerances; a figure that the simulation does not have counts as far off.
  double distance(double simulated) const;
};

/// The targets of a file in the order of its lines; throws ScenarioErrors with all that is wrong.
/// A row is a table under the name of a run measure: `value`, `tolerance` (a share of the value) or
/// `points` (in the measure's own unit), `weight` if not 1, `label`, `source`.
std::vector<Target> read_targets(const std::string& path, const std::string& text,
                                 std::span<const Measure> measures = run_measures());

/// The bytes of a target or fit file; throws ScenarioErrors when it cannot be read.
std::string text_of_file(const ScenarioSource& source, const std::string& path);

}  // namespace stepdown
