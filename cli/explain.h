#pragma once

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown explain [NAME]`: what a setting is, or which settings there are.
void add_explain(CLI::App& app, Request& request);

}  // namespace stepdown
