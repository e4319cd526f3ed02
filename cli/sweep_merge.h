#pragma once

#include <filesystem>
#include <vector>

#include "analysis/study/study_runs.h"
#include "cli/study_work.h"

namespace stepdown {

/// What a merge came to.
struct MergedSweep {
  std::vector<std::filesystem::path> files;
  std::size_t failed = 0;  // runs that failed under some scenario
};

/// Writes all runs of a plan, from whatever shards they came, as sweep.h5 and sweep.csv into its
/// folder: the same bytes for any sharding. Only of a plan of which no run is missing.
MergedSweep merge_sweep(const OpenedPlan& opened, const StudyRuns& runs,
                        const WorkOptions& options);

/// Says on stderr which runs are missing, and the command that makes them.
void tell_missing(const std::filesystem::path& folder, const StudyPlan& plan,
                  const StudyRuns& runs);

}  // namespace stepdown
