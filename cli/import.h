#pragma once

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown import`: makes of figures that others publish or keep a place file and a target file.
/// `import dfe FOLDER --authority NAME` reads the Department's published tables, `import cin` and
/// `import annex-a` an authority's own records.
void add_import(CLI::App& app, Request& request);

}  // namespace stepdown
