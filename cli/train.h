#pragma once

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown train`: learns the emulator that local fits draw on.
void add_train(CLI::App& app, Request& request);

}  // namespace stepdown
