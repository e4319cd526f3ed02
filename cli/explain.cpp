#include "cli/explain.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analysis/measure_group.h"
#include "analysis/outcome_table.h"
#include "cli/command_line.h"
#include "cli/error_page.h"
#include "cli/evidence_table.h"
#include "cli/explanation.h"
#include "cli/parameter_table.h"

namespace stepdown {
namespace {

struct ExplainOptions {
  std::vector<std::string> words;
  bool json = false;
  bool markdown = false;
  bool outcomes = false;
  bool evidence = false;
  bool errors = false;
};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

std::string outcomes_json() {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const Measure& measure : outcome_registry()) {
    all.push_back({{"measure", measure.name},
                   {"unit", measure.unit},
                   {"meaning", measure.long_name},
                   {"group", heading_of(measure.group)},
                   {"monthly", measure.monthly}});
  }
  return all.dump(2) + '\n';
}

/// A whole page of docs/, if one was asked for.
std::optional<std::string> page(const ExplainOptions& options) {
  if (options.outcomes) {
    return options.json ? outcomes_json() : outcome_table_markdown();
  }
  if (options.evidence) {
    return options.json ? evidence_json() : evidence_markdown();
  }
  if (options.errors) {
    return options.json ? errors_json() : errors_markdown();
  }
  if (options.markdown) {
    return parameters_markdown();
  }
  if (options.words.empty()) {
    return options.json ? parameters_json("") : parameter_list("");
  }
  return std::nullopt;
}

ExitCode explain(const ExplainOptions& options) {
  if (const auto text = page(options)) {
    std::cout << *text;
    return ExitCode::ok;
  }
  const std::string name = joined(options.words);
  const auto found = explanation_of(name);
  if (!found) {
    throw UsageError("there is nothing called `" + name + "`", advice_on_name(name),
                     Fault::unknown_name);
  }
  std::cout << (options.json ? found->json : found->words);
  return ExitCode::ok;
}

}  // namespace

void add_explain(CLI::App& app, Request& request) {
  const auto options = std::make_shared<ExplainOptions>();
  CLI::App* verb = app.add_subcommand(
      "explain", "What a setting, a measure, a row of evidence, an error code or a word is");
  verb->add_option("name", options->words,
                   "A setting such as workforce.social_workers, a group of them, a measure, a row "
                   "of evidence (EV43), an error code (S014) or a word of the glossary")
      ->type_name("NAME");
  add_json_option(*verb, options->json);
  verb->add_flag("--markdown", options->markdown, "Print docs/parameters.md");
  verb->add_flag("--outcomes", options->outcomes,
                 "Print docs/outcomes.md: what every measure of the results is");
  verb->add_flag("--evidence", options->evidence,
                 "Print docs/evidence.md: what every row of evidence is in the model");
  verb->add_flag("--errors", options->errors, "Print docs/errors.md: what every error code is");
  verb->callback([&request, options] { request.action = [options] { return explain(*options); }; });
}

}  // namespace stepdown
