#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace stepdown {

/// How a measure is read: what the table shows first, and how a sentence speaks of it. The last
/// four tell the same once more in parts, which tables show on request.
enum class MeasureGroup : unsigned char {
  need,
  lateness,
  returning,
  escalation,
  waiting,
  noticing,
  engagement,
  caseload,
  workforce,
  flows,
  stocks,
  cost,
  laboratory,
  fifths,
  stages,
  tier_flows,
  return_curves,
};

/// One number a run ends with (`monthly == false`) or one number for each month of its horizon.
/// `name` is the column name everywhere: HDF5, CSV, JSON.
struct Measure {
  std::string_view name;
  std::string_view unit;
  std::string_view long_name;
  MeasureGroup group;
  bool monthly;
};

/// Every measure, run measures first, in the order of the columns of `Outcomes`.
std::span<const Measure> outcome_registry();

/// Those of the registry with one value a run, and those with one a month.
std::span<const Measure> run_measures();
std::span<const Measure> monthly_measures();

/// What one run of one scenario ends with: a value for each run measure and, month after month,
/// for each monthly measure. A value that does not exist (a share of nobody) is NaN.
struct Outcomes {
  std::vector<double> of_run;   // run_measures().size()
  std::vector<double> monthly;  // months x monthly_measures().size(), month by month
  std::size_t months = 0;
};

}  // namespace stepdown
