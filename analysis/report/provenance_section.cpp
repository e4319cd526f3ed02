#include "analysis/report/provenance_section.h"

#include <algorithm>
#include <iterator>

#include "analysis/report/html.h"
#include "analysis/summary_csv.h"

namespace stepdown {
namespace {

std::vector<std::string> names_of(const ReportedResults& results) {
  std::vector<std::string> names;
  std::ranges::transform(results.plans(), std::back_inserter(names), &ReportedPlan::name);
  return names;
}

std::string fact(const char* name, const std::string& value) {
  return element("dt", name) + element("dd", value);
}

}  // namespace

std::string provenance_section(const ReportedResults& results) {
  const ReportedFacts& facts = results.facts();
  const std::string in_the_world = facts.world.empty() ? "" : " in the world " + facts.world;
  std::string html = element(
      "dl", fact("Program", escaped("stepdown " + facts.version)) +
                fact("Seed", std::to_string(facts.seed)) +
                fact("Runs", escaped(facts.runs_until.empty() ? std::to_string(facts.runs)
                                                              : facts.runs_until)) +
                fact("Command", element("code", escaped(facts.command))) +
                (results.plans().size() < 2
                     ? ""
                     : fact("Baseline", escaped(results.plans().front().title) +
                                            ": for this very page its file must come first")));
  html += element(
      "p",
      download_link("comparison.csv", comparison_csv(results.comparison(), names_of(results)),
                    "Save every measure and difference" + in_the_world + " as CSV"),
      "class=\"downloads\"");
  html += element("p",
                  "Every run and month is in results.h5 beside this page. The numbers of each "
                  "picture can be saved under the picture.",
                  "class=\"note\"");
  for (const ReportedPlan& plan : results.plans()) {
    html +=
        element("details", element("summary", "Settings of " + escaped(plan.title + in_the_world)) +
                               element("pre", escaped(plan.text),
                                       "tabindex=\"0\" role=\"region\" aria-label=\"Settings of " +
                                           escaped(plan.title) + '"'));
  }
  return html;
}

}  // namespace stepdown
