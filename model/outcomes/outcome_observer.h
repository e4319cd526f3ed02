#pragma once

#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "model/outcomes/observer.h"
#include "model/outcomes/outcomes.h"
#include "model/parameters/model_parameters.h"

namespace stepdown {

/// What a measure may need to know of the time it covers.
struct HorizonFacts {
  const ModelParameters& parameters;
  const Authority& day_0;
  double end;    // day
  double years;  // of 365.25 days
  /// In force from day 0 until the policy begins; nothing if the policy is.
  const ModelParameters* until_policy = nullptr;
};

/// An observer that ends with measures: their values in the order in which its kind lists them.
class OutcomeObserver : public Observer {
 public:
  virtual std::vector<double> run_values(const Authority& at_end) const = 0;
  /// Month by month, each month all its monthly measures.
  virtual std::vector<double> monthly_values() const { return {}; }
};

/// One file of measures: what they are, and who watches for them.
struct OutcomeKind {
  std::span<const Measure> run_measures;
  std::span<const Measure> monthly_measures;
  std::unique_ptr<OutcomeObserver> (*observe)(const HorizonFacts&);
};

/// All kinds of measures in the order of the registry.
std::span<const OutcomeKind> outcome_kinds();

/// So many for each of `whole`; not a number if there is no whole, be there a part (a worker who
/// leaves on the very first day) or none.
inline double for_each_of(double part, double whole) {
  return whole == 0.0 ? std::numeric_limits<double>::quiet_NaN() : part / whole;
}
/// Percentage of `part` in `whole`; not a number if there is no whole.
inline double percentage(double part, double whole) { return for_each_of(100.0 * part, whole); }

}  // namespace stepdown
