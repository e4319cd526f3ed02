#include "analysis/comparison.h"

#include <algorithm>
#include <cmath>

#include "analysis/official_count.h"
#include "model/contract.h"

namespace stepdown {
namespace {

/// Means over the runs that have both values; both hold run after run.
std::vector<double> mean_difference(const std::vector<double>& baseline,
                                    const std::vector<double>& scenario, std::size_t runs) {
  const std::size_t months = runs == 0 ? 0 : baseline.size() / runs;
  std::vector<double> means(months, 0.0);
  double pairs = 0.0;
  for (std::size_t run = 0; run < runs; ++run) {
    const std::size_t first = run * months;
    if (std::isnan(baseline[first]) || std::isnan(scenario[first])) {
      continue;
    }
    pairs += 1.0;
    for (std::size_t month = 0; month < months; ++month) {
      means[month] += scenario[first + month] - baseline[first + month];
    }
  }
  for (double& mean : means) {
    mean /= pairs;
  }
  return means;
}

}  // namespace

const MeasureComparison* Comparison::find(std::string_view measure) const {
  const auto found = std::ranges::find(
      measures, measure, [](const MeasureComparison& each) { return each.measure.name; });
  return found == measures.end() ? nullptr : &*found;
}

bool Comparison::is_the_same(std::size_t scenario) const {
  const auto with_verdict = [scenario](Verdict verdict) {
    return [scenario, verdict](const MeasureComparison& each) {
      return each.from_baseline[scenario].verdict == verdict;
    };
  };
  const auto differs = [scenario](const MeasureComparison& each) {
    return each.from_baseline[scenario].equal < each.from_baseline[scenario].pairs();
  };
  return std::ranges::any_of(measures, with_verdict(Verdict::the_same)) &&
         std::ranges::none_of(measures, with_verdict(Verdict::not_comparable)) &&
         std::ranges::none_of(measures, differs);
}

Comparison compare(const OutcomeFile& outcomes, const std::vector<std::string>& scenarios,
                   std::span<const Measure> measures, std::size_t draw) {
  std::vector<std::size_t> rows;
  for (const std::string& name : scenarios) {
    const auto found = std::ranges::find(outcomes.scenarios(), name);
    expects(found != outcomes.scenarios().end(), "a compared scenario is in the results");
    rows.push_back(static_cast<std::size_t>(found - outcomes.scenarios().begin()));
  }
  const ServiceModels models(outcomes);
  Comparison comparison{scenarios, outcomes.runs(), {}, {}};
  for (const Measure& measure : measures) {
    const auto values = outcomes.values(measure.name, draw);
    MeasureComparison of_measure{measure, {}, {}};
    for (const std::size_t row : rows) {
      of_measure.own.push_back(summarise(values[row]));
      of_measure.from_baseline.push_back(
          models.difference(measure.name, values, rows.front(), row));
    }
    comparison.measures.push_back(std::move(of_measure));
  }
  if (comparison.find("cost_total") != nullptr) {
    const auto costs = outcomes.monthly_values("month_cost_total", draw);
    for (const std::size_t row : rows) {
      comparison.further_cost.push_back(
          mean_difference(costs[rows.front()], costs[row], outcomes.runs()));
    }
  }
  return comparison;
}

}  // namespace stepdown
