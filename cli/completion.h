#pragma once

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown completion bash|zsh|fish`: the script that completes stepdown's words in that shell.
void add_completion(CLI::App& app, Request& request);

}  // namespace stepdown
