#include "model/parameters/registry.h"

#include <array>
#include <utility>
#include <vector>

namespace stepdown {

std::span<const Parameter> parameter_registry() {
  static const std::vector<Parameter> all = [] {
    std::vector<Parameter> rows;
    for (const auto group :
         {horizon_parameters(),      population_parameters(),  deprivation_parameters(),
          need_parameters(),         noticing_parameters(),    judgement_parameters(),
          awareness_parameters(),    trust_parameters(),       threshold_parameters(),
          rationing_parameters(),    front_door_parameters(),  consent_parameters(),
          help_parameters(),         working_parameters(),     workforce_parameters(),
          caseload_parameters(),     waiting_parameters(),     closure_parameters(),
          closure_ways_parameters(), protection_parameters(),  care_parameters(),
          outside_parameters(),      family_help_parameters(), shock_parameters(),
          policy_parameters(),       cost_parameters(),        laboratory_parameters()}) {
      rows.insert(rows.end(), group.begin(), group.end());
    }
    return rows;
  }();
  return all;
}

std::optional<std::string_view> refusal_of(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> refused = {{
      {"waiting.child_in_need",
       "a child in need has no waiting list: a case without a worker is unallocated, and that is "
       "reported"},
      {"waiting.child_protection",
       "a child protection plan never waits: the cap is exceeded, and that is reported"},
      {"waiting.looked_after",
       "a child who is looked after never waits: the cap is exceeded, and that is reported"},
  }};
  for (const auto& [prefix, reason] : refused) {
    if (name.starts_with(prefix)) {
      return reason;
    }
  }
  return std::nullopt;
}

ModelParameters initial_parameters() {
  ModelParameters parameters;
  for (const Parameter& parameter : parameter_registry()) {
    parameter.set(parameters, parameter.initial);
  }
  return parameters;
}

}  // namespace stepdown
