#include "scenarios/ensemble.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/partitioner.h>
#include <oneapi/tbb/task_arena.h>

#include "model/replication.h"

namespace stepdown {
namespace {

// Places in the list of scenarios, by warm-up.
using WarmUpGroups = std::vector<std::vector<std::size_t>>;

WarmUpGroups grouped_by_warm_up(std::span<const Scenario* const> scenarios) {
  WarmUpGroups groups;
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    const auto shared = std::ranges::find_if(groups, [&](const auto& group) {
      return share_a_warm_up(*scenarios[group.front()], *scenarios[i]);
    });
    if (shared == groups.end()) {
      groups.push_back({i});
    } else {
      shared->push_back(i);
    }
  }
  return groups;
}

// What a task brings back: the outcomes by scenario, and what went wrong.
struct RunInHand {
  std::uint32_t run = 0;
  std::vector<std::optional<Outcomes>> outcomes;
  std::vector<FailedRun> failed;
};

std::string message_of(const std::exception_ptr& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const std::exception& error) {
    return error.what();
  } catch (...) {
    return "an error of an unknown kind";
  }
}

class RunMaker {
 public:
  RunMaker(std::span<const Scenario* const> scenarios, std::uint64_t seed,
           const DayZeroMaker& make_world)
      : scenarios_(scenarios),
        groups_(grouped_by_warm_up(scenarios)),
        seed_(seed),
        make_world_(make_world) {}

  RunInHand operator()(std::uint32_t run) const {
    RunInHand made;
    made.run = run;
    made.outcomes.resize(scenarios_.size());
    for (const auto& group : groups_) {
      continue_group(group, made);
    }
    std::ranges::sort(made.failed, {}, &FailedRun::scenario);
    return made;
  }

 private:
  void continue_group(const std::vector<std::size_t>& group, RunInHand& made) const {
    DayZero world;
    try {
      world = make_world_(scenarios_[group.front()]->before_day_0(), RunKey{seed_, made.run});
    } catch (...) {
      for (const std::size_t i : group) {
        report(i, made);
      }
      return;
    }
    for (const std::size_t i : group) {
      try {
        made.outcomes[i] = world(scenarios_[i]->from_day_0());
      } catch (...) {
        report(i, made);
      }
    }
  }

  void report(std::size_t scenario, RunInHand& made) const {
    made.failed.push_back(
        {seed_, made.run, scenarios_[scenario]->name(), message_of(std::current_exception())});
  }

  std::span<const Scenario* const> scenarios_;
  WarmUpGroups groups_;
  std::uint64_t seed_;
  const DayZeroMaker& make_world_;
};

// Hands runs over one by one. What the sink throws is kept until all runs in hand are back: thrown
// at once, it would leave them lost in the pipeline.
class Delivery {
 public:
  Delivery(OutcomeSink& sink, ProgressListener& listener, std::size_t total)
      : sink_(sink), listener_(listener), total_(total) {}

  void take(RunInHand made) {
    if (is_refused()) {
      return;
    }
    try {
      const FinishedRun finished{made.run, made.outcomes, made.failed};
      sink_.take(finished);
      std::ranges::move(made.failed, std::back_inserter(report_.failed));
      listener_.run_finished(finished, ++report_.runs, total_);
    } catch (...) {
      thrown_ = std::current_exception();
      is_refused_ = true;
    }
  }

  bool is_refused() const { return is_refused_; }

  EnsembleReport report() {
    if (thrown_) {
      std::rethrow_exception(thrown_);
    }
    report_.stopped = report_.runs < total_;
    return std::move(report_);
  }

 private:
  OutcomeSink& sink_;
  ProgressListener& listener_;
  std::size_t total_;
  EnsembleReport report_;
  std::exception_ptr thrown_;
  std::atomic<bool> is_refused_{false};
};

}  // namespace

DayZeroMaker model_worlds() {
  return [](const ModelParameters& before_day_0, RunKey key) -> DayZero {
    const auto replication = std::make_shared<const Replication>(before_day_0, key);
    return
        [replication](const ModelParameters& from_day_0) { return replication->under(from_day_0); };
  };
}

std::vector<const Scenario*> in_order_of_name(std::span<const Scenario> scenarios) {
  std::vector<const Scenario*> sorted;
  for (const Scenario& scenario : scenarios) {
    sorted.push_back(&scenario);
  }
  std::ranges::sort(sorted, {}, [](const Scenario* scenario) { return scenario->name(); });
  return sorted;
}

EnsembleReport run_ensemble(std::span<const Scenario> scenarios, const EnsemblePlan& plan,
                            OutcomeSink& sink, ProgressListener& listener,
                            const std::atomic<bool>& stop, const DayZeroMaker& make_world) {
  using oneapi::tbb::filter_mode;
  using oneapi::tbb::make_filter;
  const std::vector<const Scenario*> sorted = in_order_of_name(scenarios);
  const RunMaker make_run(sorted, plan.seed, make_world);
  Delivery delivery(sink, listener, plan.runs);
  std::uint32_t begun = 0;

  const auto number_runs = [&](oneapi::tbb::flow_control& flow) -> std::uint32_t {
    if (begun == plan.runs || stop.load() || delivery.is_refused()) {
      flow.stop();
      return 0;
    }
    return plan.first_run + begun++;
  };
  const auto hand_over = [&](RunInHand made) { delivery.take(std::move(made)); };

  const auto threads = static_cast<std::size_t>(std::max(plan.threads, 1));
  // A slow run holds back the hand-over of those after it: some slack keeps the threads busy
  // meanwhile, and its bound keeps memory independent of the number of runs.
  const std::size_t runs_in_hand = 4 * threads;
  const oneapi::tbb::global_control limit(oneapi::tbb::global_control::max_allowed_parallelism,
                                          threads);
  oneapi::tbb::task_arena arena(static_cast<int>(threads));
  arena.execute([&] {
    oneapi::tbb::parallel_pipeline(
        runs_in_hand,
        make_filter<void, std::uint32_t>(filter_mode::serial_in_order, number_runs) &
            make_filter<std::uint32_t, RunInHand>(filter_mode::parallel, std::cref(make_run)) &
            make_filter<RunInHand, void>(filter_mode::serial_in_order, hand_over));
  });
  return delivery.report();
}

void for_each_in_parallel(std::size_t count, int threads,
                          const std::function<void(std::size_t)>& act) {
  using Range = oneapi::tbb::blocked_range<std::size_t>;
  const auto limited = static_cast<std::size_t>(std::max(threads, 1));
  const oneapi::tbb::global_control limit(oneapi::tbb::global_control::max_allowed_parallelism,
                                          limited);
  oneapi::tbb::task_arena arena(static_cast<int>(limited));
  // One number to a task: what is done for each takes seconds, and not equally many.
  arena.execute([&] {
    oneapi::tbb::parallel_for(
        Range(0, count, 1),
        [&](const Range& numbers) {
          for (std::size_t i = numbers.begin(); i != numbers.end(); ++i) {
            act(i);
          }
        },
        oneapi::tbb::simple_partitioner());
  });
}

}  // namespace stepdown
