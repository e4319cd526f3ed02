#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "analysis/decision/objective.h"

namespace stepdown {

/// Numbers at several points (values of a setting, or worlds): a row for each point, in it one for
/// each run; NaN where there is none.
using ByPoint = std::vector<std::vector<double>>;

/// By number of the run, the mean over the points. Where a run of the same number has the same luck
/// at every point, it is seen once, at however many points.
std::vector<double> mean_of_each_run(const ByPoint& values);
/// By point, the mean over its runs. Where points are worlds, a world is seen once, in however many
/// runs.
std::vector<double> mean_of_each_point(const ByPoint& values);

/// How a policy stands under a measure after the first, of which there may be several: whether it
/// is surely worse, at 95% for all of them together, and that in words.
struct FurtherMeasure {
  bool is_worse = false;
  std::string words;
};

/// `differences` are one for each independent observation: what `mean_of_each_run` or
/// `mean_of_each_point` gives.
FurtherMeasure judged_further(const Objective& objective, std::span<const double> differences,
                              std::size_t measures, const std::string& policy);

}  // namespace stepdown
