#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/scenario_error.h"
#include "scenarios/scenario_kind.h"
#include "scenarios/toml_text.h"

namespace stepdown {

/// A `name = value` of a scenario file under its full dotted name. `source` and `year` come from
/// the long form `name = { value = ..., source = "...", year = "..." }`.
struct FileEntry {
  std::string name;
  TextSpan key;
  RawValue value;
  std::string source;
  std::string year;
};

/// A key at the top of a scenario file whose value is text; empty when it is not there.
struct HeaderText {
  std::string text;
  TextSpan key;
  TextSpan at;
};

/// One scenario file as it is written: its header and its entries in the order of their lines.
struct ScenarioFile : TextFile {
  bool is_whole = true;  // no line of it had to be left out
  std::optional<ScenarioKind> kind;
  HeaderText title;
  HeaderText question;
  HeaderText extends;
  HeaderText place;
  std::optional<FileEntry> evidence;  // the rows that a policy answers
  std::vector<FileEntry> entries;
  std::vector<FileEntry> observed;
};

/// Reads the text of one file. What is wrong with it is added to `problems`; nothing is returned
/// when so little can be read that further complaints would only confuse.
std::optional<ScenarioFile> read_scenario_file(const std::string& path, const std::string& text,
                                               std::vector<Problem>& problems);

/// The value of `name=value` on a command line: TOML, or text without quotation marks.
RawValue read_command_line_value(const std::string& text);

}  // namespace stepdown
