#include "cli/option_tree.h"

#include <CLI/CLI.hpp>
#include <sstream>

namespace stepdown {

std::vector<CLI::App*> verbs_of(CLI::App& app) {
  return app.get_subcommands([](CLI::App*) { return true; });
}

std::vector<CLI::App*> commands_of(CLI::App& app) {
  std::vector<CLI::App*> commands;
  for (CLI::App* verb : verbs_of(app)) {
    const std::vector<CLI::App*> kinds = verbs_of(*verb);
    if (kinds.empty()) {
      commands.push_back(verb);
    } else {
      commands.insert(commands.end(), kinds.begin(), kinds.end());
    }
  }
  return commands;
}

std::string name_of(const CLI::App& command) {
  const CLI::App* parent = command.get_parent();
  return (parent && parent->get_parent() ? parent->get_name() + ' ' : "") + command.get_name();
}

std::vector<CLI::Option*> options_of(CLI::App& verb) {
  return verb.get_options([](const CLI::Option* option) { return !option->get_positional(); });
}

std::vector<CLI::Option*> words_taken_by(CLI::App& verb) {
  return verb.get_options([](const CLI::Option* option) { return option->get_positional(); });
}

std::string name_of(const CLI::Option& option) {
  return option.get_lnames().empty() ? '-' + option.get_snames().front()
                                     : "--" + option.get_lnames().front();
}

std::vector<std::string> option_names(CLI::App& verb) {
  std::vector<std::string> names;
  for (const CLI::Option* option : options_of(verb)) {
    names.push_back(name_of(*option));
  }
  return names;
}

std::string value_name(const CLI::Option& option) {
  // The package adds what its validators allow after a colon.
  const std::string with_answers = option.get_type_name();
  return with_answers.substr(0, with_answers.find(':'));
}

bool takes_a_value(const CLI::Option& option) { return option.get_items_expected_max() > 0; }

std::vector<const CLI::Validator*> validators_of(CLI::Option& option) {
  std::vector<const CLI::Validator*> validators;
  try {
    for (int i = 0;; ++i) {
      validators.push_back(option.get_validator(i));
    }
  } catch (const CLI::OptionNotFound&) {
    return validators;  // the package tells the end of the list in no other way
  }
}

std::vector<std::string> answers_of(CLI::Option& option) {
  std::vector<std::string> answers;
  for (const CLI::Validator* validator : validators_of(option)) {
    const std::string description = validator->get_description();
    const std::size_t open = description.find('{');
    const std::size_t close = description.rfind('}');
    if (open == std::string::npos || close == std::string::npos) {
      continue;
    }
    std::istringstream words(description.substr(open + 1, close - open - 1));
    for (std::string word; std::getline(words, word, ',');) {
      answers.push_back(word);
    }
  }
  return answers;
}

}  // namespace stepdown
