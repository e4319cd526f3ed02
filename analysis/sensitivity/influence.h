#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/official_count.h"
#include "analysis/sensitivity/estimate.h"
#include "analysis/sensitivity/given_data.h"
#include "analysis/sensitivity/sensitivity_design.h"
#include "analysis/sensitivity/sobol_indices.h"
#include "analysis/study/study.h"
#include "model/outcomes/outcomes.h"

namespace stepdown {

/// What is explained: a measure under a scenario or, where there is a baseline, how it differs from
/// that under the baseline, run by run with the same luck.
struct ExplainedOutcome {
  const Measure* measure = nullptr;
  std::size_t scenario = 0;                  // in the order of names, as the next
  std::optional<std::size_t> baseline = {};  // of a difference

  bool is_difference() const { return baseline.has_value(); }
};

/// One kind of number that a method gives each factor, such as "first" or "total".
struct Index {
  std::string name;
  std::vector<Estimate> of_factors;
};

/// What one outcome hangs on, in one month or over the horizon.
struct Influence {
  std::size_t outcome = 0;  // which of those explained
  double mean;
  double variance;
  Estimate luck;               // share of the variance that no factor decides
  std::vector<Index> indices;  // the first is the one that factors are ordered by
  std::vector<PairShare> pairs = {};
  std::vector<std::size_t> missing = {};  // values that do not exist, for each scramble
  std::size_t values = 0;
  double by_chance;  // what factors that do nothing show, where a method tells

  const Index* find(std::string_view index) const;
  const std::vector<Estimate>& main() const { return indices.front().of_factors; }
  std::size_t all_missing() const;
  /// Whether a factor shows more than luck, or chance, alone would; as far as the method tells.
  bool stands_out(std::size_t factor) const;
};

/// What a study found, method by method in one form.
struct Influences {
  std::vector<ExplainedOutcome> of_run;
  std::vector<Influence> over_horizon;  // one for each of those
  std::vector<ExplainedOutcome> monthly;
  std::vector<std::vector<Influence>> by_month;  // for each of those, month after month
  /// Measures that were not compared because they mean something else under some of the plans.
  std::vector<const Measure*> not_compared = {};
};

/// Where the values of a study are read from, one measure at a time.
struct StudySource {
  std::function<StudyValues(std::string_view measure)> values;
  std::function<std::vector<StudyValues>(std::string_view measure)> months;
};

/// Measure by measure, the differences from the baseline first, as far as they have a meaning.
/// `scenarios` are as they are at the points, in the order of names, in which `baseline` is a
/// place.
Influences influences_of(const SensitivityDesign& design, const KeptMeasures& kept,
                         const ServiceModels& scenarios, std::size_t baseline,
                         const StudySource& source);

/// The same of runs that are there already: `places` has each point's settings, point after point.
Influences influences_of_given(const std::vector<double>& places, std::size_t inputs,
                               std::uint64_t seed, const KeptMeasures& kept,
                               const ServiceModels& scenarios, std::size_t baseline,
                               const StudySource& source);

}  // namespace stepdown
