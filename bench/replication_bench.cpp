// How fast is one run? Events per second and core at the size the project promises: an event
// changes a family, a child, a worker or a list; wake-ups that change nothing are not counted.
#include <benchmark/benchmark.h>

#include <optional>

#include "bench/base_world.h"

namespace stepdown {
namespace {

/// The horizon of one run.
template <Watched watched>
void horizon(benchmark::State& state) {
  const ModelParameters p = base_with(static_cast<double>(state.range(0)));
  const Authority day_0 = after_warm_up(p, {1, 0});
  double events = 0.0;
  double family_years = 0.0;
  for (auto _ : state) {
    state.PauseTiming();
    std::optional<HorizonRun> run(std::in_place, p, day_0, watched);
    state.ResumeTiming();
    run->live();
    state.PauseTiming();
    events += run->events();
    family_years += run->family_years();
    run.reset();
    state.ResumeTiming();
  }
  state.counters["events"] = benchmark::Counter(events, benchmark::Counter::kIsRate);
  state.counters["family_years"] = benchmark::Counter(family_years, benchmark::Counter::kIsRate);
}
BENCHMARK(horizon<Watched::by_nobody>)->Arg(37'000)->Unit(benchmark::kMillisecond)->MinTime(3.0);
BENCHMARK(horizon<Watched::by_every_measure>)
    ->Arg(37'000)
    ->Unit(benchmark::kMillisecond)
    ->MinTime(3.0);

/// Making the population and its 20 years of warm-up.
void warm_up(benchmark::State& state) {
  const ModelParameters p = base_with(static_cast<double>(state.range(0)));
  double events = 0.0;
  std::uint32_t run = 0;
  for (auto _ : state) {
    events += static_cast<double>(after_warm_up(p, {1, run++}).events);
  }
  state.counters["events"] = benchmark::Counter(events, benchmark::Counter::kIsRate);
}
BENCHMARK(warm_up)->Arg(37'000)->Unit(benchmark::kMillisecond)->MinTime(3.0);

/// What a further scenario costs before its first event: a copy of day 0.
void fork(benchmark::State& state) {
  const Authority day_0 = after_warm_up(base_with(static_cast<double>(state.range(0))), {1, 0});
  for (auto _ : state) {
    Authority copy = day_0;
    benchmark::DoNotOptimize(copy.events);
  }
}
BENCHMARK(fork)->Arg(37'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace stepdown
