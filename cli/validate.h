#pragma once

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown validate FILE...`: checks scenario and place files and says what they come to, or all
/// that is wrong with them.
void add_validate(CLI::App& app, Request& request);

}  // namespace stepdown
