#include "cli/explain.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <string>

#include "analysis/outcome_table.h"
#include "cli/command_line.h"
#include "cli/parameter_table.h"
#include "model/parameters/registry.h"
#include "scenarios/parameter_words.h"

namespace stepdown {
namespace {

struct ExplainOptions {
  std::string name;
  bool json = false;
  bool markdown = false;
  bool outcomes = false;
};

/// The full name when only the last part was typed and no other setting has the same.
std::string full_name(const std::string& typed) {
  const auto has_key = [&](const Parameter& parameter) { return key_of(parameter.name) == typed; };
  if (std::ranges::count_if(parameter_registry(), has_key) != 1) {
    return typed;
  }
  return std::string(std::ranges::find_if(parameter_registry(), has_key)->name);
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
  verb->add_option("name", options->name, "A setting, such as workforce.social_workers, or a group")
      ->type_name("NAME");
  add_json_option(*verb, options->json);
  verb->add_flag("--markdown", options->markdown, "Print docs/parameters.md");
  verb->add_flag("--outcomes", options->outcomes,
                 "Print docs/outcomes.md: what every measure of the results is");
  verb->callback([&request, options] { request.action = [options] { return explain(*options); }; });
}

}  // namespace stepdown
