#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/scenario_error.h"

namespace stepdown {

/// The command as a person typed it, so that a problem can point at the word that is meant.
class TypedLine {
 public:
  /// `words` without the program's name.
  explicit TypedLine(std::vector<std::string> words);

  const std::vector<std::string>& words() const { return words_; }

  Problem at_word(Fault fault, std::size_t word, std::string message, std::string suggestion) const;
  /// Points behind the last word.
  Problem at_end(Fault fault, std::string message, std::string suggestion) const;
  /// Points at what of the line stands first in backquotes in the message, or at the verb.
  Problem at_what_is_named(Fault fault, std::string message, std::string suggestion) const;

  /// A problem about something that was typed (a value of --set, a file that is not there), with
  /// the typed line under it; every other one as it is.
  Problem pointed_here(Problem problem) const;

 private:
  Problem problem(Fault fault, int column, int length, std::string message,
                  std::string suggestion) const;
  std::optional<std::size_t> byte_of_value(std::string_view option, std::string_view value) const;
  int column_of(std::size_t byte) const;

  std::vector<std::string> words_;
  std::vector<std::size_t> starts_;  // bytes in text_, one for each word
  std::string text_;
};

}  // namespace stepdown
