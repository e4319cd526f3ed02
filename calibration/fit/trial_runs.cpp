#include "calibration/fit/trial_runs.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <memory>
#include <new>
#include <optional>
#include <utility>

#include "calibration/abc/abc_journal.h"

namespace stepdown {
namespace {

// Runs between two writings, for each thread.
constexpr std::size_t batch_for_each_thread = 8;

}  // namespace

TrialRuns::TrialRuns(const AuthoritySpace& space, const Emulator& emulator,
                     std::vector<Target> targets, const DayZeroMaker& make_world)
    : space_(space), targets_(std::move(targets)), make_world_(make_world) {
  std::ranges::transform(targets_, std::back_inserter(scales_), [&](const Target& target) {
    return emulator.find(target.measure)->scale;
  });
}

std::vector<double> TrialRuns::figures(const Point& free, RunKey key) const {
  const ModelParameters world = space_.world(free);
  const Outcomes outcomes = make_world_(world, key)(world, world);
  std::vector<double> made;
  std::ranges::transform(targets_, std::back_inserter(made),
                         [&](const Target& target) { return outcomes.of_run.at(target.column); });
  return made;
}

std::vector<double> TrialRuns::on_scales(const std::vector<double>& figures) const {
  std::vector<double> made;
  for (std::size_t t = 0; t < figures.size(); ++t) {
    made.push_back(std::isnan(figures[t]) ? figures[t] : scales_[t].on(figures[t]));
  }
  return made;
}

std::vector<double> TrialRuns::from_scales(const std::vector<double>& places) const {
  std::vector<double> made;
  for (std::size_t t = 0; t < places.size(); ++t) {
    made.push_back(scales_[t].from(places[t]));
  }
  return made;
}

TriedFigures try_each(const TrialRuns& runs, const std::vector<Point>& points, std::uint64_t seed,
                      int threads, const std::string& journal, const std::string& inputs,
                      const std::function<void(std::size_t done)>& told,
                      const std::atomic<bool>& stop) {
  std::unique_ptr<AbcJournalFile> saved;
  if (!journal.empty()) {
    saved = std::make_unique<AbcJournalFile>(journal, inputs);
  }
  TriedFigures made;
  made.figures.resize(points.size());
  const std::size_t batch = batch_for_each_thread * static_cast<std::size_t>(threads);
  std::atomic<std::size_t> failed{0};
  std::size_t done = 0;
  for (; done < points.size() && !stop; done = std::min(done + batch, points.size())) {
    const std::size_t count = std::min(batch, points.size() - done);
    for_each_in_parallel(count, threads, [&](std::size_t i) {
      const auto run = static_cast<std::uint32_t>(done + i);
      const SimulationOutcome* const known = saved ? saved->find(0, run) : nullptr;
      SimulationOutcome outcome;
      if (known) {
        outcome = *known;
      } else {
        try {
          outcome.summaries = runs.figures(points[run], {seed, run});
        } catch (const std::bad_alloc&) {
          throw;  // says something of this hour and nothing of the point
        } catch (const std::exception& error) {
          outcome.failure = error.what();
        }
        if (saved) {
          saved->add(0, run, outcome);
        }
      }
      failed += outcome.failure.empty() ? 0 : 1;
      made.figures[run] = outcome.summaries;
    });
    if (saved) {
      saved->sync();
    }
    told(done + count);
  }
  made.failed = failed;
  made.is_whole = done >= points.size();
  return made;
}

}  // namespace stepdown
