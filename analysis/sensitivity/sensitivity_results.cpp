#include "analysis/sensitivity/sensitivity_results.h"

namespace stepdown {

std::string SensitivityResults::index_in_words() const {
  switch (design.method) {
    case SensitivityMethod::sobol:
      return "share of the spread that a factor accounts for, alone or together with others";
    case SensitivityMethod::morris:
      return "mean size of the change when a factor moves over its whole range";
    case SensitivityMethod::given_data:
      return "how far knowing a factor moves the distribution of the outcome";
  }
  return {};
}

std::string SensitivityResults::name_of_outcome(const ExplainedOutcome& outcome) const {
  std::string name =
      std::string(outcome.measure->name) + '.' + provenance.scenarios[outcome.scenario].name;
  return outcome.baseline ? name + "_minus_" + provenance.scenarios[*outcome.baseline].name : name;
}

}  // namespace stepdown
