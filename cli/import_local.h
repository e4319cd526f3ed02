#pragma once

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown import cin FILE.xml`: counts of CIN census returns, and no record of any child.
void add_import_cin(CLI::App& import, Request& request);

/// `stepdown import annex-a FOLDER --mapping mapping.toml`: the same of the lists of Annex A.
void add_import_annex_a(CLI::App& import, Request& request);

}  // namespace stepdown
