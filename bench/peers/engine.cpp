#include <algorithm>
#include <stdexcept>
#include <string_view>

#include "bench/cpu_time.h"
#include "bench/peers/queue.h"
#include "model/replication.h"
#include "scenarios/scenario.h"

namespace stepdown {
namespace {

double measure(const Outcomes& outcomes, std::string_view name) {
  const auto measures = run_measures();
  const auto found = std::ranges::find(measures, name, &Measure::name);
  return outcomes.of_run[static_cast<std::size_t>(found - measures.begin())];
}

}  // namespace

QueueOutcome engine_run(std::uint32_t run) {
  const ModelParameters p =
      load_scenarios(*embedded_source(), {{"scenarios/laboratory/erlang_a.toml"}, "", {}})
          .front()
          .from_day_0();
  const Queue same;
  if (p.laboratory.arrival_rate != same.arrivals_a_day || p.laboratory.places != same.places ||
      p.laboratory.abandon_rate != same.abandon_rate || p.horizon.years != 20) {
    throw std::logic_error("erlang_a.toml is no longer the queue of bench/peers/queue.h");
  }
  Outcomes outcomes;
  const double seconds = cpu_seconds_of([&] { outcomes = Replication(p, {11, run}).under(p); });
  return {measure(outcomes, "p_abandon"), measure(outcomes, "mean_queue"),
          measure(outcomes, "utilisation"), same.arrivals_a_day * (same.warm_up_days + same.days),
          seconds};
}

}  // namespace stepdown
