#pragma once

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown demo`: a small comparison of invented size, finished in seconds, with the scenarios
/// that are built into the program.
void add_demo(CLI::App& app, Request& request);

}  // namespace stepdown
