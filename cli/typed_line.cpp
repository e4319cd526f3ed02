#include "cli/typed_line.h"

#include <algorithm>
#include <utility>

#include "cli/shell_words.h"

namespace stepdown {
namespace {

constexpr std::string_view here = "command line";

int characters_of(std::string_view text) {
  return static_cast<int>(std::ranges::count_if(
      text, [](char letter) { return (static_cast<unsigned char>(letter) & 0xC0) != 0x80; }));
}

/// Faults that lie in what was typed and not in the file that it names.
bool is_of_naming(Fault fault) {
  return fault == Fault::file_not_found || fault == Fault::file_unreadable ||
         fault == Fault::file_is_a_folder || fault == Fault::file_too_large ||
         fault == Fault::kind || fault == Fault::same_name;
}

}  // namespace

TypedLine::TypedLine(std::vector<std::string> words) : words_(std::move(words)), text_("stepdown") {
  for (const std::string& word : words_) {
    text_ += ' ';
    starts_.push_back(text_.size());
    text_ += shell_word(word);
  }
}

int TypedLine::column_of(std::size_t byte) const {
  return characters_of(std::string_view(text_).substr(0, byte)) + 1;
}

Problem TypedLine::problem(Fault fault, int column, int length, std::string message,
                           std::string suggestion) const {
  Problem made;
  made.fault = fault;
  made.message = std::move(message);
  made.suggestion = std::move(suggestion);
  made.file = here;
  made.line_text = text_;
  made.column = column;
  made.caret_length = length;
  return made;
}

Problem TypedLine::at_word(Fault fault, std::size_t word, std::string message,
                           std::string suggestion) const {
  return problem(fault, column_of(starts_[word]), characters_of(shell_word(words_[word])),
                 std::move(message), std::move(suggestion));
}

Problem TypedLine::at_end(Fault fault, std::string message, std::string suggestion) const {
  return problem(fault, characters_of(text_) + 2, 1, std::move(message), std::move(suggestion));
}

Problem TypedLine::at_what_is_named(Fault fault, std::string message,
                                    std::string suggestion) const {
  for (std::size_t open = message.find('`'); open != std::string::npos;) {
    const std::size_t close = message.find('`', open + 1);
    if (close == std::string::npos) {
      break;
    }
    std::string named = message.substr(open + 1, close - open - 1);
    const std::size_t at = text_.find(' ' + named);
    if (!named.starts_with("stepdown") && at != std::string::npos) {
      return problem(fault, column_of(at + 1), characters_of(named), std::move(message),
                     std::move(suggestion));
    }
    open = message.find('`', close + 1);
  }
  return words_.empty() ? at_end(fault, std::move(message), std::move(suggestion))
                        : at_word(fault, 0, std::move(message), std::move(suggestion));
}

/// The value stands behind its option as a word of its own or after an equals sign.
std::optional<std::size_t> TypedLine::byte_of_value(std::string_view option,
                                                    std::string_view value) const {
  const std::string joined = std::string(option) + '=' + std::string(value);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const bool is_quoted = shell_word(words_[i]) != words_[i];
    const std::size_t start = starts_[i] + (is_quoted ? 1 : 0);
    if (words_[i] == joined) {
      return start + option.size() + 1;
    }
    if (words_[i] == value && i > 0 && words_[i - 1] == option) {
      return start;
    }
  }
  return std::nullopt;
}

Problem TypedLine::pointed_here(Problem original) const {
  Problem moved = original;
  moved.file = here;
  moved.line_text = text_;
  if (original.file.starts_with("--") && !original.line_text.empty()) {
    const auto byte = byte_of_value(original.file, original.line_text);
    if (!byte) {
      return original;
    }
    moved.column = column_of(*byte) + original.column - 1;
    return moved;
  }
  const bool is_about_all = original.line == 0 && original.line_text.empty();
  const auto named = std::ranges::find(words_, original.file);
  if (!is_about_all || !is_of_naming(original.fault) || named == words_.end()) {
    return original;
  }
  const auto word = static_cast<std::size_t>(named - words_.begin());
  const bool is_an_option = original.file.starts_with("--") && word + 1 < words_.size();
  return at_word(original.fault, word + (is_an_option ? 1 : 0), original.message,
                 original.suggestion);
}

}  // namespace stepdown
