#include "analysis/summary_csv.h"

#include <sstream>
#include <string>

#include "analysis/csv_cell.h"
#include "analysis/official_count.h"
#include "analysis/paired_difference.h"
#include "analysis/published_file.h"
#include "analysis/summary.h"

namespace stepdown {
namespace {

constexpr std::string_view header =
    "kind,measure,unit,scenario,baseline,runs,missing,mean,mean_95_low,mean_95_high,p05,p95,"
    "runs_higher,runs_lower,runs_equal,verdict\n";

void write_summary(const Summary& summary, std::ostream& out) {
  out << summary.runs << ',' << summary.missing << ',' << csv_number(summary.mean) << ','
      << csv_number(summary.mean_low()) << ',' << csv_number(summary.mean_high()) << ','
      << csv_number(summary.low) << ',' << csv_number(summary.high);
}

void write_own_values(const OutcomeFile& outcomes, const Measure& measure, std::ostream& out) {
  const auto values = outcomes.values(measure.name);
  for (std::size_t s = 0; s < values.size(); ++s) {
    out << "value," << measure.name << ',' << csv_cell(measure.unit) << ','
        << csv_cell(outcomes.scenarios()[s]) << ",,";
    write_summary(summarise(values[s]), out);
    out << ",,,,\n";
  }
}

void write_differences(const OutcomeFile& outcomes, const ServiceModels& models,
                       const Measure& measure, std::ostream& out) {
  const auto values = outcomes.values(measure.name);
  for (std::size_t s = 0; s < values.size(); ++s) {
    for (std::size_t b = 0; b < values.size(); ++b) {
      if (s == b) {
        continue;
      }
      const PairedDifference difference = models.difference(measure.name, values, b, s);
      out << "difference," << measure.name << ',' << csv_cell(measure.unit) << ','
          << csv_cell(outcomes.scenarios()[s]) << ',' << csv_cell(outcomes.scenarios()[b]) << ',';
      write_summary(difference.over_runs, out);
      out << ',' << difference.higher << ',' << difference.lower << ',' << difference.equal << ','
          << name_of(difference.verdict) << '\n';
    }
  }
}

}  // namespace

void write_summary_csv(const OutcomeFile& outcomes, std::ostream& out,
                       std::span<const Measure> measures) {
  out << header;
  for (const Measure& measure : measures) {
    write_own_values(outcomes, measure, out);
  }
  const ServiceModels models(outcomes);
  for (const Measure& measure : measures) {
    write_differences(outcomes, models, measure, out);
  }
}

void publish_summary_csv(const OutcomeFile& outcomes, const std::filesystem::path& path,
                         std::span<const Measure> measures) {
  std::ostringstream text;
  write_summary_csv(outcomes, text, measures);
  publish_text(path, text.str());
}

}  // namespace stepdown
