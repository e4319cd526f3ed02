// What do keyed draws cost? The whole model with everything on, compiled twice: once as it is, once
// with the same generator drawn from in sequence. In turns in one process.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <vector>

#include "bench/base_world.h"
#include "bench/draws/horizon_cost.h"

namespace stepdown {
namespace {

void keyed_against_sequential_draws(benchmark::State& state) {
  ModelParameters p = base_with(static_cast<double>(state.range(0)));
  p.horizon.years = 5;
  const auto keyed = draws::keyed(&p);
  const auto sequential = draws::sequential(&p);
  std::vector<double> ratios;
  for (auto _ : state) {
    const draws::Cost one = keyed->live();
    const draws::Cost other = sequential->live();
    ratios.push_back(one.seconds / one.events / (other.seconds / other.events));
    state.SetIterationTime(one.seconds / one.events);
  }
  std::ranges::sort(ratios);
  state.counters["keyed_against_sequential"] = ratios[ratios.size() / 2];
}
BENCHMARK(keyed_against_sequential_draws)->Arg(37'000)->Iterations(15)->UseManualTime();

}  // namespace
}  // namespace stepdown
