#pragma once

#include <vector>

#include "cli/typed_line.h"

namespace CLI {
class App;
}

namespace stepdown {

/// All that is wrong with a typed line as such: words that the tree of verbs and options does not
/// have, values that an option cannot take, what is missing or too much. Whoever asks for help or
/// the version has made no mistake.
std::vector<Problem> problems_of_line(CLI::App& app, const TypedLine& line);

/// Whether a typed line means `sweep all` without saying so: a scenario file or an option follows
/// the verb.
bool leaves_its_kind_out(const std::vector<std::string>& words);

}  // namespace stepdown
