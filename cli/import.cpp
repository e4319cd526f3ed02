#include "cli/import.h"

#include <CLI/CLI.hpp>

#include "cli/command_line.h"
#include "cli/import_local.h"

namespace stepdown {

void add_import(CLI::App& app, Request& request) {
  CLI::App* verb =
      app.add_subcommand("import", "Reads published or local data into files to fit to");
  verb->require_subcommand(1);
  add_import_cin(*verb, request);
  add_import_annex_a(*verb, request);
}

}  // namespace stepdown
