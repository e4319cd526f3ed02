#pragma once

#include <vector>

#include "analysis/provenance.h"
#include "cli/experiment_options.h"

namespace CLI {
class App;
}

namespace stepdown {

/// Worlds to run scenarios in and, where they are draws that fit an authority's own figures, the
/// command that found them.
struct WorldsToRun {
  std::vector<Draw> draws;
  std::string fitted_by;
};

/// `--draws FILE.h5`, `--use N` and `--draw N`.
void add_draws_options(CLI::App& verb, DrawsOptions& draws);

/// Reads the file and makes a world of each draw that is to be run, all of them before the first is
/// run, so that a mistake in the last is known at once. Throws UsageError, ScenarioErrors, and what
/// read_posterior throws.
WorldsToRun load_posterior_worlds(const ExperimentOptions& options);

}  // namespace stepdown
