#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "calibration/fit_plan.h"
#include "calibration/trial_world.h"

namespace stepdown {

/// Values by the full names of their parameters.
using FittedValues = std::map<std::string, double>;

/// How far a fit has come: the values of the best point so far, what the targets' measures come to
/// there, and the sum of squares of their weighed distances.
struct FitProgress {
  int iteration = 0;
  double misfit = 0;
  FittedValues values;
  std::vector<double> means;
};

/// Moves the free numbers of a world towards its targets; `told` hears of the start and of every
/// better point, and the last of them is returned. With known slopes they are corrected on the way
/// instead of measured anew.
FitProgress fit(const TrialWorld& world, const FitPlan& plan, int iterations,
                const std::function<void(const FitProgress&)>& told, const Columns& slopes = {});

/// One paragraph about a point for a person who waits: misfit, targets met, and the worst ones.
std::string told_in_words(const FitProgress& progress, const std::vector<Target>& targets);

}  // namespace stepdown
