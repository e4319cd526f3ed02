#pragma once

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown sweep`: runs scenarios at many points of some settings, at once or in shards: `plan`,
/// `run`, `status`, `merge`.
void add_sweep(CLI::App& app, Request& request);

}  // namespace stepdown
