#include "cli/validation.h"

#include <algorithm>

#include "scenarios/scenario_library.h"

namespace stepdown {
namespace {

ValidFit valid_fit(const ScenarioSource& source, const std::string& path) {
  const std::string text = source.read(path).text;
  const std::vector<Setting> settings = load_fit({path, text, path});
  const std::ptrdiff_t levers = std::ranges::count(
      settings, Role::lever, [](const Setting& setting) { return setting.parameter->role; });
  std::vector<Problem> none;
  return {stem_of(path), read_scenario_file(path, text, none)->place.text,
          std::ssize(settings) - levers, levers};
}

}  // namespace

bool Validation::is_valid() const {
  return std::ranges::none_of(
      problems, [](const Problem& problem) { return problem.severity == Severity::error; });
}

Validation validated(const ScenarioSource& source, const ScenarioSelection& selection) {
  Validation validation;
  ScenarioSelection scenarios = selection;
  scenarios.files.clear();
  for (const std::string& path : selection.files) {
    const std::optional<ScenarioKind> kind = kind_of_file(source, path);
    try {
      if (kind == ScenarioKind::place) {
        validation.places.push_back(load_place(source, path));
      } else if (kind == ScenarioKind::member) {
        const MemberFile file{path, source.read(path).text, path};
        validation.members.push_back({stem_of(path), std::ssize(load_member(file))});
      } else if (kind == ScenarioKind::fit) {
        validation.fits.push_back(valid_fit(source, path));
      } else {
        scenarios.files.push_back(path);
      }
    } catch (const ScenarioErrors& errors) {
      add_once(validation.problems, errors.problems());
    }
  }
  try {
    validation.scenarios = load_scenarios(source, scenarios);
  } catch (const ScenarioErrors& errors) {
    add_once(validation.problems, errors.problems());
  }
  for (const Scenario& scenario : validation.scenarios) {
    add_once(validation.problems, {scenario.warnings().begin(), scenario.warnings().end()});
  }
  return validation;
}

}  // namespace stepdown
