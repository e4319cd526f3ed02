#include "tests/properties/random_scenario.h"

#include <cmath>

#include "model/parameters/registry.h"
#include "scenarios/scenario_error.h"
#include "tests/fuzz/file_beside_the_built_in.h"

namespace stepdown {
namespace {

// Large towns and long lives only take longer.
const std::vector<std::string> small = {"population.children=300", "workforce.social_workers=2",
                                        "horizon.years=1", "horizon.warm_up_years=1"};

bool is_open(const Parameter& parameter) {
  const std::string_view name = parameter.name;
  return parameter.kind != Kind::list && !name.starts_with("horizon.") &&
         !name.starts_with("laboratory.") && name != "population.children" &&
         name != "workforce.social_workers";
}

std::string setting(const Parameter& parameter, int thousandths) {
  const auto [low, high] = parameter.bounds;
  const double value = low + (high - low) * thousandths / 1000;
  const bool is_real = parameter.kind == Kind::real;
  const Value written_value = parameter.kind == Kind::choice
                                  ? Value(Choice{static_cast<std::uint8_t>(std::round(value))})
                                  : Value(is_real ? value : std::round(value));
  return std::string(parameter.name) + '=' + written(parameter, written_value);
}

std::vector<std::string> of_role(const RandomSettingsMap& settings, bool levers) {
  std::vector<std::string> typed;
  for (const auto& [place, thousandths] : settings) {
    const Parameter& parameter = parameter_registry()[place];
    if (is_open(parameter) && (parameter.role == Role::lever) == levers) {
      typed.push_back(setting(parameter, thousandths));
    }
  }
  return typed;
}

std::string policy_text(const std::vector<std::string>& levers) {
  std::string text = "kind = \"policy\"\nextends = \"../base.toml\"\n";
  for (const std::string& lever : levers) {
    text += lever + '\n';
  }
  return text;
}

}  // namespace

std::vector<std::string> levers_of(const RandomSettingsMap& settings) {
  return of_role(settings, true);
}

std::vector<std::string> others_of(const RandomSettingsMap& settings) {
  return of_role(settings, false);
}

std::optional<std::vector<Scenario>> base_and_policy(const RandomSettingsMap& settings) {
  const FileBesideTheBuiltIn source("scenarios/policies/mine.toml",
                                    policy_text(levers_of(settings)));
  std::vector<std::string> set = small;
  const std::vector<std::string> others = others_of(settings);
  set.insert(set.end(), others.begin(), others.end());
  try {
    return load_scenarios(source, {{"scenarios/base.toml", source.path()}, "", set});
  } catch (const ScenarioErrors&) {
    return {};
  }
}

rc::Gen<RandomSettingsMap> some_settings() {
  return rc::gen::container<RandomSettingsMap>(
      rc::gen::inRange<std::size_t>(0, parameter_registry().size()), rc::gen::inRange(0, 1001));
}

std::string bits_of(const Outcomes& outcomes) {
  std::string bits;
  for (const std::vector<double>* values : {&outcomes.of_run, &outcomes.monthly}) {
    bits.append(reinterpret_cast<const char*>(values->data()), values->size() * sizeof(double));
  }
  return bits;
}

}  // namespace stepdown
