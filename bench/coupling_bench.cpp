// How much do common reaction paths save? The variance of the difference between abrupt and tapered
// closing, run by run with the same luck, against the same with wholly independent seeds: there run
// i of one is paired with run i + 1 of the other, whose keys have nothing in common.
#include <benchmark/benchmark.h>

#include <future>
#include <string>
#include <vector>

#include "model/replication.h"
#include "scenarios/scenario.h"

namespace stepdown {
namespace {

using Values = std::vector<double>;

double variance(const Values& values) {
  double mean = 0.0;
  for (const double value : values) {
    mean += value / static_cast<double>(values.size());
  }
  double squares = 0.0;
  for (const double value : values) {
    squares += (value - mean) * (value - mean);
  }
  return squares / static_cast<double>(values.size() - 1);
}

std::size_t column_of(std::string_view measure) {
  std::size_t column = 0;
  while (run_measures()[column].name != measure) {
    ++column;
  }
  return column;
}

struct Pairs {
  std::vector<Values> abrupt;
  std::vector<Values> tapered;
};

Pairs paired_runs(std::size_t runs) {
  const auto scenarios = load_scenarios(
      *embedded_source(),
      {{"scenarios/policies/abrupt.toml", "scenarios/policies/tapered.toml"}, "", {}});
  Pairs pairs{std::vector<Values>(runs), std::vector<Values>(runs)};
  const auto every_second = [&](std::size_t first) {
    for (std::size_t run = first; run < runs; run += 2) {
      const Replication replication(scenarios[0].before_day_0(),
                                    {5, static_cast<std::uint32_t>(run)});
      pairs.abrupt[run] = replication.under(scenarios[0].from_day_0()).of_run;
      pairs.tapered[run] = replication.under(scenarios[1].from_day_0()).of_run;
    }
  };
  auto other = std::async(std::launch::async, every_second, std::size_t{1});
  every_second(0);
  other.get();
  return pairs;
}

double share_of_variance_removed(const Pairs& pairs, std::string_view measure) {
  const std::size_t column = column_of(measure);
  const std::size_t runs = pairs.abrupt.size();
  Values coupled;
  Values independent;
  for (std::size_t run = 0; run < runs; ++run) {
    const double tapered = pairs.tapered[run][column];
    coupled.push_back(tapered - pairs.abrupt[run][column]);
    independent.push_back(tapered - pairs.abrupt[(run + 1) % runs][column]);
  }
  return 1.0 - variance(coupled) / variance(independent);
}

void variance_removed_by_common_reaction_paths(benchmark::State& state) {
  for (auto _ : state) {
    const Pairs pairs = paired_runs(static_cast<std::size_t>(state.range(0)));
    for (const char* measure : {"child_years_level_3_to_5", "child_years_level_4_to_5",
                                "return_of_need_24m", "rereferral_12m", "rereferrals_per_10000"}) {
      state.counters[measure] = share_of_variance_removed(pairs, measure);
    }
  }
}
BENCHMARK(variance_removed_by_common_reaction_paths)
    ->Arg(200)
    ->Iterations(1)
    ->Unit(benchmark::kSecond);

}  // namespace
}  // namespace stepdown
