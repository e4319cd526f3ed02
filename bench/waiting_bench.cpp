// What does a hundred times longer waiting list cost? Two queues of a textbook take turns in one
// process: twice as many families come as the places can serve, and the rate of giving up keeps so
// many on the list. What happens in a day is the same in both.
#include <benchmark/benchmark.h>

#include <vector>

#include "bench/base_world.h"
#include "bench/cpu_time.h"
#include "bench/median.h"
#include "model/time.h"

namespace stepdown {
namespace {

constexpr double served_a_day = 500.0;

/// `places` that let 500 families go a day, and a list of so many.
ModelParameters queue_of(double places, double waiting) {
  ModelParameters p =
      load_scenarios(*embedded_source(), {{"scenarios/laboratory/erlang_a.toml"}, "", {}})
          .front()
          .from_day_0();
  p.laboratory.places = static_cast<int>(places);
  p.laboratory.arrival_rate = 2.0 * served_a_day;
  p.laboratory.service_rate = served_a_day / places;
  p.laboratory.abandon_rate = served_a_day / waiting;
  // Until list and places are as full as they get: five mean times of giving up and of service.
  p.horizon.warm_up_years =
      1 + static_cast<int>(5.0 * (places + waiting) / served_a_day / days_per_year);
  p.horizon.years = 2;
  return p;
}

struct Queue {
  explicit Queue(const ModelParameters& parameters)
      : p(parameters), day_0(after_warm_up(p, {1, 0})) {}

  double seconds_an_event() {
    HorizonRun run(p, day_0, Watched::by_nobody);
    const double seconds = cpu_seconds_of([&] { run.live(); });
    waiting = static_cast<double>(run.authority().waiting_for(1));
    return seconds / run.events();
  }

  ModelParameters p;
  Authority day_0;
  double waiting = 0.0;
};

/// For so many places, each with a worker of its own: 300 families wait, and 30,000. Who waits is
/// also in memory, so that this is the most that a longer list can cost.
void longer_list(benchmark::State& state) {
  const auto places = static_cast<double>(state.range(0));
  Queue longer(queue_of(places, 30'000));
  Queue shorter(queue_of(places, 300));
  std::vector<double> long_seconds;
  std::vector<double> short_seconds;
  std::vector<double> ratios;
  for (auto _ : state) {
    long_seconds.push_back(longer.seconds_an_event());
    short_seconds.push_back(shorter.seconds_an_event());
    ratios.push_back(long_seconds.back() / short_seconds.back());
    state.SetIterationTime(long_seconds.back());
  }
  state.counters["waiting"] = longer.waiting;
  state.counters["waiting_in_the_shorter"] = shorter.waiting;
  state.counters["ns_an_event"] = 1e9 * median(long_seconds);
  state.counters["ns_an_event_in_the_shorter"] = 1e9 * median(short_seconds);
  state.counters["longer_against_shorter"] = median(ratios);
}
BENCHMARK(longer_list)->Arg(500)->Arg(30'000)->Iterations(15)->UseManualTime();

}  // namespace
}  // namespace stepdown
