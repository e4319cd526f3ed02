#include "scenarios/setting_check.h"

#include <algorithm>
#include <cmath>

#include "model/parameters/registry.h"
#include "scenarios/measure_words.h"
#include "scenarios/parameter_words.h"
#include "scenarios/value_check.h"

namespace stepdown {
namespace {

constexpr std::string_view laboratory_table = "laboratory";

std::string with_article(Role role) {
  switch (role) {
    case Role::uncertainty:
      return "an uncertainty";
    case Role::numerics:
      return "a numerical setting";
    default:
      return "a " + std::string(name_of(role));
  }
}

Problem unknown(const PointAt& point_at, TextSpan at, const std::string& name, Naming naming) {
  if (const auto reason = refusal_of(name)) {
    return point_at(Fault::refused_by_the_service, at, "`" + name + "` cannot be set",
                    std::string(*reason));
  }
  const std::string_view table = table_of(name);
  const std::string where = table.empty() ? "" : " in [" + std::string(table) + "]";
  return point_at(Fault::unknown_setting, at,
                  "unknown setting `" + std::string(key_of(name)) + "`" + where,
                  advice_on_unknown(name, naming));
}

std::optional<Problem> role_problem(const ScenarioFile& file, const FileEntry& entry,
                                    const Parameter& parameter) {
  if (!file.kind || may_stand_in(*file.kind, parameter)) {
    return std::nullopt;
  }
  const bool textbook = table_of(parameter.name) == laboratory_table;
  return file.problem(Fault::wrong_role, entry.key,
                      "`" + entry.name + "` is " + with_article(parameter.role) +
                          " and cannot stand in a " + std::string(name_of(*file.kind)) + " file",
                      textbook ? "it belongs in a file of kind = \"laboratory\""
                               : home_of(parameter.role) + " (or on the command line: --set)");
}

std::optional<Problem> source_problem(const ScenarioFile& file, const FileEntry& entry) {
  if (file.kind != ScenarioKind::place ||
      entry.source.find_first_not_of(" \t") != std::string::npos) {
    return std::nullopt;
  }
  return file.problem(Fault::source_missing, entry.key, "`" + entry.name + "` has no source",
                      "write " + std::string(key_of(entry.name)) +
                          " = { value = ..., source = \"where the number comes from\" }");
}

bool is_snake_case(const std::string& name) {
  return !name.empty() && std::ranges::all_of(name, [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
  });
}

std::optional<GivenSetting> file_setting(const ScenarioFile& file, const FileEntry& entry,
                                         std::vector<Problem>& problems) {
  const PointAt point_at = [&](Fault fault, TextSpan at, std::string message, std::string advice) {
    return file.problem(fault, at, std::move(message), std::move(advice));
  };
  const Parameter* parameter = find_parameter(entry.name);
  if (!parameter) {
    problems.push_back(unknown(point_at, entry.key, entry.name, Naming::under_its_table));
    return std::nullopt;
  }
  const std::size_t before = problems.size();
  if (auto problem = role_problem(file, entry, *parameter)) {
    problems.push_back(std::move(*problem));
  } else if (auto missing = source_problem(file, entry)) {
    problems.push_back(std::move(*missing));
  }
  const auto value = checked_value(*parameter, entry.value, point_at, problems);
  if (!value || problems.size() != before) {
    return std::nullopt;
  }
  GivenSetting given;
  given.setting.parameter = parameter;
  given.setting.value = *value;
  given.setting.origin = {Origin::Giver::file, file.path, entry.key.line};
  given.setting.source = entry.source;
  given.where = file.pointer_to(entry.key);
  return given;
}

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t");
  return first == std::string::npos ? ""
                                    : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// A problem that points at a stretch of what was typed after `--set`.
Problem in_command_line(const std::string& text, Fault fault, std::size_t from, std::size_t length,
                        std::string message, std::string advice) {
  Problem made = problem_of_typed(fault, "--set", text, std::move(message), std::move(advice));
  made.column = static_cast<int>(from) + 1;
  made.caret_length = static_cast<int>(length);
  return made;
}

std::optional<GivenSetting> command_line_setting(const std::string& text,
                                                 std::vector<Problem>& problems) {
  const std::size_t equals = text.find('=');
  const std::string name = trimmed(text.substr(0, equals));
  const std::string typed = equals == std::string::npos ? "" : trimmed(text.substr(equals + 1));
  if (name.empty() || typed.empty()) {
    problems.push_back(
        in_command_line(text, Fault::malformed_set, 0, text.size(),
                        "`--set " + text + "` does not say which setting gets which value",
                        "write --set name=value"));
    return std::nullopt;
  }
  const PointAt at_name = [&](Fault fault, TextSpan, std::string message, std::string advice) {
    return in_command_line(text, fault, 0, equals, std::move(message), std::move(advice));
  };
  const PointAt at_value = [&](Fault fault, TextSpan, std::string message, std::string advice) {
    return in_command_line(text, fault, equals + 1, text.size() - equals - 1, std::move(message),
                           std::move(advice));
  };
  const Parameter* parameter = find_parameter(name);
  if (!parameter) {
    problems.push_back(unknown(at_name, {}, name, Naming::in_full));
    return std::nullopt;
  }
  const auto value = checked_value(*parameter, read_command_line_value(typed), at_value, problems);
  if (!value) {
    return std::nullopt;
  }
  GivenSetting given;
  given.setting.parameter = parameter;
  given.setting.value = *value;
  given.setting.origin.giver = Origin::Giver::command_line;
  given.where = at_name(Fault::option_not_chosen, {}, "", "");
  return given;
}

}  // namespace

bool may_stand_in(ScenarioKind kind, const Parameter& parameter) {
  const bool textbook = table_of(parameter.name) == laboratory_table;
  switch (kind) {
    case ScenarioKind::base:
      return parameter.role != Role::fact;
    case ScenarioKind::place:
      return parameter.role == Role::fact && !textbook;
    case ScenarioKind::policy:
      return parameter.role == Role::lever;
    case ScenarioKind::member:
      return parameter.role == Role::uncertainty && !textbook;
    case ScenarioKind::fit:
      return (parameter.role == Role::uncertainty || parameter.role == Role::lever) && !textbook;
    default:
      return true;
  }
}

GivenSettings checked_settings(const ScenarioFile& file, std::vector<Problem>& problems) {
  GivenSettings settings;
  for (const FileEntry& entry : file.entries) {
    if (auto given = file_setting(file, entry, problems)) {
      settings.sound.push_back(std::move(*given));
    } else {
      settings.unsound.push_back(entry.name);
    }
  }
  return settings;
}

std::vector<ObservedFigure> checked_observed(const ScenarioFile& file,
                                             std::vector<Problem>& problems) {
  std::vector<ObservedFigure> figures;
  for (const FileEntry& entry : file.observed) {
    const auto refuse = [&](TextSpan at, std::string message, std::string advice) {
      problems.push_back(
          file.problem(Fault::observed_figure, at, std::move(message), std::move(advice)));
    };
    const auto* number = std::get_if<double>(&entry.value.content);
    if (file.kind && file.kind != ScenarioKind::place) {
      refuse(entry.key, "official figures stand in a place file",
             "move [observed] to the file of the place it is about");
    } else if (!is_snake_case(entry.name)) {
      refuse(entry.key, "`" + entry.name + "` cannot be the name of an official figure",
             "write small letters, digits and _ only");
    } else if (const Measure* measure = run_measure(entry.name); measure == nullptr) {
      refuse(entry.key, "there is no measure `" + entry.name + "` with one value a run",
             advice_on_measure(entry.name, run_measures()));
    } else if (number && is_share(*measure) && !(*number >= 0 && *number <= 100)) {
      refuse(entry.value.at, "the official figure `" + entry.name + "` is a share in per cent",
             "write a number from 0 to 100");
    } else if (!number || !std::isfinite(*number)) {
      refuse(entry.value.at, "the official figure `" + entry.name + "` is not a number",
             "write " + entry.name + " = { value = ..., source = \"...\", year = \"2024\" }");
    } else if (auto missing = source_problem(file, entry)) {
      problems.push_back(std::move(*missing));
    } else {
      figures.push_back({entry.name,
                         *number,
                         entry.source,
                         entry.year,
                         {Origin::Giver::file, file.path, entry.key.line}});
    }
  }
  return figures;
}

GivenSettings checked_command_line(const std::vector<std::string>& settings,
                                   std::vector<Problem>& problems) {
  GivenSettings all;
  for (const std::string& text : settings) {
    const std::string name = trimmed(text.substr(0, text.find('=')));
    if (std::ranges::find(all.sound, name, [](const GivenSetting& given) {
          return given.setting.parameter->name;
        }) != all.sound.end()) {
      problems.push_back(in_command_line(text, Fault::duplicate, 0, text.find('='),
                                         "`" + name + "` is set twice", "keep one of the two"));
      continue;
    }
    if (auto given = command_line_setting(text, problems)) {
      all.sound.push_back(std::move(*given));
    } else {
      all.unsound.push_back(trimmed(text.substr(0, text.find('='))));
    }
  }
  return all;
}

}  // namespace stepdown
