#include "analysis/comparability.h"

#include <algorithm>
#include <utility>

#include "model/parameters/registry.h"

namespace stepdown {
namespace {

// Collects what differs, and how.
class Differences {
 public:
  void look_at(const std::string& what, const std::string& a, const std::string& b) {
    if (a != b) {
      reasons_.push_back(what + " is " + a + " in one and " + b + " in the other");
    }
  }
  void add(std::string reason) { reasons_.push_back(std::move(reason)); }
  std::vector<std::string> reasons() && { return std::move(reasons_); }

 private:
  std::vector<std::string> reasons_;
};

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    text += (text.empty() ? "" : ", ") + name;
  }
  return text;
}

std::string runs_in_words(const OutcomeFile& file) {
  const auto& numbers = file.run_numbers();
  return numbers.empty()
             ? "none"
             : std::to_string(numbers.front()) + " to " + std::to_string(numbers.back());
}

void look_at_facts(const OutcomeFile& a, const OutcomeFile& b, Differences& differences) {
  const std::vector<std::string> values_of_a = a.setting_values(0);
  const std::vector<std::string> values_of_b = b.setting_values(0);
  for (std::size_t i = 0; i < a.settings().size(); ++i) {
    const KnownSetting& setting = a.settings()[i];
    const auto in_b = std::ranges::find(b.settings(), setting.name, &KnownSetting::name);
    if (setting.role == name_of(Role::fact) && in_b != b.settings().end()) {
      differences.look_at(setting.name, values_of_a[i],
                          values_of_b[static_cast<std::size_t>(in_b - b.settings().begin())]);
    }
  }
}

void look_at_shared_names(const OutcomeFile& a, const OutcomeFile& b, Differences& differences) {
  for (std::size_t in_a = 0; in_a < a.scenarios().size(); ++in_a) {
    const auto found = std::ranges::find(b.scenarios(), a.scenarios()[in_a]);
    if (found != b.scenarios().end() &&
        a.digest(in_a) != b.digest(static_cast<std::size_t>(found - b.scenarios().begin()))) {
      differences.add("two different scenarios are called " + *found);
    }
  }
}

}  // namespace

bool must_be_the_same(const Parameter& parameter) {
  return parameter.role == Role::fact || parameter.name == "horizon.start_year" ||
         parameter.name == "horizon.years";
}

std::vector<std::string> reasons_not_to_compare(const OutcomeFile& a, const OutcomeFile& b) {
  const Provenance& of_a = a.provenance();
  const Provenance& of_b = b.provenance();
  Differences differences;
  differences.look_at("the version of stepdown", of_a.version, of_b.version);
  differences.look_at("the seed", std::to_string(of_a.seed), std::to_string(of_b.seed));
  differences.look_at("the number of its runs", runs_in_words(a), runs_in_words(b));
  differences.look_at("the world", listed(a.draws()), listed(b.draws()));
  differences.look_at("horizon.start_year", std::to_string(of_a.start_year),
                      std::to_string(of_b.start_year));
  differences.look_at("horizon.years", std::to_string(of_a.years), std::to_string(of_b.years));
  look_at_facts(a, b, differences);
  look_at_shared_names(a, b, differences);
  return std::move(differences).reasons();
}

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

void check_comparable(std::span<const Scenario> scenarios) {
  std::vector<std::string> reasons = reasons_not_to_compare(scenarios);
  if (!reasons.empty()) {
    throw NotComparable("these scenarios cannot be compared", std::move(reasons));
  }
}

}  // namespace stepdown
