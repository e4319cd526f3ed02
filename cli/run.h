#pragma once

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown run SCENARIO...`: what happens under each scenario by itself; of a textbook system,
/// the quantities that have a closed form.
void add_run(CLI::App& app, Request& request);

}  // namespace stepdown
