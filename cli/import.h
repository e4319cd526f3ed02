#pragma once

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown import KIND ...`: makes places and targets of data of others.
void add_import(CLI::App& app, Request& request);

}  // namespace stepdown
