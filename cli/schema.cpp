#include "cli/schema.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "scenarios/scenario_schema.h"

namespace stepdown {

void add_schema(CLI::App& app, Request& request) {
  const auto kind = std::make_shared<std::string>();
  CLI::App* verb = app.add_subcommand(
      "schema", "Prints the JSON Schema by which editors such as VS Code check scenario files");
  std::vector<std::string> kinds;
  for (const ScenarioKind each : all_scenario_kinds) {
    kinds.emplace_back(name_of(each));
  }
  verb->add_option("kind", *kind, "Of which files; without it, of all kinds")
      ->check(CLI::IsMember(kinds))
      ->type_name("KIND");
  verb->callback([&request, kind, kinds] {
    request.action = [kind, kinds] {
      const auto place = std::ranges::find(kinds, *kind) - kinds.begin();
      std::cout << (kind->empty()
                        ? scenario_schema()
                        : scenario_schema(all_scenario_kinds[static_cast<std::size_t>(place)]));
      return ExitCode::ok;
    };
  });
}

}  // namespace stepdown
