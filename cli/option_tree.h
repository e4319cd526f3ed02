#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
class Validator;
}  // namespace CLI

namespace stepdown {

/// What the tree of verbs and options knows of itself, for whoever checks a line, completes it or
/// describes it.

/// The verbs of the program in the order in which they were added, or the kinds that a verb has:
/// `dfe` of `import`.
std::vector<CLI::App*> verbs_of(CLI::App& app);

/// What can be typed and does something: the verbs, and of a verb with kinds these instead.
std::vector<CLI::App*> commands_of(CLI::App& app);

/// "run", and of a kind of a verb "import dfe".
std::string name_of(const CLI::App& command);

/// The options of a verb that begin with a hyphen, and the words that it takes without.
std::vector<CLI::Option*> options_of(CLI::App& verb);
std::vector<CLI::Option*> words_taken_by(CLI::App& verb);

/// "--runs", and "-h" where there is no longer name.
std::string name_of(const CLI::Option& option);
std::vector<std::string> option_names(CLI::App& verb);

/// What the value of an option, or a word, is called: "FILE", "N".
std::string value_name(const CLI::Option& option);

/// Whether something has to, or may, follow the option.
bool takes_a_value(const CLI::Option& option);

/// The words of which its value is one; none when it is no choice.
std::vector<std::string> answers_of(CLI::Option& option);

std::vector<const CLI::Validator*> validators_of(CLI::Option& option);

}  // namespace stepdown
