#pragma once

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown sensitivity`: what an answer hangs on, from runs of its own or from a finished sweep.
void add_sensitivity(CLI::App& app, Request& request);

}  // namespace stepdown
