#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/parameters/parameter.h"
#include "scenarios/scenario.h"

namespace stepdown {

/// A setting that a study moves: anywhere between two values, or through values that were named.
struct Varied {
  const Parameter* parameter = nullptr;
  Bounds range{0, 1};
  std::vector<double> values = {};  // those named, in their order; of a choice its places

  std::string name() const { return std::string(parameter->name); }
  bool is_range() const { return values.empty(); }
  /// The value at a place from 0 to 1: linearly between the ends of the range, whole numbers
  /// equally often each; of named values each over an equal stretch.
  double at(double place) const;
  /// As `Parameter::set` takes it.
  Value as_value(double number) const;
  /// As it would be typed after `--set name=`.
  std::string written(double number) const;
};

/// Their names, in their order.
std::vector<std::string> names_of(std::span<const Varied> varied);

/// What was typed of settings to move: "name" (its bounds, if it is an uncertainty),
/// "name=0.5..2", or "name=1,2,5". Throws ScenarioErrors with all that is wrong: no such setting,
/// one that may not move (a list), an empty range, values beyond the bounds, a name twice, and what
/// means nothing under any of the scenarios because its option has another answer.
std::vector<Varied> read_varied(std::span<const std::string> typed,
                                std::span<const Scenario> scenarios);

/// Of each range of an uncertainty in which none of the scenarios stands by itself, a sentence that
/// says so: what a study of it says need not hold for them.
std::vector<std::string> ranges_beside(std::span<const Varied> varied,
                                       std::span<const Scenario> scenarios);

/// Of each varied setting that a scenario decides otherwise than the first, a sentence that says
/// where it does, and that nothing comes of it: every point has one value for all.
std::vector<std::string> decisions_overwritten(std::span<const Varied> varied,
                                               std::span<const Scenario> scenarios);

}  // namespace stepdown
