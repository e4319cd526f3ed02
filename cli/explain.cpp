#include "cli/explain.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <iostream>
#include <memory>
#include <string>

#include "analysis/outcome_table.h"
#include "cli/command_line.h"
#include "cli/evidence_table.h"
#include "cli/parameter_table.h"
#include "model/parameters/registry.h"
#include "scenarios/evidence_name.h"
#include "scenarios/parameter_words.h"

namespace stepdown {
namespace {

struct ExplainOptions {
  std::string name;
  bool json = false;
  bool markdown = false;
  bool outcomes = false;
  bool evidence = false;
};

/// The full name when only the last part was typed and no other setting has the same.
std::string full_name(const std::string& typed) {
  const auto has_key = [&](const Parameter& parameter) { return key_of(parameter.name) == typed; };
  if (std::ranges::count_if(parameter_registry(), has_key) != 1) {
    return typed;
  }
  return std::string(std::ranges::find_if(parameter_registry(), has_key)->name);
}

/// "EV43" and "ev43" ask for a row of evidence.
std::optional<int> row_asked_for(std::string typed) {
  std::ranges::transform(typed, typed.begin(), [](unsigned char letter) {
    return static_cast<char>(std::toupper(letter));
  });
  return evidence_row(typed);
}

void explain_evidence(int number, bool json) {
  const EvidenceRow* row = find_evidence(number);
  if (!row) {
    throw UsageError("there is no row of evidence `" + evidence_name(number) + '`',
                     evidence_there_is());
  }
  std::cout << (json ? evidence_json(*row) : evidence_in_words(*row));
}

ExitCode explain(const ExplainOptions& options) {
  if (options.outcomes) {
    std::cout << outcome_table_markdown();
    return ExitCode::ok;
  }
  if (options.markdown) {
    std::cout << parameters_markdown();
    return ExitCode::ok;
  }
  if (options.evidence) {
    std::cout << (options.json ? evidence_json() : evidence_markdown());
    return ExitCode::ok;
  }
  if (const auto row = row_asked_for(options.name)) {
    explain_evidence(*row, options.json);
    return ExitCode::ok;
  }
  const std::string name = full_name(options.name);
  const std::string list = parameter_list(name);
  if (list.empty()) {
    const auto reason = refusal_of(name);
    throw UsageError("there is no setting `" + name + "`",
                     reason ? std::string(*reason) : advice_on_unknown(name));
  }
  if (options.json) {
    std::cout << parameters_json(name);
  } else if (const Parameter* parameter = find_parameter(name)) {
    std::cout << parameter_in_words(*parameter);
  } else {
    std::cout << list;
  }
  return ExitCode::ok;
}

}  // namespace

void add_explain(CLI::App& app, Request& request) {
  const auto options = std::make_shared<ExplainOptions>();
  CLI::App* verb = app.add_subcommand("explain", "What a setting is, or which settings there are");
  verb->add_option(
          "name", options->name,
          "A setting, such as workforce.social_workers, a group, or a row of evidence: EV43")
      ->type_name("NAME");
  add_json_option(*verb, options->json);
  verb->add_flag("--markdown", options->markdown, "Print docs/parameters.md");
  verb->add_flag("--outcomes", options->outcomes,
                 "Print docs/outcomes.md: what every measure of the results is");
  verb->add_flag("--evidence", options->evidence,
                 "Print docs/evidence.md: what every row of evidence is in the model");
  verb->callback([&request, options] { request.action = [options] { return explain(*options); }; });
}

}  // namespace stepdown
