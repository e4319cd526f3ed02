#include "cli/explanation.h"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <regex>
#include <utility>

#include "analysis/measure_group.h"
#include "analysis/text_layout.h"
#include "cli/error_page.h"
#include "cli/evidence_table.h"
#include "cli/parameter_table.h"
#include "model/parameters/registry.h"
#include "scenarios/evidence_name.h"
#include "scenarios/fault_words.h"
#include "scenarios/glossary.h"
#include "scenarios/nearest_word.h"
#include "scenarios/parameter_words.h"

namespace stepdown {
namespace {

std::string in_capitals(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char letter) {
    return static_cast<char>(std::toupper(letter));
  });
  return text;
}

std::vector<const Parameter*> parameters_with_key(const std::string& key) {
  std::vector<const Parameter*> found;
  for (const Parameter& parameter : parameter_registry()) {
    if (key_of(parameter.name) == key) {
      found.push_back(&parameter);
    }
  }
  return found;
}

Explanation of_parameter(const Parameter& parameter) {
  return {parameter_in_words(parameter), parameters_json(parameter.name)};
}

/// The settings of a group, or of all tables that have a key of that name.
std::optional<Explanation> of_settings(const std::string& name) {
  if (const Parameter* parameter = find_parameter(name)) {
    return of_parameter(*parameter);
  }
  if (std::string list = parameter_list(name); !list.empty()) {
    return Explanation{std::move(list), parameters_json(name)};
  }
  const std::vector<const Parameter*> alike = parameters_with_key(name);
  if (alike.empty()) {
    return std::nullopt;
  }
  if (alike.size() == 1) {
    return of_parameter(*alike.front());
  }
  Explanation all{"Several settings are called `" + name + "`:\n", {}};
  nlohmann::ordered_json entries = nlohmann::ordered_json::array();
  for (const Parameter* parameter : alike) {
    const std::string list = parameter_list(parameter->name);
    all.words += list.substr(list.find('\n') + 1);  // without the heading of the group
    entries.push_back(nlohmann::ordered_json::parse(parameters_json(parameter->name)).front());
  }
  all.json = entries.dump(2) + '\n';
  return all;
}

std::optional<Explanation> of_evidence(const std::string& name) {
  const auto number = evidence_row(in_capitals(name));
  const EvidenceRow* row = number ? find_evidence(*number) : nullptr;
  return row ? std::optional(Explanation{evidence_in_words(*row), evidence_json(*row)})
             : std::nullopt;
}

std::optional<Explanation> of_error(const std::string& name) {
  const FaultWords* fault = find_fault(name);
  return fault ? std::optional(Explanation{error_in_words(*fault), error_json(*fault)})
               : std::nullopt;
}

std::optional<Explanation> of_measure(const std::string& name) {
  const auto measures = outcome_registry();
  const auto found = std::ranges::find(measures, std::string_view(name), &Measure::name);
  if (found == measures.end()) {
    return std::nullopt;
  }
  const std::string group(heading_of(found->group));
  const std::string each = found->monthly ? "one for each month of a run, in results.h5 only"
                                          : "one for each run, over the horizon";
  const nlohmann::ordered_json json{{"measure", found->name},
                                    {"unit", found->unit},
                                    {"meaning", found->long_name},
                                    {"group", group},
                                    {"monthly", found->monthly}};
  return Explanation{name + "\n" + wrapped(found->long_name, "  ") + "\n  unit     " +
                         std::string(found->unit) + "\n  measure  " + each + "\n  group    " +
                         group + '\n',
                     json.dump(2) + '\n'};
}

std::optional<Explanation> of_glossary(const std::string& name) {
  const GlossaryEntry* entry = find_in_glossary(name);
  if (!entry) {
    return std::nullopt;
  }
  const nlohmann::ordered_json json{{"word", entry->word}, {"meaning", entry->meaning}};
  return Explanation{entry->word + "\n" + wrapped(entry->meaning, "  "), json.dump(2) + '\n'};
}

std::vector<std::string> names_of_measures() {
  std::vector<std::string> names;
  for (const Measure& measure : outcome_registry()) {
    names.emplace_back(measure.name);
  }
  return names;
}

std::vector<std::string> keys_of_settings() {
  std::vector<std::string> keys;
  for (const Parameter& parameter : parameter_registry()) {
    keys.emplace_back(key_of(parameter.name));
  }
  return keys;
}

}  // namespace

std::optional<Explanation> explanation_of(const std::string& name) {
  std::optional<Explanation> first;
  for (const auto& look_up : {of_evidence, of_error, of_settings, of_measure, of_glossary}) {
    if (auto found = look_up(name); found && first) {
      first->words += '\n' + found->words;
    } else if (found) {
      first = std::move(found);
    }
  }
  return first;
}

std::string advice_on_name(const std::string& name) {
  if (evidence_row(in_capitals(name))) {
    return evidence_there_is();
  }
  static const std::regex code("[SCDRPscdrp][0-9]{1,3}");
  if (std::regex_match(name, code)) {
    return "`stepdown explain --errors` lists all codes";
  }
  if (const auto reason = refusal_of(name)) {
    return std::string(*reason);
  }
  if (name.find('.') != std::string::npos) {
    return advice_on_unknown(name);
  }
  std::vector<std::string> others = glossary_words();
  std::ranges::move(names_of_measures(), std::back_inserter(others));
  const std::vector<std::string> keys = keys_of_settings();
  std::vector<std::string> all = others;
  all.insert(all.end(), keys.begin(), keys.end());
  const auto similar = nearest_word(name, all);
  const bool is_a_setting = similar && std::ranges::find(others, *similar) == others.end();
  if (is_a_setting) {
    return advice_on_unknown(name, Naming::in_full);
  }
  if (similar) {
    return "did you mean `stepdown explain " + *similar + "`?";
  }
  return "`stepdown explain` lists all settings; --outcomes the measures, --evidence the rows of "
         "evidence, --errors the codes";
}

std::vector<std::string> explained_names() {
  std::vector<std::string> names;
  for (const Parameter& parameter : parameter_registry()) {
    names.emplace_back(parameter.name);
  }
  std::ranges::move(names_of_measures(), std::back_inserter(names));
  for (const EvidenceGroup& group : evidence()) {
    for (const EvidenceRow& row : group.rows) {
      names.push_back(evidence_name(row.number));
    }
  }
  for (const FaultWords& fault : all_faults()) {
    names.push_back(code_of(fault.fault));
  }
  return names;
}

}  // namespace stepdown
