#include "cli/completion_script.h"

#include <CLI/CLI.hpp>
#include <array>
#include <utility>
#include <vector>

#include "cli/option_tree.h"

namespace stepdown {
namespace {

/// What may stand where a value is expected: one of some words, a scenario file, a folder, a name
/// of which the program has a list, or something that nobody can guess.
struct Expected {
  enum class What : unsigned char { words, file, folder, list, anything };
  What what = What::anything;
  std::string text;  // the words, how the file's name ends, or the name of the list
};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

Expected expected(CLI::Option& option) {
  using What = Expected::What;
  static const std::array<std::pair<std::string_view, std::string_view>, 5> lists = {
      {{"--place", "places"},
       {"--member", "members"},
       {"--fit", "fits"},
       {"--set", "settings"},
       {"name", "names"}}};
  if (const auto answers = answers_of(option); !answers.empty()) {
    return {What::words, joined(answers)};
  }
  const std::string name = option.get_positional() ? option.get_name(true) : name_of(option);
  for (const auto& [asker, list] : lists) {
    if (name == asker) {
      return {What::list, std::string(list)};
    }
  }
  const std::string called = value_name(option);
  if (const std::size_t stop = called.find('.'); stop != std::string::npos) {
    return {What::file, called.substr(stop + 1)};
  }
  if (called.find("FILE") != std::string::npos) {
    return {What::file, "toml"};
  }
  return {called.find("FOLDER") != std::string::npos ? What::folder : What::anything, {}};
}

std::string bash_reply(const Expected& what) {
  switch (what.what) {
    case Expected::What::words:
      return "_stepdown_words '" + what.text + "'";
    case Expected::What::list:
      return "_stepdown_list " + what.text;
    case Expected::What::file:
      return "_stepdown_files " + what.text;
    case Expected::What::folder:
      return "_stepdown_folders";
    case Expected::What::anything:
      break;
  }
  return ":";
}

constexpr const char* bash_helpers =
    R"bash(# Completion of stepdown in bash, made by `stepdown completion bash`. To have it always:
#   stepdown completion bash > ~/.local/share/bash-completion/completions/stepdown

_stepdown_words() {
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur")
}

_stepdown_list() {
  _stepdown_words "$("$program" completion --list "$1" 2>/dev/null)"
  if [[ $1 == settings ]]; then compopt -o nospace 2>/dev/null; fi
}

_stepdown_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -f -X "!*.$1" -- "$cur"; compgen -d -- "$cur")
}

_stepdown_folders() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -d -- "$cur")
}

_stepdown() {
  local program=${COMP_WORDS[0]} cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
  local verb='' i
  # bash breaks words at an equals sign.
  if [[ $cur == '=' ]]; then
    cur=''
  elif [[ $prev == '=' ]]; then
    prev=${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; ++i)); do
    if [[ ${COMP_WORDS[i]} == --color ]]; then ((++i)); continue; fi
    if [[ ${COMP_WORDS[i]} != -* ]]; then
      verb=${verb:+$verb }${COMP_WORDS[i]}
      _stepdown_has_kinds "$verb" || break
    fi
  done
  COMPREPLY=()
)bash";

/// The names of a command in a pattern of a shell.
std::string pattern(const CLI::App& command) {
  const std::string name = name_of(command);
  return name.find(' ') == std::string::npos ? name : '\'' + name + '\'';
}

/// Verbs that have kinds.
std::vector<CLI::App*> groups_of(CLI::App& app) {
  std::vector<CLI::App*> groups = verbs_of(app);
  std::erase_if(groups, [](CLI::App* verb) { return verbs_of(*verb).empty(); });
  return groups;
}

std::vector<std::string> names_of(const std::vector<CLI::App*>& commands) {
  std::vector<std::string> names;
  for (const CLI::App* command : commands) {
    names.push_back(command->get_name());
  }
  return names;
}

std::string bash_groups(CLI::App& app) {
  std::string test;
  for (const CLI::App* group : groups_of(app)) {
    test += (test.empty() ? "" : " || ") + std::string("$1 == ") + group->get_name();
  }
  return "_stepdown_has_kinds() {\n  [[ " + (test.empty() ? "-n ''" : test) + " ]]\n}\n\n";
}

std::string quoted_once(std::string text) {
  for (std::size_t at = 0; (at = text.find('\'', at)) != std::string::npos; at += 4) {
    text.replace(at, 1, "'\\''");
  }
  return text;
}

/// What zsh shows beside a word: brackets and colons mean something to it.
std::string zsh_description(const std::string& text) {
  std::string escaped;
  for (const char letter : quoted_once(text)) {
    escaped += letter == '[' || letter == ']' || letter == ':' ? std::string("\\") + letter
                                                               : std::string(1, letter);
  }
  return escaped;
}

std::string zsh_action(const Expected& what) {
  switch (what.what) {
    case Expected::What::words:
      return "(" + what.text + ")";
    case Expected::What::list:
      return "{_stepdown_list " + what.text + "}";
    case Expected::What::file:
      return "_files -g \"*." + what.text + "\"";
    case Expected::What::folder:
      return "_files -/";
    case Expected::What::anything:
      break;
  }
  return " ";
}

std::string zsh_option(CLI::Option& option) {
  const bool may_be_repeated = option.get_items_expected_max() > 1;
  std::string spec = (may_be_repeated ? "'*" : "'") + name_of(option);
  if (takes_a_value(option) && option.get_expected_min() > 0) {
    spec += '=';
  }
  spec += '[' + zsh_description(option.get_description()) + ']';
  if (takes_a_value(option)) {
    spec += (option.get_expected_min() > 0 ? ":" : "::") + zsh_description(value_name(option)) +
            ':' + zsh_action(expected(option));
  }
  return spec + '\'';
}

/// What follows a verb with kinds: one of them, which then belongs to the verb.
std::string zsh_groups(CLI::App& app) {
  std::string text;
  for (CLI::App* group : groups_of(app)) {
    text +=
        "  if [[ $verb == " + group->get_name() + " ]]; then\n    local -a kinds\n    kinds=(\n";
    for (const CLI::App* kind : verbs_of(*group)) {
      text += "      '" + kind->get_name() + ':' + zsh_description(kind->get_description()) + "'\n";
    }
    text +=
        "    )\n    if (( CURRENT == 2 )); then\n      _describe kind kinds\n      return\n    fi\n"
        "    verb=\"$verb ${words[2]}\"\n    shift words\n    (( CURRENT -= 1 ))\n  fi\n";
  }
  return text;
}

std::string fish_values(const Expected& what) {
  switch (what.what) {
    case Expected::What::words:
      return " -x -a '" + what.text + "'";
    case Expected::What::list:
      return " -x -a '(stepdown completion --list " + what.text + ")'";
    case Expected::What::file:
      return " -F -r";
    case Expected::What::folder:
      return " -x -a '(__fish_complete_directories)'";
    case Expected::What::anything:
      break;
  }
  return " -x";
}

std::string fish_quoted(const std::string& text) {
  std::string quoted = "'";
  for (const char letter : text) {
    quoted +=
        letter == '\'' || letter == '\\' ? std::string("\\") + letter : std::string(1, letter);
  }
  return quoted + '\'';
}

std::string fish_option(CLI::Option& option, const std::string& condition) {
  return "complete -c stepdown -n '" + condition + "' -l " + name_of(option).substr(2) +
         (takes_a_value(option) ? fish_values(expected(option)) : "") + " -d " +
         fish_quoted(option.get_description()) + '\n';
}

}  // namespace

std::string bash_completion(CLI::App& app) {
  std::vector<std::string> verbs;
  std::string values;
  std::string options;
  std::string words;
  for (const CLI::App* verb : verbs_of(app)) {
    verbs.push_back(verb->get_name());
  }
  for (CLI::App* group : groups_of(app)) {
    words += "    " + group->get_name() + ") _stepdown_words '" +
             joined(names_of(verbs_of(*group))) + "' ;;\n";
  }
  for (CLI::App* verb : commands_of(app)) {
    for (CLI::Option* option : options_of(*verb)) {
      if (takes_a_value(*option)) {
        values += "    '" + name_of(*verb) + ' ' + name_of(*option) + "') " +
                  bash_reply(expected(*option)) + "; return ;;\n";
      }
    }
    options +=
        "      " + pattern(*verb) + ") _stepdown_words '" + joined(option_names(*verb)) + "' ;;\n";
    for (CLI::Option* word : words_taken_by(*verb)) {
      words += "    " + pattern(*verb) + ") " + bash_reply(expected(*word)) + " ;;\n";
    }
  }
  return std::string(bash_helpers) + "  case \"$verb $prev\" in\n" + values +
         "    *' --color') _stepdown_words 'auto always never'; return ;;\n  esac\n"
         "  if [[ $cur == -* ]]; then\n    case $verb in\n" +
         options + "      '') _stepdown_words '" + joined(option_names(app)) +
         "' ;;\n    esac\n    return\n  fi\n  case $verb in\n    '') _stepdown_words '" +
         joined(verbs) + "' ;;\n" + words + "  esac\n}\n\n" + bash_groups(app) +
         "complete -F _stepdown stepdown\n";
}

std::string zsh_completion(CLI::App& app) {
  std::string verbs;
  std::string cases;
  for (CLI::App* verb : verbs_of(app)) {
    verbs += "    '" + verb->get_name() + ':' + zsh_description(verb->get_description()) + "'\n";
  }
  for (CLI::App* verb : commands_of(app)) {
    cases += "    " + pattern(*verb) + ")\n      _arguments";
    for (CLI::Option* option : options_of(*verb)) {
      cases += " \\\n        " + zsh_option(*option);
    }
    for (CLI::Option* word : words_taken_by(*verb)) {
      const bool repeated = word->get_items_expected_max() > 1;
      cases += " \\\n        '" + std::string(repeated ? "*" : "1") + ':' +
               zsh_description(value_name(*word)) + ':' + zsh_action(expected(*word)) + '\'';
    }
    cases += "\n      ;;\n";
  }
  return "#compdef stepdown\n"
         "# Completion of stepdown in zsh, made by `stepdown completion zsh`: put it as _stepdown "
         "into a folder of $fpath.\n\n"
         "_stepdown_list() {\n  local -a names\n"
         "  names=(${(f)\"$(stepdown completion --list $1 2>/dev/null)\"})\n"
         "  if [[ $1 == settings ]]; then compadd -S '' -a names; else compadd -a names; fi\n}\n\n"
         "_stepdown() {\n  local -a verbs\n  verbs=(\n" +
         verbs +
         "  )\n  if (( CURRENT == 2 )); then\n    _describe verb verbs\n    return\n  fi\n"
         "  local verb=${words[2]}\n  shift words\n  (( CURRENT -= 1 ))\n" +
         zsh_groups(app) + "  case $verb in\n" + cases +
         "  esac\n}\n\n"
         "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then\n  _stepdown \"$@\"\nelse\n"
         "  compdef _stepdown stepdown\nfi\n";
}

std::string fish_completion(CLI::App& app) {
  std::string text =
      "# Completion of stepdown in fish, made by `stepdown completion fish`. To have it always:\n"
      "#   stepdown completion fish > ~/.config/fish/completions/stepdown.fish\n"
      "complete -c stepdown -f\n";
  for (CLI::Option* option : options_of(app)) {
    text += fish_option(*option, "__fish_use_subcommand");
  }
  for (CLI::App* verb : verbs_of(app)) {
    text += "complete -c stepdown -n __fish_use_subcommand -a " + verb->get_name() + " -d " +
            fish_quoted(verb->get_description()) + '\n';
  }
  for (CLI::App* group : groups_of(app)) {
    const std::string seen = "__fish_seen_subcommand_from ";
    const std::string condition =
        seen + group->get_name() + "; and not " + seen + joined(names_of(verbs_of(*group)));
    for (const CLI::App* kind : verbs_of(*group)) {
      text += "complete -c stepdown -n '" + condition + "' -a " + kind->get_name() + " -d " +
              fish_quoted(kind->get_description()) + '\n';
    }
  }
  for (CLI::App* verb : commands_of(app)) {
    const CLI::App* group = verb->get_parent();
    const bool is_a_kind = group->get_parent() != nullptr;
    const std::string condition =
        (is_a_kind ? "__fish_seen_subcommand_from " + group->get_name() + "; and " : "") +
        "__fish_seen_subcommand_from " + verb->get_name();
    for (CLI::Option* word : words_taken_by(*verb)) {
      text += "complete -c stepdown -n '" + condition + '\'' + fish_values(expected(*word)) + '\n';
    }
    for (CLI::Option* option : options_of(*verb)) {
      text += fish_option(*option, condition);
    }
  }
  return text;
}

}  // namespace stepdown
