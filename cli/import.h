#pragma once

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown import`: makes of figures that others publish or keep a place file and a target file.
/// `import dfe FOLDER --authority NAME` reads the Department's published tables;
/// the kinds of own records are in cli/import_local.h.
void add_import(CLI::App& app, Request& request);

}  // namespace stepdown
