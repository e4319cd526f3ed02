#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/outcomes/outcomes.h"
#include "model/parameters/model_parameters.h"
#include "model/random.h"
#include "scenarios/outcome_sink.h"
#include "scenarios/progress.h"
#include "scenarios/scenario.h"

namespace stepdown {

/// How often, with which luck and on how many threads; the results depend on all but the last.
struct EnsemblePlan {
  std::uint64_t seed = 1;
  std::uint32_t first_run = 0;
  std::uint32_t runs = 100;
  int threads = 1;
};

/// How an ensemble ended: runs handed to the sink (failed ones too), those that failed, and whether
/// it was asked to stop before the last.
struct EnsembleReport {
  std::size_t runs = 0;
  std::vector<FailedRun> failed;
  bool stopped = false;
};

/// The system lets no more threads begin: for want of memory, or by a limit of its own.
struct NoMoreThreads : std::bad_alloc {
  const char* what() const noexcept override { return "the system lets no more threads begin"; }
};

/// A world at the end of its warm-up, waiting to be continued under decisions taken on day 0.
using DayZero =
    std::function<Outcomes(const ModelParameters& from_day_0, const ModelParameters& until_policy)>;

/// What makes worlds of parameters and luck; called from several threads at once.
using DayZeroMaker = std::function<DayZero(const ModelParameters& before_day_0, RunKey key)>;

/// The model itself.
DayZeroMaker model_worlds();

/// The scenarios in the order of their names, as results are stored.
std::vector<const Scenario*> in_order_of_name(std::span<const Scenario> scenarios);

/// Runs every scenario with the luck of each run: scenarios that share their world before day 0
/// share its warm-up. What the sink gets depends neither on the threads nor on the order of
/// `scenarios`, and no more than a few runs are held at a time. A run that throws is reported and
/// the others go on, but for want of memory: that says nothing of the run, and is thrown. Once
/// `stop` is true no run is begun, and those in hand are finished.
EnsembleReport run_ensemble(std::span<const Scenario> scenarios, const EnsemblePlan& plan,
                            OutcomeSink& sink, ProgressListener& listener,
                            const std::atomic<bool>& stop,
                            const DayZeroMaker& make_world = model_worlds());

/// A run that was made: its outcomes by scenario, and what went wrong.
struct MadeRun {
  std::uint32_t run = 0;
  std::vector<std::optional<Outcomes>> outcomes = {};
  std::vector<FailedRun> failed = {};
  FinishedRun finished() const { return {run, outcomes, failed}; }
};

/// A plan as a run needs it: the world of the warm-up, what holds from day 0, and what until then
/// if the policy begins later. Plans of the same `warm_up` share it.
struct PlanOfRun {
  std::string name;
  std::size_t warm_up = 0;  // the first plan with the same world before day 0
  ModelParameters before_day_0;
  ModelParameters until_policy;
  ModelParameters from_day_0;
};

/// The scenarios as plans, in the order given.
std::vector<PlanOfRun> plans_of_runs(std::span<const Scenario* const> scenarios);

/// Every plan with the same luck; a plan that throws is reported among `failed`.
MadeRun made_run(std::span<const PlanOfRun> plans, RunKey key, const DayZeroMaker& make_world);

/// Makes the runs numbered from 0 up to `count` on so many threads and hands them over one by one
/// in their order, holding no more than a few. What is thrown ends it once those in hand are back:
/// all before the first that threw are handed over, on however many threads. Once `stop` is true
/// none is begun.
void make_in_order(std::size_t count, int threads, const std::function<MadeRun(std::size_t)>& make,
                   const std::function<void(std::size_t, MadeRun)>& take,
                   const std::atomic<bool>& stop);

/// Does something for each number from 0 up to `count`, on so many threads, in no order. What is
/// thrown ends it, and is that of the lowest number that throws. Whoever is called writes to a
/// place of its own.
void for_each_in_parallel(std::size_t count, int threads,
                          const std::function<void(std::size_t)>& act);

}  // namespace stepdown
