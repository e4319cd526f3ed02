#include "analysis/comparability.h"

#include "model/parameters/registry.h"

namespace stepdown {
namespace {

bool must_be_the_same(const Parameter& parameter) {
  return parameter.role == Role::fact || parameter.name == "horizon.start_year" ||
         parameter.name == "horizon.years";
}

}  // namespace

std::vector<std::string> reasons_not_to_compare(std::span<const Scenario> scenarios) {
  std::vector<std::string> reasons;
  for (const Parameter& parameter : parameter_registry()) {
    if (!must_be_the_same(parameter)) {
      continue;
    }
    const Scenario& first = scenarios.front();
    const Value expected = parameter.get(first.before_day_0());
    for (const Scenario& scenario : scenarios.subspan(1)) {
      const Value value = parameter.get(scenario.before_day_0());
      if (value != expected) {
        reasons.push_back(std::string(parameter.name) + " is " + written(parameter, expected) +
                          " in " + first.name() + " but " + written(parameter, value) + " in " +
                          scenario.name());
      }
    }
  }
  return reasons;
}

}  // namespace stepdown
