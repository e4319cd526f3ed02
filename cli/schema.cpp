#include "cli/schema.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/command_line.h"
#include "scenarios/scenario_schema.h"

namespace stepdown {

void add_schema(CLI::App& app, Request& request) {
  CLI::App* verb = app.add_subcommand(
      "schema", "Prints the JSON Schema by which editors such as VS Code check scenario files");
  verb->callback([&request] {
    request.action = [] {
      std::cout << scenario_schema();
      return ExitCode::ok;
    };
  });
}

}  // namespace stepdown
