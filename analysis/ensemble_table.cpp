#include "analysis/ensemble_table.h"

#include "analysis/csv_cell.h"

namespace stepdown {
namespace {

constexpr std::string_view csv_header =
    "measure,unit,scenario,baseline,member,runs,baseline_mean,difference,mean_95_low,mean_95_high,"
    "p05,p95,runs_higher,runs_lower,runs_equal,verdict\n";

}  // namespace

void write_ensemble_csv(std::span<const WorldComparison> worlds, std::ostream& out) {
  out << csv_header;
  if (worlds.empty()) {
    return;
  }
  const Comparison& first = worlds.front().comparison;
  for (std::size_t m = 0; m < first.measures.size(); ++m) {
    for (std::size_t s = 1; s < first.scenarios.size(); ++s) {
      for (const WorldComparison& world : worlds) {
        const MeasureComparison& measure = world.comparison.measures[m];
        const PairedDifference& difference = measure.from_baseline[s];
        const Summary& over_runs = difference.over_runs;
        out << measure.measure.name << ',' << csv_cell(measure.measure.unit) << ','
            << csv_cell(first.scenarios[s]) << ',' << csv_cell(first.scenarios.front()) << ','
            << csv_cell(world.member) << ',' << difference.pairs() << ','
            << csv_number(measure.own.front().mean) << ',' << csv_number(over_runs.mean) << ','
            << csv_number(over_runs.mean_low()) << ',' << csv_number(over_runs.mean_high()) << ','
            << csv_number(over_runs.low) << ',' << csv_number(over_runs.high) << ','
            << difference.higher << ',' << difference.lower << ',' << difference.equal << ','
            << name_of(difference.verdict) << '\n';
      }
    }
  }
}

}  // namespace stepdown
