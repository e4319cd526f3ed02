#include "analysis/report/provenance_section.h"

#include <cmath>
#include <cstdio>

#include "analysis/csv_cell.h"
#include "analysis/report/html.h"

namespace stepdown {
namespace {

// Seven digits are more than any simulated mean has, and keep a page small.
std::string csv_figure(double value) {
  if (std::isnan(value)) {
    return "";
  }
  char text[40];
  std::snprintf(text, sizeof text, "%.7g", value);
  return text;
}

std::string summary_cells(const Summary& summary) {
  return std::to_string(summary.runs) + ',' + csv_figure(summary.mean) + ',' +
         csv_figure(summary.mean_low()) + ',' + csv_figure(summary.mean_high()) + ',' +
         csv_figure(summary.low) + ',' + csv_figure(summary.high);
}

std::string fact(const char* name, const std::string& value) {
  return element("dt", name) + element("dd", value);
}

}  // namespace

std::string comparison_csv(const ReportedResults& results) {
  std::string csv =
      "kind,measure,unit,scenario,baseline,runs,mean,mean_95_low,mean_95_high,p05,p95,"
      "runs_higher,runs_lower,runs_equal,verdict\n";
  const std::vector<ReportedPlan>& plans = results.plans();
  for (const MeasureComparison& measure : results.comparison().measures) {
    const std::string measured =
        std::string(measure.measure.name) + ',' + csv_cell(measure.measure.unit) + ',';
    for (std::size_t plan = 0; plan < plans.size(); ++plan) {
      if (measure.own[plan].runs > 0) {
        csv += "value," + measured + csv_cell(plans[plan].name) + ",," +
               summary_cells(measure.own[plan]) + ",,,,\n";
      }
      const PairedDifference& difference = measure.from_baseline[plan];
      if (plan > 0 && difference.pairs() > 0) {
        csv += "difference," + measured + csv_cell(plans[plan].name) + ',' +
               csv_cell(plans.front().name) + ',' + summary_cells(difference.over_runs) + ',' +
               std::to_string(difference.higher) + ',' + std::to_string(difference.lower) + ',' +
               std::to_string(difference.equal) + ',' + std::string(name_of(difference.verdict)) +
               '\n';
      }
    }
  }
  return csv;
}

std::string provenance_section(const ReportedResults& results) {
  const ReportedFacts& facts = results.facts();
  std::string html = element("dl", fact("Program", escaped("stepdown " + facts.version)) +
                                       fact("Seed", std::to_string(facts.seed)) +
                                       fact("Runs", std::to_string(facts.runs)) +
                                       fact("Command", element("code", escaped(facts.command))));
  html += element("p",
                  download_link("comparison.csv", comparison_csv(results),
                                "Save every measure and difference as CSV"),
                  "class=\"downloads\"");
  html += element("p",
                  "Every run and month is in results.h5 beside this page. The numbers of each "
                  "picture can be saved under the picture.",
                  "class=\"note\"");
  for (const ReportedPlan& plan : results.plans()) {
    html +=
        element("details", element("summary", "Settings of " + escaped(plan.title)) +
                               element("pre", escaped(plan.text),
                                       "tabindex=\"0\" role=\"region\" aria-label=\"Settings of " +
                                           escaped(plan.title) + '"'));
  }
  return html;
}

}  // namespace stepdown
