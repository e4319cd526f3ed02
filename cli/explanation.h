#pragma once

#include <optional>
#include <string>
#include <vector>

namespace stepdown {

/// What is known of a name, for a person and for a program.
struct Explanation {
  std::string words;
  std::string json;
};

/// Whatever has that name: a row of evidence ("EV43"), an error code ("S014"), a setting or a group
/// of settings, a measure of the results, a word of the glossary. A name that several have is told
/// of all of them, and a program is told of the first. Nothing when nothing has it.
std::optional<Explanation> explanation_of(const std::string& name);

/// What was probably meant by a name that nothing has.
std::string advice_on_name(const std::string& name);

/// Every name that has an explanation, for completion.
std::vector<std::string> explained_names();

}  // namespace stepdown
