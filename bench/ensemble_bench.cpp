// How fast are many runs of several scenarios, and does a second thread help? In turns on one
// thread and on two, so that whatever else the machine does disturbs both.
#include <benchmark/benchmark.h>

#include <atomic>
#include <chrono>
#include <vector>

#include "bench/median.h"
#include "scenarios/ensemble.h"

namespace stepdown {
namespace {

class ForgetfulSink : public OutcomeSink {
 public:
  void take(const FinishedRun& run) override { taken += run.outcomes.size(); }
  std::size_t taken = 0;
};

class NobodyListens : public ProgressListener {
 public:
  void run_finished(const FinishedRun&, std::size_t, std::size_t) override {}
};

std::vector<Scenario> four_scenarios() {
  return load_scenarios(
      *embedded_source(),
      {{"scenarios/base.toml", "scenarios/policies/tapered.toml",
        "scenarios/policies/sustained.toml", "scenarios/policies/time_limited.toml"},
       "",
       {}});
}

double seconds_on(int threads, const std::vector<Scenario>& scenarios, std::uint32_t runs) {
  ForgetfulSink sink;
  NobodyListens nobody;
  const std::atomic<bool> stop = false;
  const auto begin = std::chrono::steady_clock::now();
  run_ensemble(scenarios, {.seed = 1, .first_run = 0, .runs = runs, .threads = threads}, sink,
               nobody, stop);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Runs of four scenarios for 62,500 children; the warm-up of 20 years is shared.
void ensemble(benchmark::State& state) {
  const std::vector<Scenario> scenarios = four_scenarios();
  const auto runs = static_cast<std::uint32_t>(state.range(0));
  std::vector<double> one;
  std::vector<double> two;
  std::vector<double> gains;
  for (auto _ : state) {
    one.push_back(seconds_on(1, scenarios, runs));
    two.push_back(seconds_on(2, scenarios, runs));
    gains.push_back(one.back() / two.back());
    state.SetIterationTime(two.back());
  }
  state.counters["seconds_a_run_on_one_thread"] = median(one) / runs;
  state.counters["seconds_a_run_on_two_threads"] = median(two) / runs;
  state.counters["two_threads_against_one"] = median(gains);
}
BENCHMARK(ensemble)->Arg(8)->Iterations(5)->UseManualTime()->Unit(benchmark::kSecond);

}  // namespace
}  // namespace stepdown
