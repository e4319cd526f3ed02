#include "scenarios/scenario.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "scenarios/place_search.h"
#include "scenarios/resolution.h"
#include "scenarios/scenario_check.h"
#include "scenarios/scenario_library.h"
#include "scenarios/setting_check.h"

namespace stepdown {
namespace {

std::string line_of(const std::string& prefix, const Parameter& parameter, const Value& value) {
  return prefix + std::string(parameter.name) + " = " + written(parameter, value) + '\n';
}

std::string canonical_text(const ScenarioParts& parts) {
  std::vector<std::string> now;
  std::vector<std::string> before;
  std::vector<std::string> between;
  const bool begins_later = parts.from_day_0.policy.from_month > 0;
  for (const Setting& setting : parts.settings) {
    const Parameter& parameter = *setting.parameter;
    const Value earlier = parameter.get(parts.before_day_0);
    if (setting.value != parameter.initial) {
      now.push_back(line_of("", parameter, setting.value));
    }
    if (earlier != setting.value) {
      before.push_back(line_of("before_day_0.", parameter, earlier));
    }
    if (const Value then = parameter.get(parts.until_policy); begins_later && then != earlier) {
      between.push_back(line_of("until_policy.", parameter, then));
    }
  }
  std::ranges::sort(now);
  std::ranges::sort(before);
  std::ranges::sort(between);
  std::string text;
  for (const std::vector<std::string>* lines : {&now, &before, &between}) {
    for (const std::string& line : *lines) {
      text += line;
    }
  }
  return text;
}

void throw_if_any(std::vector<Problem> problems) {
  if (!problems.empty()) {
    throw ScenarioErrors(std::move(problems));
  }
}

std::vector<Problem> shared_names(const std::vector<std::string>& paths) {
  std::vector<Problem> problems;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const auto earlier = std::ranges::find(paths.begin(), paths.begin() + static_cast<long>(i),
                                           stem_of(paths[i]), stem_of);
    if (earlier != paths.begin() + static_cast<long>(i)) {
      Problem problem;
      problem.fault = Fault::same_name;
      problem.message = "two scenarios are called `" + stem_of(paths[i]) + "`: `" + *earlier +
                        "` and `" + paths[i] + "`";
      problem.file = paths[i];
      problem.suggestion = "results are told apart by name: rename one of the files";
      problems.push_back(std::move(problem));
    }
  }
  return problems;
}

/// A setting of the command line that none of the scenarios has a use for is an error.
std::vector<Problem> idle_everywhere(const std::vector<Resolution>& scenarios) {
  std::vector<Problem> idle = scenarios.front().idle_settings;
  std::erase_if(idle, [&](const Problem& problem) {
    return !std::ranges::all_of(scenarios, [&](const Resolution& scenario) {
      return std::ranges::find(scenario.idle_settings, problem.line_text, &Problem::line_text) !=
             scenario.idle_settings.end();
    });
  });
  return idle;
}

/// Two worlds cannot hold at once.
void refuse_two_worlds(const ScenarioSelection& selection) {
  if (selection.member && selection.fit) {
    Problem problem;
    problem.fault = Fault::words_not_together;
    problem.message = "a member of the ensemble and a fit were asked for, which are two worlds";
    problem.file = "--fit";
    problem.suggestion = "leave --member or --fit out";
    throw ScenarioErrors({problem});
  }
}

/// What stands between base and place, if anything does.
const CheckedFile* overlay_of(const ScenarioSelection& selection, ScenarioLibrary& library) {
  if (selection.member) {
    return library.overlay(*selection.member, ScenarioKind::member);
  }
  return selection.fit ? library.overlay(*selection.fit, ScenarioKind::fit) : nullptr;
}

Problem no_scenario(const std::string& path, ScenarioKind kind) {
  const std::string name(name_of(kind));
  Problem problem;
  problem.fault = Fault::kind;
  problem.message = "`" + path + "` is a " + name + ", not a scenario";
  problem.file = path;
  problem.suggestion = "give it with --" + name + ", and a base or a policy as the scenario";
  return problem;
}

}  // namespace

Scenario::Scenario(ScenarioParts parts)
    : parts_(std::move(parts)), source_text_(canonical_text(parts_)) {}

bool share_a_warm_up(const Scenario& a, const Scenario& b) {
  return std::ranges::all_of(parameter_registry(), [&](const Parameter& parameter) {
    return parameter.get(a.before_day_0()) == parameter.get(b.before_day_0());
  });
}

std::vector<Scenario> load_scenarios(const ScenarioSource& source,
                                     const ScenarioSelection& selection, Namesakes namesakes) {
  refuse_two_worlds(selection);
  ScenarioLibrary library(source);
  std::vector<Resolution> resolved;
  std::vector<Problem> command_line_problems;
  std::vector<Problem> misplaced;
  const GivenSettings settings = checked_command_line(selection.settings, command_line_problems);
  const CheckedFile* overlay = overlay_of(selection, library);
  const CheckedFile* fit = selection.fit ? overlay : nullptr;
  for (const std::string& path : selection.files) {
    const std::vector<const CheckedFile*> chain = library.chain_of(path);
    if (chain.empty()) {
      continue;
    }
    const ScenarioKind kind = chain.back()->file.kind.value_or(ScenarioKind::base);
    if (!stands_alone(kind)) {
      resolved.push_back(
          resolve(chain, overlay, place_of(library, chain, selection.place, fit), settings));
    } else {
      misplaced.push_back(no_scenario(path, kind));
    }
  }
  std::vector<Problem> problems;
  add_once(problems, library.problems());
  if (namesakes == Namesakes::refused) {
    add_once(problems, shared_names(selection.files));
  }
  add_once(problems, misplaced);
  add_once(problems, command_line_problems);
  for (const Resolution& scenario : resolved) {
    add_once(problems, scenario.errors);
  }
  if (!resolved.empty() && resolved.size() == selection.files.size()) {
    add_once(problems, idle_everywhere(resolved));
  }
  throw_if_any(std::move(problems));

  std::vector<Scenario> scenarios;
  for (Resolution& scenario : resolved) {
    scenarios.emplace_back(std::move(scenario.parts));
  }
  return scenarios;
}

PlaceFacts load_place(const ScenarioSource& source, const std::string& path) {
  ScenarioLibrary library(source);
  const std::vector<const CheckedFile*> chain = library.chain_of(path);
  throw_if_any(library.problems());
  const CheckedFile& place = *chain.back();
  throw_if_any(check_place(place.settings));
  PlaceFacts facts{stem_of(path), place.file.title.text, {}, place.observed};
  std::ranges::transform(place.settings.sound, std::back_inserter(facts.facts),
                         &GivenSetting::setting);
  return facts;
}

std::optional<ScenarioKind> kind_of_file(const ScenarioSource& source, const std::string& path) {
  const SourceText text = source.read(path);
  std::vector<Problem> ignored;
  const auto file = read_scenario_file(path, text.text, ignored);
  return file ? file->kind : std::nullopt;
}

}  // namespace stepdown
