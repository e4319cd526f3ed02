#pragma once

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown explain [NAME]`: what a setting is, which settings there are, or what the model has of
/// a row of evidence.
void add_explain(CLI::App& app, Request& request);

}  // namespace stepdown
