// How near is the engine to what the machine allows? In turns in one process: a stretch of the
// base with everything on, and as many events of the limit kernel, which does only what no event
// can avoid. A busy machine slows both; their ratio stays.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <vector>

#include "bench/base_world.h"
#include "bench/cpu_time.h"
#include "bench/limit_kernel.h"
#include "bench/median.h"

namespace stepdown {
namespace {

template <Watched watched>
void share_of_limit(benchmark::State& state) {
  constexpr double events_a_turn = 400'000;
  const auto families = static_cast<std::uint32_t>(state.range(0));
  ModelParameters p = base_with(families);
  const Authority day_0 = after_warm_up(p, {1, 0});
  // About two events a family and year.
  p.horizon.years = static_cast<int>(std::clamp(events_a_turn / families / 2.0, 1.0, 20.0));
  LimitKernel limit(families);

  std::vector<double> seconds;
  std::vector<double> limit_seconds;
  std::vector<double> shares;
  double family_years = 0.0;
  for (auto _ : state) {
    HorizonRun run(p, day_0, watched);
    const double took = cpu_seconds_of([&] { run.live(); }) / run.events();
    const double limit_took =
        cpu_seconds_of([&] { limit.live(static_cast<std::size_t>(run.events())); }) / run.events();
    seconds.push_back(took);
    limit_seconds.push_back(limit_took);
    shares.push_back(limit_took / took);
    family_years = run.family_years() / run.events();
    state.SetIterationTime(took);
  }
  state.counters["events_per_second"] = 1.0 / median(seconds);
  state.counters["limit_events_per_second"] = 1.0 / median(limit_seconds);
  state.counters["share_of_limit"] = median(shares);
  state.counters["family_years_per_second"] = family_years / median(seconds);
}

void sizes(benchmark::internal::Benchmark* bench) {
  bench->Arg(37'000)->Iterations(15)->UseManualTime()->Unit(benchmark::kNanosecond);
}
void large_sizes(benchmark::internal::Benchmark* bench) {
  bench->Arg(1'000'000)->Iterations(5)->UseManualTime()->Unit(benchmark::kNanosecond);
}
BENCHMARK(share_of_limit<Watched::by_nobody>)->Apply(sizes);
BENCHMARK(share_of_limit<Watched::by_every_measure>)->Apply(sizes);
BENCHMARK(share_of_limit<Watched::by_nobody>)->Apply(large_sizes);
BENCHMARK(share_of_limit<Watched::by_every_measure>)->Apply(large_sizes);

}  // namespace
}  // namespace stepdown
