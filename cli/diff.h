#pragma once

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown diff A B`: in which settings two scenarios differ, resolved, and who set them.
void add_diff(CLI::App& app, Request& request);

}  // namespace stepdown
