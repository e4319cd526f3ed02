#include "analysis/outcome_axes.h"

#include <algorithm>
#include <iterator>

#include "analysis/honest_use.h"
#include "model/calendar_months.h"

namespace stepdown {

Attributes attributes_of_outcomes(const std::string& title, const std::string& version) {
  return {{"Conventions", "CF-1.8"},
          {"title", title},
          {"source", "stepdown " + version},
          {"comment", std::string(honest_use())}};
}

void add_scenario_axis(NewOutcomeFile& file, const Provenance& provenance) {
  std::vector<std::string> names;
  std::ranges::transform(provenance.scenarios, std::back_inserter(names), &ScenarioText::name);
  file.add_axis("scenario", names, {{"long_name", "scenario, in the order of names"}});
}

void add_month_axis(NewOutcomeFile& file, const Provenance& provenance) {
  std::vector<double> first_days = month_ends(provenance.start_year, provenance.years);
  first_days.insert(first_days.begin(), 0.0);
  first_days.pop_back();
  file.add_axis("month", first_days,
                {{"units", "days since " + std::to_string(provenance.start_year) + "-04-01"},
                 {"calendar", "standard"},
                 {"standard_name", "time"},
                 {"axis", "T"},
                 {"long_name", "first day of the month"}});
}

void add_failed_runs(NewOutcomeFile& file, const std::vector<std::string>& failures) {
  if (!failures.empty()) {
    file.add_axis("provenance/failed_run", failures,
                  {{"long_name", "runs that failed, and why; their values are missing"}});
  }
}

}  // namespace stepdown
