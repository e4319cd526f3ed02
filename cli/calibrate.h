#pragma once

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown calibrate`: fits an authority to its own figures.
void add_calibrate(CLI::App& app, Request& request);

}  // namespace stepdown
