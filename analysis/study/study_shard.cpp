#include "analysis/study/study_shard.h"

#include <chrono>

#include "analysis/run_journal.h"

namespace stepdown {

ShardReport run_shard(const Study& study, const StudyPlan& plan,
                      const std::filesystem::path& folder, Shard shard, const StudyRuns& known,
                      int threads, const NoteStudyRun& note, const std::atomic<bool>& stop,
                      const DayZeroMaker& make_world) {
  using Clock = std::chrono::steady_clock;
  // After a power cut no more than the work of some seconds is done again.
  constexpr std::chrono::seconds pause(5);

  ShardReport report;
  const std::vector<RunStretch> missing = known.missing_in(shard.range(plan.runs_in_all()));
  if (missing.empty()) {
    return report;
  }
  RunJournal journal(shard.journal(folder), inputs_of(plan));
  Clock::time_point last_sync = Clock::now();
  const auto save = [&](std::size_t number, const MadeRun& made) {
    const auto run = static_cast<std::uint32_t>(number % plan.runs);
    journal.append(static_cast<std::uint32_t>(number / plan.runs),
                   {run, made.outcomes, made.failed});
    ++report.made;
    report.failed += made.failed.empty() ? 0 : 1;
    if (const auto now = Clock::now(); now - last_sync >= pause) {
      journal.sync();
      last_sync = now;
    }
    note(number, made);
  };
  std::size_t wanted = 0;
  for (const RunStretch& range : missing) {
    wanted += range.size();
    run_study(study, plan.points, range.first, range.end, threads, save, stop, make_world);
  }
  journal.sync();
  report.stopped = report.made < wanted;
  return report;
}

}  // namespace stepdown
