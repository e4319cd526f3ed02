// How fast is one run? Events per second and core at the size the project promises: an event
// changes a family, a child, a worker or a list; wake-ups that change nothing are not counted.
#include <benchmark/benchmark.h>

#include "model/outcomes/observer.h"
#include "model/outcomes/outcome_observer.h"
#include "model/replication.h"
#include "model/state/authority.h"
#include "scenarios/scenario.h"

namespace stepdown {
namespace {

constexpr double children_per_family =
    1.7232;  // of the base, so that the size can be given in families

ModelParameters base_with(double families) {
  ModelParameters p =
      load_scenarios(*embedded_source(), {{"scenarios/base.toml"}, "", {}}).front().from_day_0();
  const double children = families * children_per_family;
  p.workforce.social_workers =
      static_cast<int>(p.workforce.social_workers * children / p.population.children);
  p.population.children = children;
  return p;
}

enum class Watched { by_nobody, by_every_measure };

/// The horizon of one run.
template <Watched watched>
void horizon(benchmark::State& state) {
  const ModelParameters p = base_with(static_cast<double>(state.range(0)));
  const Authority day_0 = after_warm_up(p, {1, 0});
  double events = 0.0;
  double family_years = 0.0;
  for (auto _ : state) {
    state.PauseTiming();
    Authority authority = day_0;
    const HorizonFacts facts{p, day_0, p.horizon.years * 365.25,
                             static_cast<double>(p.horizon.years)};
    std::vector<std::unique_ptr<OutcomeObserver>> measures;
    Observers observers;
    if (watched == Watched::by_every_measure) {
      for (const OutcomeKind& kind : outcome_kinds()) {
        measures.push_back(kind.observe(facts));
        observers.add(*measures.back());
      }
    }
    const auto before = authority.events;
    state.ResumeTiming();
    live_through_horizon(authority, p, p, observers);
    events += static_cast<double>(authority.events - before);
    family_years += static_cast<double>(authority.families.size()) * p.horizon.years;
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
