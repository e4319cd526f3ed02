#include "cli/parameter_table.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

#include "model/parameters/registry.h"
#include "scenarios/parameter_words.h"

namespace stepdown {
namespace {

std::string_view group_of(const Parameter& parameter) {
  return parameter.name.substr(0, parameter.name.find('.'));
}

bool is_under(std::string_view name, std::string_view prefix) {
  return prefix.empty() || name == prefix ||
         (name.starts_with(prefix) && name[prefix.size()] == '.');
}

std::string only_when_text(const Parameter& parameter) {
  if (parameter.only_when.option.empty()) {
    return {};
  }
  return std::string(parameter.only_when.option) + " = \"" +
         std::string(parameter.only_when.answer) + '"';
}

std::string initial_text(const Parameter& parameter) {
  return written(parameter, parameter.initial);
}

std::string bounds_text(const Parameter& parameter) {
  if (parameter.kind == Kind::choice) {
    std::string text;
    for (const std::string_view choice : parameter.choices) {
      text += (text.empty() ? "" : ", ") + std::string(choice);
    }
    return text;
  }
  return written(parameter, parameter.bounds.low) + " to " +
         written(parameter, parameter.bounds.high);
}

std::string unit_text(const Parameter& parameter) {
  const std::string unit(name_of(parameter.unit));
  switch (parameter.kind) {
    case Kind::whole:
      return unit.empty() ? "whole number" : unit + ", whole";
    case Kind::choice:
      return "choice";
    case Kind::list:
      return "list of " + (unit.empty() ? "numbers" : unit);
    default:
      return unit.empty() ? "number" : unit;
  }
}

/// A text as one cell of a Markdown table.
std::string cell(std::string text) {
  for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) {
    text.insert(at, 1, '\\');
  }
  return text + " | ";
}

nlohmann::ordered_json as_json(const Parameter& parameter) {
  nlohmann::ordered_json entry;
  entry["name"] = parameter.name;
  entry["group"] = group_of(parameter);
  entry["unit"] = unit_text(parameter);
  entry["initial"] = nlohmann::ordered_json::parse(initial_text(parameter));
  if (parameter.kind == Kind::choice) {
    entry["choices"] = std::vector<std::string>(parameter.choices.begin(), parameter.choices.end());
  } else {
    entry["low"] = parameter.bounds.low;
    entry["high"] = parameter.bounds.high;
  }
  entry["role"] = name_of(parameter.role);
  entry["meaning"] = parameter.doc.text();
  entry["source"] = parameter.source.text();
  if (!parameter.only_when.option.empty()) {
    entry["only_when"] = {{"option", parameter.only_when.option},
                          {"answer", parameter.only_when.answer}};
  }
  return entry;
}

}  // namespace

std::string parameter_in_words(const Parameter& parameter) {
  std::ostringstream text;
  text << parameter.name << "\n  " << parameter.doc.text() << "\n\n"
       << "  unit     " << unit_text(parameter) << '\n'
       << (parameter.kind == Kind::choice ? "  answers  " : "  bounds   ") << bounds_text(parameter)
       << '\n'
       << "  initial  " << initial_text(parameter) << '\n'
       << "  role     " << name_of(parameter.role) << " (" << home_of(parameter.role) << ")\n"
       << "  source   " << parameter.source.text() << '\n';
  if (const std::string option = only_when_text(parameter); !option.empty()) {
    text << "  only     with " << option << '\n';
  }
  text << "\n  [" << table_of(parameter.name) << "]\n  " << key_of(parameter.name) << " = "
       << initial_text(parameter) << '\n';
  return text.str();
}

std::string parameter_list(std::string_view prefix) {
  std::size_t width = 0;
  for (const Parameter& parameter : parameter_registry()) {
    width = std::max(width, parameter.name.size());
  }
  std::ostringstream text;
  std::string_view group;
  for (const Parameter& parameter : parameter_registry()) {
    if (!is_under(parameter.name, prefix)) {
      continue;
    }
    if (group_of(parameter) != group) {
      text << (group.empty() ? "" : "\n") << group_of(parameter) << '\n';
      group = group_of(parameter);
    }
    text << "  " << parameter.name << std::string(width + 2 - parameter.name.size(), ' ')
         << name_of(parameter.role) << ", " << initial_text(parameter) << " (";
    text << range_in_words(parameter) << ")\n";
  }
  return text.str();
}

std::string parameters_markdown() {
  std::ostringstream text;
  text << "# Parameters\n\n"
          "Written by `stepdown explain --markdown` from the one registry of the program; do not "
          "edit.\n"
          "The default holds when neither base, place, policy nor `--set` gives a value. Facts "
          "stand in\n"
          "place files, levers in policy files, uncertainties and numerics in the base.\n";
  std::string_view group;
  for (const Parameter& parameter : parameter_registry()) {
    if (group_of(parameter) != group) {
      group = group_of(parameter);
      text << "\n## " << group
           << "\n\n| name | unit | default | bounds | role | what it means | source |\n"
              "|---|---|---|---|---|---|---|\n";
    }
    std::string doc(parameter.doc.text());
    if (const std::string option = only_when_text(parameter); !option.empty()) {
      doc += "; only with `" + option + '`';
    }
    std::string row = "| " + cell('`' + std::string(parameter.name) + '`') +
                      cell(unit_text(parameter)) + cell(initial_text(parameter)) +
                      cell(bounds_text(parameter)) + cell(std::string(name_of(parameter.role))) +
                      cell(doc) + cell(std::string(parameter.source.text()));
    row.pop_back();
    text << row << '\n';
  }
  return text.str();
}

std::string parameters_json(std::string_view prefix) {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const Parameter& parameter : parameter_registry()) {
    if (is_under(parameter.name, prefix)) {
      all.push_back(as_json(parameter));
    }
  }
  return all.dump(2) + '\n';
}

}  // namespace stepdown
