#include "cli/scenario_warnings.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "scenarios/scenario_source.h"
#include "scenarios/tried_settings.h"

namespace stepdown {
namespace {

std::vector<Problem> warnings_of(std::span<const Scenario> scenarios) {
  std::vector<Problem> warnings;
  for (const Scenario& scenario : scenarios) {
    add_once(warnings, {scenario.warnings().begin(), scenario.warnings().end()});
  }
  return warnings;
}

bool are_of_one_place(const Problem& a, const Problem& b) {
  return a.file == b.file && a.line == b.line && a.line_text == b.line_text;
}

void tell(const std::vector<Problem>& warnings) {
  if (!warnings.empty()) {
    std::cerr << written(warnings);
  }
}

}  // namespace

void tell_warnings(std::span<const Scenario> scenarios) { tell(warnings_of(scenarios)); }

void tell_warnings(std::span<const Scenario> scenarios, const ScenarioSelection& selection,
                   std::span<const Varied> varied) {
  std::vector<Problem> warnings = warnings_of(scenarios);
  if (warnings.empty()) {
    return;
  }
  const TriedSettings tried(*disk_source(), selection);
  for (const double end : {0.0, 1.0}) {
    std::vector<std::string> settings;
    for (const Varied& each : varied) {
      settings.push_back(each.name() + '=' + each.written(each.at(end)));
    }
    const std::vector<Problem> there = tried.warnings_with(settings);
    std::erase_if(warnings, [&](const Problem& warning) {
      return std::ranges::find(there, warning) == there.end();
    });
  }
  tell(warnings);
}

void tell_warnings(std::span<const Draw> worlds) {
  std::vector<Problem> told;
  for (const Draw& world : worlds) {
    std::vector<Problem> news;
    std::ranges::copy_if(
        warnings_of(world.scenarios), std::back_inserter(news), [&](const Problem& warning) {
          return std::ranges::none_of(
              told, [&](const Problem& before) { return are_of_one_place(before, warning); });
        });
    add_once(told, news);
  }
  tell(told);
}

}  // namespace stepdown
