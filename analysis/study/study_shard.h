#pragma once

#include <atomic>
#include <filesystem>
#include <functional>

#include "analysis/study/study.h"
#include "analysis/study/study_plan.h"
#include "analysis/study/study_runs.h"

namespace stepdown {

/// How a shard of a study ended: how many runs were made now, how many of these failed under some
/// scenario, and whether it was asked to stop before the last.
struct ShardReport {
  std::size_t made = 0;
  std::size_t failed = 0;
  bool stopped = false;
};

/// What is told of each run once it is saved.
using NoteStudyRun = std::function<void(std::size_t number, const MadeRun& made)>;

/// Makes the runs of a shard that are not among those known, and saves each in the plan's folder as
/// it finishes: whatever ends the program takes only the runs in hand with it. Errors of writing
/// are std::system_error.
ShardReport run_shard(const Study& study, const StudyPlan& plan,
                      const std::filesystem::path& folder, Shard shard, const StudyRuns& known,
                      int threads, const NoteStudyRun& note, const std::atomic<bool>& stop,
                      const DayZeroMaker& make_world = model_worlds());

}  // namespace stepdown
