#pragma once

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown init FOLDER`: writes a project to begin with, a base, a place and a policy with
/// comments, and says what to type next. Nothing that is there is written over.
void add_init(CLI::App& app, Request& request);

}  // namespace stepdown
