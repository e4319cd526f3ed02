#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "scenarios/scenario_error.h"

namespace stepdown {

/// A stretch of one line, counted in characters from 1; `line` 0 is nowhere.
struct TextSpan {
  int line = 0;
  int column = 0;
  int length = 0;
};

/// A value of a type that no setting has, by what a person would call it ("a date").
struct ForeignValue {
  std::string_view what;
};

/// A value as it stands in a file, before anybody asks whether it makes sense.
struct RawValue {
  std::variant<double, std::string, std::vector<RawValue>, ForeignValue> content;
  TextSpan at;
};

/// A key and what stands behind it: a value, or a table of further keys.
struct TomlEntry {
  std::string key;
  TextSpan at;
  RawValue value;  // of a table a ForeignValue
  bool is_table = false;
  std::vector<TomlEntry> table;                  // in the order of their lines
  std::vector<std::vector<TomlEntry>> repeated;  // each [[key]] of a list of tables

  /// The entry of that key in this table, or nothing.
  const TomlEntry* find(std::string_view name) const;
};

/// A text that a person wrote, line by line, so that a problem can point into it.
struct TextFile {
  std::string path;
  std::vector<std::string> lines;

  /// A problem that points into this text; the second one has still to say what is wrong.
  Problem problem(Fault fault, TextSpan at, std::string message, std::string suggestion) const;
  Problem pointer_to(TextSpan at) const;
};

/// What can be read of a TOML text: all of it, or what stands around the lines that cannot be.
struct TomlReading {
  std::vector<TomlEntry> entries;  // in the order of their lines
  bool is_whole = true;
};

/// Reads on after a line that is not TOML, so that all such lines are noted at once, as far as what
/// follows keeps its meaning. Nothing where it does not. `file` has the lines of the text.
std::optional<TomlReading> read_around_faults(const TextFile& file, std::vector<Problem>& problems);

/// The entries of a TOML text; nothing and at least one more problem when some of it is not TOML.
std::optional<std::vector<TomlEntry>> read_toml(const TextFile& file,
                                                std::vector<Problem>& problems);

}  // namespace stepdown
