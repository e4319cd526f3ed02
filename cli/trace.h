#pragma once

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown trace SCENARIO`: the life of one invented family through one run, event by event, in
/// words.
void add_trace(CLI::App& app, Request& request);

}  // namespace stepdown
