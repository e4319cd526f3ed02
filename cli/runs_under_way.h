#pragma once

#include <atomic>
#include <vector>

#include "analysis/decision/until.h"
#include "analysis/provenance.h"
#include "analysis/run_journal.h"
#include "cli/experiment_options.h"
#include "scenarios/ensemble.h"

namespace stepdown {

/// Makes the runs of an experiment that are not yet in its journal, draw after draw, and saves each
/// as it comes, telling on stderr how far it is. Ends with the last run, when `until` (may be null)
/// has had enough, or when it is asked to stop.
void make_missing_runs(RunJournal& journal, const ExperimentOptions& options,
                       const std::vector<Draw>& draws, RunsUntil* until,
                       const DayZeroMaker& make_world, const std::atomic<bool>& stop);

}  // namespace stepdown
