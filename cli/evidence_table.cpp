#include "cli/evidence_table.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "model/parameters/registry.h"
#include "scenarios/evidence_links.h"
#include "scenarios/evidence_name.h"
#include "scenarios/parameter_words.h"

namespace stepdown {
namespace {

constexpr std::string_view introduction =
    "# Evidence\n\n"
    "Written by `stepdown explain --evidence`; do not edit. What five publications say, row by "
    "row, and where the\n"
    "program has it. `stepdown explain EV43` shows one row.\n\n"
    "The ground is two studies of nine English authorities each, LARC5 and LARC6, and beside them "
    "polls, one pilot and\n"
    "the contacts of a helpline. The two studies are qualitative: they say which mechanisms there "
    "are and in which\n"
    "direction they work, not how strongly. **A share of people polled is never a chance per "
    "case**: at most it sets a\n"
    "direction or a bound. The size of most effects is unknown; such a parameter has a wide range "
    "that includes no\n"
    "effect, and results that hang on it are read as \"if ... then ...\".\n\n"
    "The parameters of a row are those whose source names it, each with its default and, in "
    "brackets, its range and\n"
    "role; `*` stands for several tiers, with their defaults one after another where they differ. "
    "The policies are the\n"
    "files that name the row. A row without a parameter says why.\n\n"
    "## Publications\n\n";

std::string joined(const std::vector<std::string>& texts) {
  std::string text;
  for (const std::string& part : texts) {
    text += (text.empty() ? "" : ", ") + part;
  }
  return text;
}

std::vector<std::string> as_code(std::vector<std::string> names) {
  for (std::string& name : names) {
    name = '`' + name + '`';
  }
  return names;
}

std::string_view group_of(const Parameter& parameter) {
  return parameter.name.substr(0, parameter.name.find('.'));
}

std::string default_of(const Parameter& parameter) { return written(parameter, parameter.initial); }

std::string range_and_role(const Parameter& parameter) {
  return range_in_words(parameter) + "; " + std::string(name_of(parameter.role));
}

/// Whether two parameters are the same question asked of two tiers.
bool are_of_one_kind(const Parameter& a, const Parameter& b) {
  return group_of(a) == group_of(b) && key_of(a.name) == key_of(b.name) &&
         a.doc.text() == b.doc.text() && range_and_role(a) == range_and_role(b);
}

/// One line for the parameters of one kind.
std::string line_of(const std::vector<const Parameter*>& kind) {
  const Parameter& first = *kind.front();
  std::string name(first.name);
  if (kind.size() > 1) {
    name = std::string(group_of(first)) + ".*." + std::string(key_of(first.name));
  }
  std::vector<std::string> defaults;
  for (const Parameter* parameter : kind) {
    defaults.push_back(default_of(*parameter));
  }
  if (std::ranges::count(defaults, defaults.front()) == std::ssize(defaults)) {
    defaults.resize(1);
  }
  return "  - `" + name + "`: " + joined(defaults) + " (" + range_and_role(first) + ")\n";
}

std::string parameter_lines(std::vector<const Parameter*> parameters) {
  std::string text;
  while (!parameters.empty()) {
    const Parameter* first = parameters.front();
    std::vector<const Parameter*> kind;
    std::erase_if(parameters, [&](const Parameter* parameter) {
      const bool is_alike = are_of_one_kind(*first, *parameter);
      if (is_alike) {
        kind.push_back(parameter);
      }
      return is_alike;
    });
    text += line_of(kind);
  }
  return text;
}

std::string row_in_markdown(const EvidenceRow& row) {
  std::ostringstream text;
  text << "\n### " << evidence_name(row.number) << "\n\n"
       << row.claim << " (" << joined(row.publications) << ")\n\n";
  if (!row.process.empty()) {
    text << "- in the model: " << row.process << '\n';
  }
  const auto parameters = parameters_on(row.number);
  if (!parameters.empty()) {
    text << "- parameters:\n" << parameter_lines(parameters);
  } else if (row.left_out.empty()) {
    text << "- parameters: none names this row\n";
  }
  std::vector<std::string> policies;
  for (const PolicyFile& policy : policies_on(row.number)) {
    policies.push_back('[' + policy.title + "](../" + policy.path + ')');
  }
  if (!policies.empty()) {
    text << "- policies: " << joined(policies) << '\n';
  }
  if (!row.outcomes.empty()) {
    text << "- look at: " << joined(as_code(row.outcomes)) << '\n';
  }
  if (!row.except.empty()) {
    text << "- not covered: " << row.except << '\n';
  }
  if (!row.left_out.empty()) {
    text << "- left out: " << row.left_out << '\n';
  }
  return text.str();
}

nlohmann::ordered_json as_json(const EvidenceRow& row) {
  nlohmann::ordered_json entry;
  entry["row"] = evidence_name(row.number);
  entry["claim"] = row.claim;
  entry["publications"] = row.publications;
  entry["process"] = row.process;
  entry["parameters"] = nlohmann::ordered_json::array();
  for (const Parameter* parameter : parameters_on(row.number)) {
    entry["parameters"].push_back(parameter->name);
  }
  entry["policies"] = nlohmann::ordered_json::array();
  for (const PolicyFile& policy : policies_on(row.number)) {
    entry["policies"].push_back({{"file", policy.path}, {"title", policy.title}});
  }
  entry["outcomes"] = row.outcomes;
  entry["not_covered"] = row.except;
  entry["left_out"] = row.left_out;
  return entry;
}

}  // namespace

std::string evidence_in_words(const EvidenceRow& row) {
  std::ostringstream text;
  const auto block = [&](const std::string& label, const std::vector<std::string>& lines) {
    std::string start = "  " + label + std::string(14 - label.size(), ' ');
    for (const std::string& line : lines) {
      text << start << line << '\n';
      start = std::string(16, ' ');
    }
  };
  text << evidence_name(row.number) << "\n  " << row.claim << "\n\n";
  for (const Publication& publication : publications()) {
    if (std::ranges::find(row.publications, publication.code) != row.publications.end()) {
      block(publication.code, {publication.reference, publication.nature});
    }
  }
  const auto if_any = [](const std::string& line) {
    return line.empty() ? std::vector<std::string>() : std::vector<std::string>{line};
  };
  std::vector<std::string> parameters;
  for (const Parameter* parameter : parameters_on(row.number)) {
    parameters.push_back(std::string(parameter->name) + ": " + default_of(*parameter) + " (" +
                         range_and_role(*parameter) + ')');
  }
  std::vector<std::string> policies;
  for (const PolicyFile& policy : policies_on(row.number)) {
    policies.push_back(policy.title + " (" + policy.path + ')');
  }
  text << '\n';
  block("in the model", if_any(row.process));
  block("parameters", parameters);
  block("policies", policies);
  block("look at", row.outcomes);
  block("not covered", if_any(row.except));
  block("left out", if_any(row.left_out));
  return text.str();
}

std::string evidence_markdown() {
  std::ostringstream text;
  text << introduction;
  for (const Publication& publication : publications()) {
    text << "- **" << publication.code << "** " << publication.reference << ". *"
         << publication.nature << ".*\n";
  }
  for (const EvidenceGroup& group : evidence()) {
    text << "\n## " << group.code << ' ' << group.title << '\n';
    for (const EvidenceRow& row : group.rows) {
      text << row_in_markdown(row);
    }
  }
  return text.str();
}

std::string evidence_json(const EvidenceRow& row) {
  return nlohmann::ordered_json::array({as_json(row)}).dump(2) + '\n';
}

std::string evidence_json() {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const EvidenceGroup& group : evidence()) {
    for (const EvidenceRow& row : group.rows) {
      all.push_back(as_json(row));
    }
  }
  return all.dump(2) + '\n';
}

}  // namespace stepdown
