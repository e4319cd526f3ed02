#include "analysis/summary_csv.h"

#include <cmath>
#include <cstdio>
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

using NumberText = std::string (*)(double);

std::string seven_digits(double value) {
  if (std::isnan(value)) {
    return "";
  }
  char text[40];
  std::snprintf(text, sizeof text, "%.7g", value);
  return text;
}

/// Rows of the table, with numbers written in one way.
class SummaryRows {
 public:
  SummaryRows(std::ostream& out, NumberText number) : out_(out), number_(number) {}

  void value(const Measure& measure, const std::string& scenario, const Summary& own) {
    begin("value", measure, scenario, "");
    summary(own);
    out_ << ",,,,\n";
  }
  void difference(const Measure& measure, const std::string& scenario, const std::string& baseline,
                  const PairedDifference& difference) {
    begin("difference", measure, scenario, baseline);
    summary(difference.over_runs);
    out_ << ',' << difference.higher << ',' << difference.lower << ',' << difference.equal << ','
         << name_of(difference.verdict) << '\n';
  }

 private:
  void begin(const char* kind, const Measure& measure, const std::string& scenario,
             const std::string& baseline) {
    out_ << kind << ',' << measure.name << ',' << csv_cell(measure.unit) << ','
         << csv_cell(scenario) << ',' << csv_cell(baseline) << ',';
  }
  void summary(const Summary& summary) {
    out_ << summary.runs << ',' << summary.missing << ',' << number_(summary.mean) << ','
         << number_(summary.mean_low()) << ',' << number_(summary.mean_high()) << ','
         << number_(summary.low) << ',' << number_(summary.high);
  }

  std::ostream& out_;
  NumberText number_;
};

}  // namespace

void write_summary_csv(const OutcomeFile& outcomes, std::ostream& out,
                       std::span<const Measure> measures) {
  const std::vector<std::string>& scenarios = outcomes.scenarios();
  const ServiceModels models(outcomes);
  SummaryRows rows(out, csv_number);
  out << header;
  for (const Measure& measure : measures) {
    const auto values = outcomes.values(measure.name);
    for (std::size_t s = 0; s < values.size(); ++s) {
      rows.value(measure, scenarios[s], summarise(values[s]));
    }
  }
  for (const Measure& measure : measures) {
    const auto values = outcomes.values(measure.name);
    for (std::size_t s = 0; s < values.size(); ++s) {
      for (std::size_t b = 0; b < values.size(); ++b) {
        if (s != b) {
          rows.difference(measure, scenarios[s], scenarios[b],
                          models.difference(measure.name, values, b, s));
        }
      }
    }
  }
}

std::string comparison_csv(const Comparison& comparison, const std::vector<std::string>& names) {
  std::ostringstream out;
  SummaryRows rows(out, seven_digits);
  out << header;
  for (const MeasureComparison& measure : comparison.measures) {
    for (std::size_t s = 0; s < names.size(); ++s) {
      rows.value(measure.measure, names[s], measure.own[s]);
    }
    for (std::size_t s = 1; s < names.size(); ++s) {
      rows.difference(measure.measure, names[s], names.front(), measure.from_baseline[s]);
    }
  }
  return out.str();
}

void publish_summary_csv(const OutcomeFile& outcomes, const std::filesystem::path& path,
                         std::span<const Measure> measures) {
  std::ostringstream text;
  write_summary_csv(outcomes, text, measures);
  publish_text(path, text.str());
}

}  // namespace stepdown
