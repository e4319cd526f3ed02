// What does an event cost when there is more of everything: families, years, families who wait?
#include <benchmark/benchmark.h>

#include <algorithm>

#include "bench/base_world.h"
#include "bench/cpu_time.h"

namespace stepdown {
namespace {

double bytes_of(const Authority& authority) {
  return static_cast<double>(authority.families.bytes() + authority.calendar.bytes() +
                             authority.posts.bytes());
}

/// Cost of an event, and memory of a family, against the number of families: in their second and
/// third years, since the cost does not wait for the balance of the long run.
void families(benchmark::State& state) {
  ModelParameters p = base_with(static_cast<double>(state.range(0)));
  p.horizon.warm_up_years = 1;
  p.horizon.years = 2;
  for (auto _ : state) {
    Authority authority = after_warm_up(p, {1, 0});
    const auto before = authority.events;
    const double seconds =
        cpu_seconds_of([&] { live_through_horizon(authority, p, p, Observers{}); });
    const auto events = static_cast<double>(authority.events - before);
    const auto all = static_cast<double>(authority.families.size());
    state.SetIterationTime(seconds / events);
    state.counters["events_per_second"] = events / seconds;
    state.counters["bytes_per_family"] = bytes_of(authority) / all;
    state.counters["family_years_per_second"] = all * p.horizon.years / seconds;
  }
}
BENCHMARK(families)
    ->RangeMultiplier(10)
    ->Range(1'000, 10'000'000)
    ->Iterations(1)
    ->UseManualTime()
    ->Unit(benchmark::kNanosecond);

/// Cost of an event against the years of the horizon.
void years(benchmark::State& state) {
  ModelParameters p = base_with(37'000);
  const Authority day_0 = after_warm_up(p, {1, 0});
  p.horizon.years = static_cast<int>(state.range(0));
  for (auto _ : state) {
    HorizonRun run(p, day_0, Watched::by_nobody);
    const double seconds = cpu_seconds_of([&] { run.live(); });
    state.SetIterationTime(seconds / run.events());
    state.counters["events_per_second"] = run.events() / seconds;
  }
}
BENCHMARK(years)->Arg(5)->Arg(10)->Arg(20)->Arg(40)->Iterations(3)->UseManualTime();

/// Cost of an event against how many wait, in one authority: early help has so many per cent of
/// its posts, and the fewer there are, the less families give up.
void waiting_in_the_base(benchmark::State& state) {
  const auto percent = static_cast<double>(state.range(0));
  ModelParameters p = base_with(37'000);
  p.workforce.early_help_posts *= percent / 100.0;
  const double patience = std::min(1.0, percent / 100.0);
  p.waiting.community_drop_out *= patience * patience;
  p.waiting.targeted_drop_out *= patience * patience;
  p.horizon.years = 10;
  const Authority day_0 = after_warm_up(p, {1, 0});
  for (auto _ : state) {
    HorizonRun run(p, day_0, Watched::by_nobody);
    const double seconds = cpu_seconds_of([&] { run.live(); });
    state.SetIterationTime(seconds / run.events());
    state.counters["waiting"] =
        static_cast<double>(run.authority().waiting_for(0) + run.authority().waiting_for(1));
    state.counters["events_per_second"] = run.events() / seconds;
  }
}
BENCHMARK(waiting_in_the_base)->Arg(120)->Arg(60)->Arg(2)->Iterations(3)->UseManualTime();

}  // namespace
}  // namespace stepdown
