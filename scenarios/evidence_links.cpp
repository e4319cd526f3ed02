#include "scenarios/evidence_links.h"

#include <algorithm>

#include "model/parameters/registry.h"
#include "scenarios/evidence_name.h"
#include "scenarios/scenario.h"

namespace stepdown {
namespace {

constexpr const char* policies_folder = "scenarios/policies";

bool mentions(std::string_view text, int row) {
  return std::ranges::binary_search(evidence_mentioned(text), row);
}

const std::vector<Scenario>& carried_policies() {
  static const std::vector<Scenario> all = [] {
    const auto source = embedded_source();
    return load_scenarios(*source, {source->files_in(policies_folder), "", {}});
  }();
  return all;
}

}  // namespace

std::vector<const Parameter*> parameters_on(int row) {
  std::vector<const Parameter*> found;
  for (const Parameter& parameter : parameter_registry()) {
    if (mentions(parameter.source.text(), row) || mentions(parameter.doc.text(), row)) {
      found.push_back(&parameter);
    }
  }
  return found;
}

std::vector<PolicyFile> policies_on(int row) {
  std::vector<PolicyFile> found;
  for (const Scenario& policy : carried_policies()) {
    if (std::ranges::binary_search(policy.evidence(), row)) {
      found.push_back(
          {std::string(policies_folder) + '/' + policy.name() + ".toml", policy.title()});
    }
  }
  return found;
}

}  // namespace stepdown
