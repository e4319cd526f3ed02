#pragma once

#include <string>

namespace CLI {
class App;
}

namespace stepdown {

/// Scripts that complete the words of the program, made of its tree of verbs and options.
std::string bash_completion(CLI::App& app);
std::string zsh_completion(CLI::App& app);
std::string fish_completion(CLI::App& app);

}  // namespace stepdown
