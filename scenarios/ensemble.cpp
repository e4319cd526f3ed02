#include "scenarios/ensemble.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include "model/replication.h"
#include "scenarios/first_thrown.h"
#include "scenarios/told_order.h"

namespace stepdown {
namespace {

using oneapi::tbb::filter_mode;
using oneapi::tbb::make_filter;

std::string message_of(const std::exception_ptr& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const std::exception& error) {
    return error.what();
  } catch (...) {
    return "an error of an unknown kind";
  }
}

FailedRun failed_run(const PlanOfRun& plan, RunKey key) {
  return {key.seed, key.run, plan.name, message_of(std::current_exception())};
}

// The plans whose warm-up is that of the plan numbered `first`.
void continue_warm_up(std::span<const PlanOfRun> plans, std::size_t first, RunKey key,
                      const DayZeroMaker& make_world, MadeRun& made) {
  const auto each_plan = [&](const auto& act) {
    for (std::size_t i = first; i < plans.size(); ++i) {
      if (plans[i].warm_up == first) {
        act(i);
      }
    }
  };
  DayZero world;
  try {
    world = make_world(plans[first].before_day_0, key);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (...) {
    each_plan([&](std::size_t i) { made.failed.push_back(failed_run(plans[i], key)); });
    return;
  }
  each_plan([&](std::size_t i) {
    try {
      made.outcomes[i] = world(plans[i].from_day_0, plans[i].until_policy);
    } catch (const std::bad_alloc&) {
      throw;
    } catch (...) {
      made.failed.push_back(failed_run(plans[i], key));
    }
  });
}

// Has runs made and hands them over one by one. What is thrown is kept until all runs in hand are
// back: thrown at once, it would leave them lost in the pipeline.
class Delivery {
 public:
  Delivery(const std::function<MadeRun(std::size_t)>& make,
           const std::function<void(std::size_t, MadeRun)>& take)
      : make_(make), take_(take) {}

  MadeRun made(std::size_t number) {
    if (thrown_.is_in_vain(number)) {
      return {};
    }
    try {
      return make_(number);
    } catch (...) {
      thrown_.keep(number);
      return {};
    }
  }

  void hand_over(MadeRun made) {
    const std::size_t number = number_++;
    if (thrown_.is_in_vain(number)) {
      return;
    }
    try {
      take_(number, std::move(made));
    } catch (...) {
      thrown_.keep(number);
    }
  }

  bool is_refused() const { return thrown_.is_any(); }

  void conclude() const { thrown_.rethrow(); }

 private:
  const std::function<MadeRun(std::size_t)>& make_;
  const std::function<void(std::size_t, MadeRun)>& take_;
  std::size_t number_ = 0;
  FirstThrown thrown_;
};

// Numbers handed out one after another, until there are no more.
class Numbering {
 public:
  explicit Numbering(std::size_t count) : count_(count) { told_.done(); }

  std::size_t next(oneapi::tbb::flow_control& flow, bool is_over) {
    told_.after();
    const std::size_t number = next_;
    if (is_over || number == count_) {
      flow.stop();
    } else {
      ++next_;
    }
    told_.done();
    return number;
  }

  /// What came before a number was handed out came before what is done with it.
  void after() { told_.after(); }

 private:
  std::size_t count_;
  std::size_t next_ = 0;
  ToldOrder told_;
};

// TBB tells of a thread that could not begin by nothing but the words of its message.
void on_threads(std::size_t limited, const std::function<void()>& act) {
  const oneapi::tbb::global_control limit(oneapi::tbb::global_control::max_allowed_parallelism,
                                          limited);
  oneapi::tbb::task_arena arena(static_cast<int>(limited));
  try {
    arena.execute(act);
  } catch (const std::runtime_error& error) {
    if (std::string_view(error.what()).starts_with("pthread_create")) {
      throw NoMoreThreads();
    }
    throw;
  }
}

}  // namespace

DayZeroMaker model_worlds() {
  return [](const ModelParameters& before_day_0, RunKey key) -> DayZero {
    const auto replication = std::make_shared<const Replication>(before_day_0, key);
    return [replication](const ModelParameters& from_day_0, const ModelParameters& until_policy) {
      return replication->under(from_day_0, until_policy);
    };
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

std::vector<PlanOfRun> plans_of_runs(std::span<const Scenario* const> scenarios) {
  std::vector<PlanOfRun> plans;
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    const auto first = std::ranges::find_if(
        scenarios, [&](const Scenario* other) { return share_a_warm_up(*other, *scenarios[i]); });
    plans.push_back({scenarios[i]->name(), static_cast<std::size_t>(first - scenarios.begin()),
                     scenarios[i]->before_day_0(), scenarios[i]->until_policy(),
                     scenarios[i]->from_day_0()});
  }
  return plans;
}

MadeRun made_run(std::span<const PlanOfRun> plans, RunKey key, const DayZeroMaker& make_world) {
  MadeRun made;
  made.run = key.run;
  made.outcomes.resize(plans.size());
  for (std::size_t first = 0; first < plans.size(); ++first) {
    if (plans[first].warm_up == first) {
      continue_warm_up(plans, first, key, make_world, made);
    }
  }
  std::ranges::sort(made.failed, {}, &FailedRun::scenario);
  return made;
}

void make_in_order(std::size_t count, int threads, const std::function<MadeRun(std::size_t)>& make,
                   const std::function<void(std::size_t, MadeRun)>& take,
                   const std::atomic<bool>& stop) {
  const auto limited = static_cast<std::size_t>(std::max(threads, 1));
  // A slow run holds back the hand-over of those after it: some slack keeps the threads busy
  // meanwhile, and its bound keeps memory independent of the number of runs.
  std::vector<MadeRun> in_hand(4 * limited);
  const auto place_of = [&](std::size_t number) -> MadeRun& {
    return in_hand[number % in_hand.size()];
  };
  Delivery delivery(make, take);
  ToldOrder run_made;
  ToldOrder handed_over;
  Numbering numbers(count);

  const auto number_runs = [&](oneapi::tbb::flow_control& flow) {
    numbers.after();
    handed_over.after();
    return numbers.next(flow, stop.load() || delivery.is_refused());
  };
  const auto make_one = [&](std::size_t number) {
    numbers.after();
    place_of(number) = delivery.made(number);
    run_made.done();
    return number;
  };
  const auto hand_over = [&](std::size_t number) {
    run_made.after();
    handed_over.after();
    delivery.hand_over(std::move(place_of(number)));
    handed_over.done();
  };

  on_threads(limited, [&] {
    oneapi::tbb::parallel_pipeline(
        in_hand.size(),
        make_filter<void, std::size_t>(filter_mode::serial_in_order, number_runs) &
            make_filter<std::size_t, std::size_t>(filter_mode::parallel, make_one) &
            make_filter<std::size_t, void>(filter_mode::serial_in_order, hand_over));
  });
  numbers.after();
  run_made.after();
  handed_over.after();
  delivery.conclude();
}

EnsembleReport run_ensemble(std::span<const Scenario> scenarios, const EnsemblePlan& plan,
                            OutcomeSink& sink, ProgressListener& listener,
                            const std::atomic<bool>& stop, const DayZeroMaker& make_world) {
  const std::vector<PlanOfRun> plans = plans_of_runs(in_order_of_name(scenarios));
  EnsembleReport report;
  make_in_order(
      plan.runs, plan.threads,
      [&](std::size_t number) {
        const auto run = plan.first_run + static_cast<std::uint32_t>(number);
        return made_run(plans, RunKey{plan.seed, run}, make_world);
      },
      [&](std::size_t, MadeRun made) {
        sink.take(made.finished());
        listener.run_finished(made.finished(), ++report.runs, plan.runs);
        std::ranges::move(made.failed, std::back_inserter(report.failed));
      },
      stop);
  report.stopped = report.runs < plan.runs;
  return report;
}

void for_each_in_parallel(std::size_t count, int threads,
                          const std::function<void(std::size_t)>& act) {
  const auto limited = static_cast<std::size_t>(std::max(threads, 1));
  FirstThrown thrown;
  ToldOrder acted;
  Numbering numbers(count);
  const auto number_next = [&](oneapi::tbb::flow_control& flow) {
    numbers.after();
    return numbers.next(flow, thrown.is_any());
  };
  const auto act_on = [&](std::size_t number) {
    numbers.after();
    try {
      act(number);
    } catch (...) {
      thrown.keep(number);
    }
    acted.done();
  };

  on_threads(limited, [&] {
    oneapi::tbb::parallel_pipeline(
        limited, make_filter<void, std::size_t>(filter_mode::serial_in_order, number_next) &
                     make_filter<std::size_t, void>(filter_mode::parallel, act_on));
  });
  numbers.after();
  acted.after();
  thrown.rethrow();
}

}  // namespace stepdown
