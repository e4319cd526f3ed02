#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/outcome_file.h"
#include "analysis/paired_difference.h"
#include "analysis/summary.h"
#include "model/outcomes/outcomes.h"

namespace stepdown {

/// One measure over all scenarios, in the order asked for; the first is the baseline, which does
/// not differ from itself.
struct MeasureComparison {
  Measure measure;
  std::vector<Summary> own;
  std::vector<PairedDifference> from_baseline;
};

/// What the runs say of scenarios side by side.
struct Comparison {
  std::vector<std::string> scenarios;  // the baseline first
  std::size_t runs = 0;
  std::vector<MeasureComparison> measures;
  /// Each scenario's mean over runs of its cost beyond the baseline's, month by month; empty if
  /// the total cost is not compared.
  std::vector<std::vector<double>> further_cost;

  /// Nothing for a name that was not compared.
  const MeasureComparison* find(std::string_view measure) const;
  /// Whether a scenario equals the baseline in every measure of every run.
  bool is_the_same(std::size_t scenario) const;
};

/// Of one draw of a results file; `scenarios` are names in it and `measures` run measures. One
/// scenario alone is compared with itself.
Comparison compare(const OutcomeFile& outcomes, const std::vector<std::string>& scenarios,
                   std::span<const Measure> measures, std::size_t draw = 0);

}  // namespace stepdown
