#include "analysis/report/cost_section.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "analysis/answer.h"
#include "analysis/report/headline.h"
#include "analysis/report/period.h"
#include "analysis/report/picture.h"
#include "analysis/rounding.h"

namespace stepdown {
namespace {

constexpr const char* cost = "cost_total";
constexpr const char* outcome = "child_years_level_4_to_5";
constexpr std::size_t most_dots = 200;

std::string message(const Comparison& comparison) {
  std::vector<std::string> parts;
  for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
    const PairedDifference& need = comparison.find(outcome)->from_baseline[s];
    const PairedDifference& money = comparison.find(cost)->from_baseline[s];
    if (need.pairs() == 0 || money.pairs() == 0) {
      continue;
    }
    if (need.verdict == Verdict::the_same && money.verdict == Verdict::the_same) {
      parts.push_back(comparison.scenarios[s] + ": exactly the same need and cost");
    } else {
      parts.push_back(comparison.scenarios[s] + ": " +
                      agreement_in_words(need, "less severe need", "more severe need") + ", " +
                      agreement_in_words(money, "cheaper", "dearer"));
    }
  }
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    text += (i == 0 ? "" : "; ") + parts[i];
  }
  return text;
}

HtmlTable run_table(const ReportedResults& results, std::size_t plan) {
  const auto costs = results.values(cost);
  const auto needs = results.values(outcome);
  HtmlTable table{
      "cost-" + std::to_string(plan),
      "Difference from " + results.comparison().scenarios.front() +
          " run by run: " + results.comparison().scenarios[plan],
      {{"Run"}, {"Cost, £ million a year", "cost"}, {"Children in severe need", "need"}},
      {{}},
      "data-part=\"runs\" data-plan=\"" + std::to_string(plan) + '"'};
  const Summary& need = results.comparison().find(outcome)->from_baseline[plan].over_runs;
  const double grain = std::min(1.0, grain_of(need.high - need.low) / 10);
  for (std::size_t run = 0; run < std::min(most_dots, costs.front().size()); ++run) {
    const double money = (costs[plan][run] - costs.front()[run]) / 1e6;
    const double children = needs[plan][run] - needs.front()[run];
    if (!std::isnan(money) && !std::isnan(children)) {
      table.groups.front().rows.push_back({{std::to_string(results.outcomes().run_numbers()[run])},
                                           {rounded(money, 0.001)},
                                           {rounded(children, grain)}});
    }
  }
  return table;
}

}  // namespace

std::string cost_section(const ReportedResults& results) {
  const Comparison& comparison = results.comparison();
  if (comparison.find(cost) == nullptr || comparison.find(outcome) == nullptr) {
    return "";
  }
  Picture picture;
  picture.id = "picture-cost";
  picture.module = "cost_outcome";
  picture.message = message(comparison);
  picture.subtitle = "Difference from " + comparison.scenarios.front() +
                     " in cost a year and in children living at neglect level 4 to 5 at any one "
                     "time; one dot for each run; " +
                     where_and_when(results.facts());
  picture.how_to_read =
      "Each faint dot is one pair of runs with the same luck; the large mark is their mean. Cost "
      "is posts and placements of the authority: what a longer hold costs those who wait is not "
      "money, and stands under waiting." +
      std::string(comparison.runs > most_dots ? " The first 200 runs are drawn." : "");
  picture.alternative = "Dots for paired runs in four quadrants of cost and severe need. " +
                        picture.message + ". All numbers are in the tables of this picture.";
  picture.source = source_of(results.facts());
  for (std::size_t plan = 1; plan < comparison.scenarios.size(); ++plan) {
    picture.tables.push_back(run_table(results, plan));
  }
  return picture_html(picture);
}

}  // namespace stepdown
