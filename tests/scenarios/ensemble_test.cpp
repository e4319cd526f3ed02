#include "scenarios/ensemble.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StrEq;
using ::testing::ThrowsMessage;

constexpr auto number_of_scenario = &WorkforceParameters::additional_social_workers;

Scenario scenario(const std::string& name, int number, int children = 1000) {
  ScenarioParts parts;
  parts.name = name;
  parts.before_day_0 = initial_parameters();
  parts.before_day_0.population.children = children;
  parts.from_day_0 = parts.before_day_0;
  parts.from_day_0.workforce.*number_of_scenario = number;
  return Scenario(std::move(parts));
}

std::vector<Scenario> three_scenarios() {
  return {scenario("c", 3), scenario("a", 1), scenario("b", 2)};
}

// A world whose only outcome tells which run and scenario it belongs to; runs take a while each,
// the longer the earlier, so that threads would hand them over in the wrong order.
struct Tracer {
  std::atomic<int> warm_ups{0};
  std::uint32_t slow_runs = 0;

  DayZeroMaker maker() {
    return [this](const ModelParameters&, RunKey key) -> DayZero {
      ++warm_ups;
      if (key.run < slow_runs) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5 * (slow_runs - key.run)));
      }
      return [key](const ModelParameters& from_day_0, const ModelParameters&) {
        return Outcomes{{1e6 * static_cast<double>(key.seed) + 1000.0 * key.run +
                         static_cast<double>(from_day_0.workforce.*number_of_scenario)},
                        {},
                        0};
      };
    };
  }
};

struct Collector : OutcomeSink {
  std::vector<std::uint32_t> runs;
  std::vector<std::vector<double>> values;  // runs x scenarios; -1 where a run failed

  void take(const FinishedRun& run) override {
    runs.push_back(run.run);
    std::vector<double> row;
    for (const auto& outcomes : run.outcomes) {
      row.push_back(outcomes ? outcomes->of_run.front() : -1);
    }
    values.push_back(row);
  }
};

struct Counter : ProgressListener {
  std::vector<std::pair<std::size_t, std::size_t>> told;
  void run_finished(const FinishedRun&, std::size_t done, std::size_t total) override {
    told.emplace_back(done, total);
  }
};

const std::atomic<bool> never{false};

TEST(Ensemble, hands_over_runs_in_order_with_scenarios_by_name) {
  Tracer tracer;
  Collector collector;
  Counter counter;
  const EnsemblePlan plan{.seed = 7, .first_run = 0, .runs = 3, .threads = 1};
  run_ensemble(three_scenarios(), plan, collector, counter, never, tracer.maker());
  EXPECT_THAT(collector.values, ElementsAre(ElementsAre(7000001, 7000002, 7000003),
                                            ElementsAre(7001001, 7001002, 7001003),
                                            ElementsAre(7002001, 7002002, 7002003)));
}

TEST(Ensemble, gives_the_same_for_any_number_of_threads_and_order_of_scenarios) {
  Tracer tracer;
  Counter counter;
  Collector alone;
  const EnsemblePlan plan{.seed = 1, .first_run = 0, .runs = 40, .threads = 1};
  run_ensemble(three_scenarios(), plan, alone, counter, never, tracer.maker());
  for (const int threads : {2, 8}) {
    Tracer uneven;
    uneven.slow_runs = 6;
    Collector together;
    EnsemblePlan parallel = plan;
    parallel.threads = threads;
    std::vector<Scenario> turned = three_scenarios();
    std::ranges::reverse(turned);
    run_ensemble(turned, parallel, together, counter, never, uneven.maker());
    EXPECT_EQ(together.runs, alone.runs) << threads;
    EXPECT_EQ(together.values, alone.values) << threads;
  }
}

TEST(Ensemble, warms_up_once_for_scenarios_that_share_their_past) {
  Tracer tracer;
  Collector collector;
  Counter counter;
  const EnsemblePlan plan{.seed = 1, .first_run = 0, .runs = 5, .threads = 2};
  run_ensemble(three_scenarios(), plan, collector, counter, never, tracer.maker());
  EXPECT_EQ(tracer.warm_ups, 5);
}

TEST(Ensemble, warms_up_again_for_another_past) {
  Tracer tracer;
  Collector collector;
  Counter counter;
  const std::vector<Scenario> scenarios{scenario("a", 1), scenario("b", 2, 2000), scenario("c", 3)};
  const EnsemblePlan plan{.seed = 1, .first_run = 0, .runs = 1, .threads = 1};
  run_ensemble(scenarios, plan, collector, counter, never, tracer.maker());
  EXPECT_EQ(tracer.warm_ups, 2);
  EXPECT_THAT(collector.values, ElementsAre(ElementsAre(1000001, 1000002, 1000003)));
}

TEST(Ensemble, begins_with_the_first_run_asked_for) {
  Tracer tracer;
  Collector collector;
  Counter counter;
  const EnsemblePlan plan{.seed = 1, .first_run = 37, .runs = 2, .threads = 2};
  run_ensemble(three_scenarios(), plan, collector, counter, never, tracer.maker());
  EXPECT_THAT(collector.runs, ElementsAre(37, 38));
}

TEST(Ensemble, tells_of_every_run) {
  Tracer tracer;
  Collector collector;
  Counter counter;
  const EnsemblePlan plan{.seed = 1, .first_run = 0, .runs = 3, .threads = 4};
  run_ensemble(three_scenarios(), plan, collector, counter, never, tracer.maker());
  EXPECT_THAT(counter.told, ElementsAre(std::pair(1, 3), std::pair(2, 3), std::pair(3, 3)));
}

TEST(Ensemble, reports_a_failed_run_and_goes_on) {
  Tracer tracer;
  const DayZeroMaker sound = tracer.maker();
  const DayZeroMaker breaks = [&](const ModelParameters& before, RunKey key) -> DayZero {
    const DayZero world = sound(before, key);
    return [world, key](const ModelParameters& from_day_0, const ModelParameters& until_policy) {
      if (key.run == 1 && from_day_0.workforce.*number_of_scenario == 2) {
        throw std::runtime_error("accounts lost");
      }
      return world(from_day_0, until_policy);
    };
  };
  Collector collector;
  Counter counter;
  const EnsemblePlan plan{.seed = 1, .first_run = 0, .runs = 3, .threads = 2};
  const EnsembleReport report =
      run_ensemble(three_scenarios(), plan, collector, counter, never, breaks);
  EXPECT_THAT(report.failed, ElementsAre(FailedRun{1, 1, "b", "accounts lost"}));
  EXPECT_EQ(report.runs, 3U);
  EXPECT_THAT(collector.values[1], ElementsAre(1001001, -1, 1001003));
  EXPECT_THAT(collector.values[2], ElementsAre(1002001, 1002002, 1002003));
}

TEST(Ensemble, reports_every_scenario_of_a_failed_warm_up) {
  const DayZeroMaker breaks = [](const ModelParameters&, RunKey) -> DayZero {
    throw std::runtime_error("no past");
  };
  Collector collector;
  Counter counter;
  const EnsemblePlan plan{.seed = 1, .first_run = 0, .runs = 2, .threads = 1};
  const EnsembleReport report =
      run_ensemble(three_scenarios(), plan, collector, counter, never, breaks);
  EXPECT_THAT(report.failed, SizeIs(6));
  EXPECT_EQ(report.failed.front(), (FailedRun{1, 0, "a", "no past"}));
}

// Whoever goes on later with more memory would else find it failed for good.
TEST(Ensemble, does_not_call_a_run_failed_for_want_of_memory) {
  Tracer tracer;
  const DayZeroMaker sound = tracer.maker();
  for (const bool in_warm_up : {true, false}) {
    const DayZeroMaker starves = [&](const ModelParameters& before, RunKey key) -> DayZero {
      if (key.run == 3 && in_warm_up) {
        throw std::bad_alloc();
      }
      const DayZero world = sound(before, key);
      return [=](const ModelParameters& from_day_0, const ModelParameters& until_policy) {
        return key.run == 3 ? throw std::bad_alloc() : world(from_day_0, until_policy);
      };
    };
    Collector collector;
    Counter counter;
    const EnsemblePlan plan{.seed = 1, .first_run = 0, .runs = 100'000, .threads = 2};
    EXPECT_THROW(run_ensemble(three_scenarios(), plan, collector, counter, never, starves),
                 std::bad_alloc);
    EXPECT_LE(collector.runs.size(), 3U);
  }
}

TEST(Ensemble, asked_to_stop_finishes_the_runs_in_hand_and_no_others) {
  std::atomic<bool> stop{false};
  Tracer tracer;
  const DayZeroMaker sound = tracer.maker();
  const DayZeroMaker stops = [&](const ModelParameters& before, RunKey key) {
    if (key.run == 20) {
      stop = true;
    }
    return sound(before, key);
  };
  Collector collector;
  Counter counter;
  const EnsemblePlan plan{.seed = 1, .first_run = 0, .runs = 1000, .threads = 2};
  const EnsembleReport report =
      run_ensemble(three_scenarios(), plan, collector, counter, stop, stops);
  EXPECT_TRUE(report.stopped);
  EXPECT_GE(report.runs, 21U);
  EXPECT_LE(report.runs, 40U);
  EXPECT_EQ(collector.runs.size(), report.runs);
  for (std::uint32_t i = 0; i < report.runs; ++i) {
    EXPECT_EQ(collector.runs[i], i);
  }
}

TEST(Ensemble, asked_to_stop_before_the_first_run_runs_nothing) {
  const std::atomic<bool> stop{true};
  Tracer tracer;
  Collector collector;
  Counter counter;
  const EnsembleReport report =
      run_ensemble(three_scenarios(), {.runs = 10}, collector, counter, stop, tracer.maker());
  EXPECT_TRUE(report.stopped);
  EXPECT_EQ(report.runs, 0U);
  EXPECT_THAT(collector.runs, IsEmpty());
}

TEST(Ensemble, ends_when_the_sink_cannot_take_more) {
  struct FullDisk : OutcomeSink {
    void take(const FinishedRun& run) override {
      if (run.run == 3) {
        throw std::runtime_error("the disk is full");
      }
    }
  };
  Tracer tracer;
  FullDisk sink;
  Counter counter;
  const EnsemblePlan plan{.seed = 1, .first_run = 0, .runs = 100'000, .threads = 2};
  EXPECT_THROW(run_ensemble(three_scenarios(), plan, sink, counter, never, tracer.maker()),
               std::runtime_error);
  EXPECT_LT(tracer.warm_ups, 1000);
}

TEST(Ensemble, holds_few_runs_at_a_time_behind_a_slow_one) {
  // Run 0 waits until no further run is begun: if the number held grew with the number of runs, it
  // would see all of them.
  std::atomic<int> begun{0};
  int seen_by_the_first = 0;
  const DayZeroMaker slow_first = [&](const ModelParameters&, RunKey key) -> DayZero {
    ++begun;
    if (key.run == 0) {
      for (int before = -1; before != begun;) {
        before = begun;
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
      }
      seen_by_the_first = begun;
    }
    return [](const ModelParameters&, const ModelParameters&) { return Outcomes{{0.0}, {}, 0}; };
  };
  Collector collector;
  Counter counter;
  const EnsemblePlan plan{.seed = 1, .first_run = 0, .runs = 500, .threads = 2};
  run_ensemble(three_scenarios(), plan, collector, counter, never, slow_first);
  EXPECT_EQ(collector.runs.size(), 500U);
  EXPECT_LE(seen_by_the_first, 8);
}

TEST(ForEachInParallel, meets_every_number_once) {
  for (const int threads : {1, 2, 8}) {
    std::vector<int> met(100, 0);
    for_each_in_parallel(met.size(), threads, [&](std::size_t i) { ++met[i]; });
    EXPECT_THAT(met, ::testing::Each(1)) << threads;
  }
}

TEST(MakeInOrder, hands_over_all_before_the_first_that_throws_on_however_many_threads) {
  for (const int threads : {1, 2, 8}) {
    std::vector<std::size_t> taken;
    const auto make = [](std::size_t number) {
      return number >= 40 ? throw std::out_of_range(std::to_string(number)) : MadeRun{};
    };
    const auto take = [&](std::size_t number, const MadeRun&) { taken.push_back(number); };
    EXPECT_THAT([&] { make_in_order(100, threads, make, take, never); },
                ThrowsMessage<std::out_of_range>(StrEq("40")))
        << threads;
    EXPECT_EQ(taken.size(), 40U) << threads;
  }
}

TEST(ForEachInParallel, hands_on_what_is_thrown_first_in_order_on_however_many_threads) {
  for (const int threads : {1, 2, 8}) {
    std::atomic<int> begun{0};
    const auto refuse = [&](std::size_t number) {
      ++begun;
      number >= 3 ? throw std::out_of_range(std::to_string(number)) : void();
    };
    EXPECT_THAT([&] { for_each_in_parallel(10'000, threads, refuse); },
                ThrowsMessage<std::out_of_range>(StrEq("3")))
        << threads;
    EXPECT_LT(begun, 1000) << threads;
  }
}

}  // namespace
}  // namespace stepdown
