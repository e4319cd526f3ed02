#pragma once

#include <string>

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// The manual page, docs/stepdown.1, made of the tree of verbs and options.
std::string man_page(CLI::App& app);

/// `stepdown man`: prints it.
void add_man(CLI::App& app, Request& request);

}  // namespace stepdown
