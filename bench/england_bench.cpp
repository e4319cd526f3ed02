// How long does one run of a whole country take? 150 authorities of the base, 8 million families in
// all, go on for ten years from populations that are there already, one authority after another on
// each thread. They know nothing of each other, so that the results of the country are sums.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <chrono>
#include <memory>
#include <vector>

#include "bench/base_world.h"
#include "scenarios/ensemble.h"

namespace stepdown {
namespace {

double peak_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

void england(benchmark::State& state) {
  constexpr std::size_t authorities = 150;
  constexpr double families = 8e6;
  constexpr int threads = 2;
  ModelParameters p = base_with(families / authorities);
  p.horizon.years = 10;
  std::vector<std::unique_ptr<Authority>> england(authorities);
  for_each_in_parallel(authorities, threads, [&](std::size_t i) {
    // Each authority has its own luck.
    england[i] = std::make_unique<Authority>(after_warm_up(p, {i, 0}));
  });
  double before = 0.0;
  for (const auto& authority : england) {
    before += static_cast<double>(authority->events);
  }
  for (auto _ : state) {
    const auto begin = std::chrono::steady_clock::now();
    for_each_in_parallel(authorities, threads, [&](std::size_t i) {
      live_through_horizon(*england[i], p, p, Observers{});
    });
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    state.SetIterationTime(seconds);
    double events = -before;
    for (const auto& authority : england) {
      events += static_cast<double>(authority->events);
    }
    state.counters["events_per_second"] = events / seconds;
    state.counters["peak_mib"] = peak_mib();
  }
}
BENCHMARK(england)->Iterations(1)->UseManualTime()->Unit(benchmark::kSecond);

}  // namespace
}  // namespace stepdown
