#include "analysis/sensitivity/influence.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "analysis/paired_difference.h"
#include "analysis/sensitivity/morris_effects.h"
#include "analysis/summary.h"

namespace stepdown {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

// Values of one outcome, point after point and replicate after replicate.
std::vector<double> in_a_row(const StudyValues& values, const ExplainedOutcome& outcome) {
  std::vector<double> row;
  row.reserve(values.points() * values.runs());
  for (std::size_t point = 0; point < values.points(); ++point) {
    for (std::uint32_t run = 0; run < values.runs(); ++run) {
      const double value = values(outcome.scenario, point, run);
      row.push_back(outcome.baseline
                        ? difference_of_run(values(*outcome.baseline, point, run), value)
                        : value);
    }
  }
  return row;
}

using Explain =
    std::function<Influence(const std::vector<double>& values, std::size_t runs_at_a_point)>;

Influence by_sobol(const SobolPlan& plan, const std::vector<double>& values, std::size_t runs) {
  SobolIndices found = sobol_indices(plan, values, runs);
  Influence influence{0,  found.mean, found.variance, found.luck, {{"total", {}}, {"first", {}}},
                      {}, {},         found.values,   nothing};
  influence.indices.push_back({"total_of_settings", {}});
  influence.indices.push_back({"first_of_settings", {}});
  for (const FactorShare& factor : found.factors) {
    influence.indices[0].of_factors.push_back(factor.total);
    influence.indices[1].of_factors.push_back(factor.first);
    influence.indices[2].of_factors.push_back(factor.total_of_settings);
    influence.indices[3].of_factors.push_back(factor.first_of_settings);
  }
  influence.pairs = std::move(found.pairs);
  influence.missing = std::move(found.missing);
  return influence;
}

Influence without_indices(const std::vector<double>& values) {
  const Summary summary = summarise(values);
  return {0,
          summary.mean,
          std::pow(summary.deviation, 2),
          no_estimate(),
          {},
          {},
          {},
          values.size(),
          nothing};
}

Influence by_morris(const MorrisDesign& design, const std::vector<double>& values,
                    std::size_t runs) {
  Influence influence = without_indices(values);
  influence.indices = {{"size", {}},
                       {"mean_effect", {}},
                       {"unevenness", {}},
                       {"by_luck", {}},
                       {"luck_of_effect", {}}};
  for (const MorrisEffect& effect : morris_effects(design, values, runs)) {
    influence.indices[0].of_factors.push_back(effect.size);
    influence.indices[1].of_factors.push_back(effect.mean);
    influence.indices[2].of_factors.push_back(effect.unevenness);
    influence.indices[3].of_factors.push_back({effect.by_luck, nothing});
    influence.indices[4].of_factors.push_back({effect.luck, nothing});
  }
  const std::size_t of_a_scramble = values.size() / design.plan().scrambles;
  for (std::size_t from = 0; from < values.size(); from += of_a_scramble) {
    influence.missing.push_back(static_cast<std::size_t>(
        std::count_if(values.begin() + static_cast<std::ptrdiff_t>(from),
                      values.begin() + static_cast<std::ptrdiff_t>(from + of_a_scramble),
                      [](double value) { return !std::isfinite(value); })));
  }
  return influence;
}

Influence by_given_data(GivenData data, std::uint64_t seed) {
  const GivenDataEffects found = given_data_effects(data, seed);
  Influence influence = without_indices(data.values);
  influence.luck = {found.luck, nothing};
  influence.by_chance = found.by_chance;
  influence.missing = {found.missing};
  influence.indices = {{"shift", {}}};
  for (const GivenDataEffect& effect : found.inputs) {
    influence.indices[0].of_factors.push_back(effect.shift);
  }
  return influence;
}

// Differences first: they are what is decided by.
std::vector<ExplainedOutcome> outcomes_of(std::span<const Measure> registry,
                                          const std::vector<std::size_t>& columns,
                                          const ServiceModels& scenarios, std::size_t baseline) {
  std::vector<ExplainedOutcome> outcomes;
  for (const std::size_t column : columns) {
    for (std::size_t scenario = 0; scenario < scenarios.size(); ++scenario) {
      if (scenario != baseline &&
          scenarios.are_comparable(registry[column].name, baseline, scenario)) {
        outcomes.push_back({&registry[column], scenario, baseline});
      }
    }
  }
  for (const std::size_t column : columns) {
    for (std::size_t scenario = 0; scenario < scenarios.size(); ++scenario) {
      // Points are compared with one another too.
      if (scenarios.are_comparable(registry[column].name, scenario, scenario)) {
        outcomes.push_back({&registry[column], scenario, {}});
      }
    }
  }
  return outcomes;
}

void note_not_compared(std::span<const Measure> registry, const std::vector<std::size_t>& columns,
                       const ServiceModels& scenarios, Influences& found) {
  for (const std::size_t column : columns) {
    if (!scenarios.are_all_comparable(registry[column].name)) {
      found.not_compared.push_back(&registry[column]);
    }
  }
}

void expect_something(const Influences& found, const ServiceModels& scenarios) {
  if (found.of_run.empty() && found.monthly.empty()) {
    std::vector<std::string> names;
    for (const Measure* const measure : found.not_compared) {
      names.emplace_back(measure->name);
    }
    throw scenarios.refusal(names, "take a measure with one meaning at all points");
  }
}

// Each measure is read once, whatever the number of outcomes made of it.
Influences explained(const KeptMeasures& kept, const ServiceModels& scenarios, std::size_t baseline,
                     const StudySource& source, const Explain& explain) {
  Influences found;
  note_not_compared(run_measures(), kept.of_run, scenarios, found);
  note_not_compared(monthly_measures(), kept.monthly, scenarios, found);
  found.of_run = outcomes_of(run_measures(), kept.of_run, scenarios, baseline);
  found.monthly = outcomes_of(monthly_measures(), kept.monthly, scenarios, baseline);
  expect_something(found, scenarios);
  found.over_horizon.resize(found.of_run.size());
  found.by_month.resize(found.monthly.size());
  for (const std::size_t column : kept.of_run) {
    const StudyValues values = source.values(run_measures()[column].name);
    for (std::size_t i = 0; i < found.of_run.size(); ++i) {
      if (found.of_run[i].measure == &run_measures()[column]) {
        found.over_horizon[i] = explain(in_a_row(values, found.of_run[i]), values.runs());
        found.over_horizon[i].outcome = i;
      }
    }
  }
  for (const std::size_t column : kept.monthly) {
    const std::vector<StudyValues> months = source.months(monthly_measures()[column].name);
    for (std::size_t i = 0; i < found.monthly.size(); ++i) {
      for (std::size_t m = 0;
           m < months.size() && found.monthly[i].measure == &monthly_measures()[column]; ++m) {
        found.by_month[i].push_back(
            explain(in_a_row(months[m], found.monthly[i]), months[m].runs()));
        found.by_month[i].back().outcome = i;
      }
    }
  }
  return found;
}

}  // namespace

const Index* Influence::find(std::string_view index) const {
  const auto found = std::ranges::find(indices, index, &Index::name);
  return found == indices.end() ? nullptr : &*found;
}

std::size_t Influence::all_missing() const {
  return std::accumulate(missing.begin(), missing.end(), std::size_t{0});
}

bool Influence::stands_out(std::size_t factor) const {
  if (const Index* const by_luck = find("by_luck")) {
    const MorrisEffect effect{main()[factor], no_estimate(), no_estimate(),
                              by_luck->of_factors[factor].value, nothing};
    return !effect.is_lost_in_luck();
  }
  return std::isnan(by_chance) || GivenDataEffect{main()[factor]}.stands_out(by_chance);
}

Influences influences_of(const SensitivityDesign& design, const KeptMeasures& kept,
                         const ServiceModels& scenarios, std::size_t baseline,
                         const StudySource& source) {
  if (design.method == SensitivityMethod::morris) {
    const MorrisDesign morris(design.morris());
    return explained(kept, scenarios, baseline, source,
                     [&](const std::vector<double>& values, std::size_t runs) {
                       return by_morris(morris, values, runs);
                     });
  }
  const SobolPlan plan = design.sobol();
  return explained(kept, scenarios, baseline, source,
                   [&](const std::vector<double>& values, std::size_t runs) {
                     return by_sobol(plan, values, runs);
                   });
}

Influences influences_of_given(const std::vector<double>& places, std::size_t inputs,
                               std::uint64_t seed, const KeptMeasures& kept,
                               const ServiceModels& scenarios, std::size_t baseline,
                               const StudySource& source) {
  return explained(kept, scenarios, baseline, source,
                   [&](std::vector<double> values, std::size_t runs) {
                     return by_given_data({inputs, runs, places, std::move(values)}, seed);
                   });
}

}  // namespace stepdown
