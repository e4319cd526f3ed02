#include "cli/validate.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command_line.h"
#include "cli/validation.h"

namespace stepdown {
namespace {

struct ValidateOptions {
  ScenarioSelection selection;
  bool json = false;
};

std::ptrdiff_t settings_changed(const Scenario& scenario) {
  return std::ranges::count_if(scenario.settings(), [](const Setting& setting) {
    return setting.value != setting.parameter->initial;
  });
}

std::string counted(std::ptrdiff_t count, const std::string& noun) {
  return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

std::string in_words(std::ptrdiff_t uncertainties) {
  return uncertainties == 1 ? "1 uncertainty" : std::to_string(uncertainties) + " uncertainties";
}

void print(const Validation& validation, Colour colour) {
  for (const PlaceFacts& place : validation.places) {
    std::cout << place.name << ": a valid place, "
              << counted(static_cast<std::ptrdiff_t>(place.facts.size()), "fact") << ", "
              << counted(static_cast<std::ptrdiff_t>(place.observed.size()), "official figure")
              << " to compare with\n";
  }
  for (const ValidMember& member : validation.members) {
    std::cout << member.name << ": a valid member of an ensemble, "
              << in_words(member.uncertainties) << '\n';
  }
  for (const ValidFit& fit : validation.fits) {
    std::cout << fit.name << ": a valid fit for the place " << fit.place << ", "
              << in_words(fit.uncertainties) << " and " << counted(fit.levers, "lever") << '\n';
  }
  for (const Scenario& scenario : validation.scenarios) {
    std::cout << scenario.name() << ": a valid " << name_of(scenario.kind());
    if (!scenario.place_name().empty()) {
      std::cout << " for the place " << scenario.place_name();
    }
    std::cout << ", " << counted(settings_changed(scenario), "setting")
              << " other than the registry's\n";
  }
  if (!validation.problems.empty()) {
    std::cerr << written(validation.problems, colour);
  }
}

nlohmann::ordered_json as_json(const Problem& problem) {
  return {{"severity", problem.severity == Severity::error ? "error" : "warning"},
          {"code", code_of(problem.fault)},
          {"message", problem.message},
          {"file", problem.file},
          {"line", problem.line},
          {"column", problem.column},
          {"suggestion", problem.suggestion}};
}

void print_json(const Validation& validation) {
  nlohmann::ordered_json result;
  result["valid"] = validation.is_valid();
  result["scenarios"] = nlohmann::ordered_json::array();
  for (const Scenario& scenario : validation.scenarios) {
    result["scenarios"].push_back({{"name", scenario.name()},
                                   {"kind", name_of(scenario.kind())},
                                   {"title", scenario.title()},
                                   {"place", scenario.place_name()},
                                   {"settings_changed", settings_changed(scenario)}});
  }
  result["places"] = nlohmann::ordered_json::array();
  for (const PlaceFacts& place : validation.places) {
    result["places"].push_back({{"name", place.name}, {"title", place.title}});
  }
  result["members"] = nlohmann::ordered_json::array();
  for (const ValidMember& member : validation.members) {
    result["members"].push_back({{"name", member.name}, {"uncertainties", member.uncertainties}});
  }
  result["fits"] = nlohmann::ordered_json::array();
  for (const ValidFit& fit : validation.fits) {
    result["fits"].push_back({{"name", fit.name},
                              {"place", fit.place},
                              {"uncertainties", fit.uncertainties},
                              {"levers", fit.levers}});
  }
  result["problems"] = nlohmann::ordered_json::array();
  for (const Problem& problem : validation.problems) {
    result["problems"].push_back(as_json(problem));
  }
  std::cout << result.dump(2) << '\n';
}

ExitCode validate(const ValidateOptions& options, Colour colour) {
  const Validation validation = validated(*disk_source(), options.selection);
  if (options.json) {
    print_json(validation);
    return validation.is_valid() ? ExitCode::ok : ExitCode::usage;
  }
  if (!validation.is_valid()) {
    throw ScenarioErrors(validation.problems);
  }
  print(validation, colour);
  return ExitCode::ok;
}

}  // namespace

void add_validate(CLI::App& app, Request& request) {
  const auto options = std::make_shared<ValidateOptions>();
  CLI::App* verb = app.add_subcommand("validate", "Checks scenario and place files");
  add_scenario_options(*verb, options->selection);
  add_json_option(*verb, options->json);
  verb->callback([&request, options] {
    request.action = [&request, options] { return validate(*options, request.colour); };
  });
}

}  // namespace stepdown
