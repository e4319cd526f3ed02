#include "cli/line_check.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <optional>
#include <regex>
#include <string>

#include "cli/option_tree.h"
#include "scenarios/nearest_word.h"

namespace stepdown {
namespace {

bool is_a_negative_number(const std::string& word) {
  static const std::regex number(R"(-[0-9][0-9.,e+-]*)");
  return std::regex_match(word, number);
}

bool looks_like_an_option(const std::string& word) {
  return word.size() > 1 && word.front() == '-' && !is_a_negative_number(word);
}

std::string help_of(const CLI::App& verb) {
  return "`stepdown " + (verb.get_parent() ? name_of(verb) + ' ' : "") +
         "--help` lists what may be typed";
}

/// Why an option does not take a value, as what it would take; nothing when it does.
std::optional<std::string> refusal(CLI::Option& option, const std::string& value) {
  const std::vector<std::string> answers = answers_of(option);
  if (!answers.empty()) {
    return std::ranges::find(answers, value) != answers.end()
               ? std::nullopt
               : std::optional("it is one of " + quoted_list(nearest_first(value, answers), "or"));
  }
  for (const CLI::Validator* validator : validators_of(option)) {
    if (std::string reason = (*validator)(value); !reason.empty()) {
      return reason;
    }
  }
  return std::nullopt;
}

/// Walks along a typed line as the parser will, and goes on after each mistake.
class LineWalk {
 public:
  LineWalk(CLI::App& app, const TypedLine& line) : app_(app), line_(line) {}

  std::vector<Problem> walk() {
    if (asks_for_help()) {
      return {};
    }
    bool only_words = false;
    while (at_ < words().size()) {
      if (words()[at_] == "--") {
        only_words = true;
        ++at_;
      } else if (!only_words && looks_like_an_option(words()[at_])) {
        read_option();
      } else if (!read_word()) {
        return problems_;
      }
    }
    note_missing();
    return problems_;
  }

 private:
  const std::vector<std::string>& words() const { return line_.words(); }

  bool asks_for_help() const {
    const auto asks = [](const std::string& word) { return word == "--help" || word == "-h"; };
    const bool wants_version = !words().empty() && words().front() == "--version";
    return wants_version || std::ranges::any_of(words(), asks);
  }

  void note(Fault fault, std::size_t word, std::string message, std::string advice) {
    problems_.push_back(line_.at_word(fault, word, std::move(message), std::move(advice)));
  }

  bool read_word() {
    if (!verb_) {
      const bool is_read = read_verb();
      if (is_read && leaves_its_kind_out(words())) {
        verb_ = verb_->get_subcommand("all");
      }
      return is_read;
    }
    if (!verbs_of(*verb_).empty()) {
      return read_kind();
    }
    ++given_words_;
    std::size_t room = 0;
    for (const CLI::Option* option : words_taken_by(*verb_)) {
      room += static_cast<std::size_t>(option->get_items_expected_max());
    }
    if (given_words_ > room) {
      note(Fault::word_too_many, at_, "`" + words()[at_] + "` is a word too many", help_of(*verb_));
    }
    ++at_;
    return true;
  }

  bool read_verb() {
    const std::string& word = words()[at_];
    std::vector<std::string> verbs;
    for (CLI::App* verb : verbs_of(app_)) {
      if (verb->get_name() == word) {
        verb_ = verb;
        ++at_;
        return true;
      }
      verbs.push_back(verb->get_name());
    }
    const auto similar = nearest_word(word, verbs);
    note(Fault::unknown_verb, at_, "there is no verb `" + word + "`",
         word.ends_with(".toml") ? "say first what to do with it: stepdown run " + word
         : similar               ? "did you mean `stepdown " + *similar + "`?"
                                 : "the verbs are " + quoted_list(verbs, "and"));
    return false;
  }

  bool read_kind() {
    const std::string& word = words()[at_];
    std::vector<std::string> kinds;
    for (CLI::App* kind : verbs_of(*verb_)) {
      if (kind->get_name() == word) {
        verb_ = kind;
        ++at_;
        return true;
      }
      kinds.push_back(kind->get_name());
    }
    note(Fault::unknown_verb, at_, "`stepdown " + verb_->get_name() + "` knows no `" + word + "`",
         "say first which: " + quoted_list(nearest_first(word, kinds), "or"));
    return false;
  }

  void read_option() {
    const std::size_t here = at_++;
    const std::string& word = words()[here];
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    CLI::Option* option = verb().get_option_no_throw(name);
    if (!option || option->get_positional()) {
      refuse_option(here, name, equals != std::string::npos);
      return;
    }
    const bool may_be_repeated = option->get_items_expected_max() != 1 ||
                                 option->get_multi_option_policy() != CLI::MultiOptionPolicy::Throw;
    if (++times_[option] > 1 && !may_be_repeated) {
      note(Fault::option_twice, here, "`" + name + "` is given twice", "keep one of the two");
    }
    if (option->get_items_expected_max() == 0) {
      return;
    }
    if (equals != std::string::npos) {
      read_value(*option, here, here, word.substr(equals + 1));
    } else if (at_ < words().size() && !looks_like_an_option(words()[at_])) {
      const std::size_t value = at_++;
      read_value(*option, here, value, words()[value]);
      const bool takes_more =
          option->get_allow_extra_args() && option->get_items_expected_max() > 1;
      while (takes_more && at_ < words().size() && !looks_like_an_option(words()[at_])) {
        const std::size_t further = at_++;
        read_value(*option, here, further, words()[further]);
      }
    } else if (option->get_expected_min() > 0) {
      read_value(*option, here, here, "");
    }
  }

  void read_value(CLI::Option& option, std::size_t name, std::size_t at, const std::string& value) {
    const std::string typed = words()[name].substr(0, words()[name].find('='));
    if (value.empty()) {
      note(Fault::value_missing, at, "`" + typed + "` has no value",
           "write " + typed + ' ' + value_name(option) + ": " + option.get_description());
      return;
    }
    if (const auto advice = refusal(option, value)) {
      note(Fault::value_refused, at, "`" + typed + ' ' + value + "` cannot be", *advice);
    }
  }

  void refuse_option(std::size_t here, const std::string& name, bool with_value) {
    const auto similar = nearest_word(name, option_names(verb()));
    note(Fault::unknown_option, here,
         "there is no option `" + name + "`" + (verb_ ? " of " + name_of(*verb_) : ""),
         similar ? "did you mean `" + *similar + "`?" : help_of(verb()));
    const CLI::Option* meant = similar ? verb().get_option_no_throw(*similar) : nullptr;
    const bool has_a_value = meant && meant->get_items_expected_max() > 0 && !with_value;
    at_ += has_a_value && at_ < words().size() && !looks_like_an_option(words()[at_]) ? 1 : 0;
  }

  void note_missing() {
    if (!verb_) {
      return;
    }
    if (const auto kinds = verbs_of(*verb_); !kinds.empty()) {
      std::string all;
      for (const CLI::App* kind : kinds) {
        all += (all.empty() ? "" : ", ") + name_of(*kind);
      }
      problems_.push_back(line_.at_end(Fault::word_missing,
                                       "`stepdown " + verb_->get_name() + "` needs one word more",
                                       "write stepdown " + all));
      return;
    }
    std::size_t needed = 0;
    for (const CLI::Option* option : words_taken_by(*verb_)) {
      needed += option->get_required() ? 1 : 0;
      if (option->get_required() && given_words_ < needed) {
        problems_.push_back(line_.at_end(
            Fault::word_missing, "`stepdown " + name_of(*verb_) + "` needs " + value_name(*option),
            "write stepdown " + name_of(*verb_) + ' ' + value_name(*option) + "; " +
                help_of(*verb_)));
      }
    }
    for (const CLI::Option* option : options_of(*verb_)) {
      if (option->get_required() && times_[option] == 0) {
        problems_.push_back(line_.at_end(
            Fault::word_missing, "`stepdown " + name_of(*verb_) + "` needs " + name_of(*option),
            "write " + name_of(*option) + ' ' + value_name(*option) + ": " +
                option->get_description()));
      }
    }
  }

  CLI::App& verb() { return verb_ ? *verb_ : app_; }

  CLI::App& app_;
  const TypedLine& line_;
  CLI::App* verb_ = nullptr;
  std::size_t at_ = 0;
  std::size_t given_words_ = 0;
  std::map<const CLI::Option*, int> times_;
  std::vector<Problem> problems_;
};

}  // namespace

bool leaves_its_kind_out(const std::vector<std::string>& words) {
  return words.size() > 1 && words[0] == "sweep" &&
         (words[1].ends_with(".toml") ||
          (looks_like_an_option(words[1]) && words[1] != "-h" && words[1] != "--help"));
}

std::vector<Problem> problems_of_line(CLI::App& app, const TypedLine& line) {
  return LineWalk(app, line).walk();
}

}  // namespace stepdown
