#pragma once

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown schema`: the schema by which editors check scenario files while they are written.
void add_schema(CLI::App& app, Request& request);

}  // namespace stepdown
