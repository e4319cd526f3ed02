#include "scenarios/evidence_links.h"

#include <algorithm>
#include <array>

#include "model/parameters/registry.h"
#include "scenarios/evidence_name.h"
#include "scenarios/scenario.h"

namespace stepdown {
namespace {

constexpr std::array policy_folders = {"scenarios/policies", "scenarios/strategies"};

bool mentions(std::string_view text, int row) {
  return std::ranges::binary_search(evidence_mentioned(text), row);
}

struct CarriedPolicy {
  std::string path;
  Scenario scenario;
};

const std::vector<CarriedPolicy>& carried_policies() {
  static const std::vector<CarriedPolicy> all = [] {
    const auto source = embedded_source();
    std::vector<CarriedPolicy> policies;
    for (const std::string folder : policy_folders) {
      const std::vector<std::string> paths = source->files_in(folder);
      std::vector<Scenario> scenarios = load_scenarios(*source, {paths, "", {}});
      for (std::size_t i = 0; i < paths.size(); ++i) {
        policies.push_back({paths[i], std::move(scenarios[i])});
      }
    }
    return policies;
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
  for (const auto& [path, policy] : carried_policies()) {
    if (std::ranges::binary_search(policy.evidence(), row)) {
      found.push_back({path, policy.title()});
    }
  }
  return found;
}

}  // namespace stepdown
