#pragma once

#include <string>
#include <vector>

#include "analysis/ensemble_answer.h"
#include "analysis/luck_and_not_knowing.h"
#include "cli/experiment.h"
#include "cli/posterior_worlds.h"

namespace stepdown {

/// Worlds that were run, and what they come to.
struct RunWorlds {
  std::vector<WorldComparison> compared;
  std::vector<MeasureSplit> splits;  // empty for an ensemble: nothing is said of them there
  std::string fitted_by;             // empty: the worlds of an ensemble
};

/// Of an experiment that is complete.
RunWorlds run_worlds(const Experiment& experiment, const WorldsToRun& worlds);

/// "22 worlds", "30 worlds that fit Kent's own figures"
std::string in_words(const RunWorlds& run, const Scenario& first);

}  // namespace stepdown
