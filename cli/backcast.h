#pragma once

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown backcast`: fits many authorities to years long published and scores the years after.
void add_backcast(CLI::App& app, Request& request);

}  // namespace stepdown
