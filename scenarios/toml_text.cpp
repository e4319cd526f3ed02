#include "scenarios/toml_text.h"

#include <toml++/toml.h>
#include <algorithm>
#include <utility>

#include "scenarios/text_faults.h"

namespace stepdown {
namespace {

/// A value that goes over several lines is shown by what of it stands on its first.
TextSpan span_of(const toml::source_region& region, int line_length) {
  const int line = static_cast<int>(region.begin.line);
  const int column = static_cast<int>(region.begin.column);
  const bool on_one_line = region.begin.line == region.end.line;
  const int end = on_one_line ? static_cast<int>(region.end.column) : line_length + 1;
  return {line, column, std::max(1, end - column)};
}

/// Takes the package's tree over into ours.
class TreeCopy {
 public:
  explicit TreeCopy(const TextFile& file) : file_(file) {}

  std::vector<TomlEntry> entries(const toml::table& table) const {
    std::vector<TomlEntry> made;
    for (const auto& [key, node] : table) {
      TomlEntry entry{std::string(key.str()), span(key.source()), value(node), false, {}};
      if (const toml::table* inner = node.as_table()) {
        entry.is_table = true;
        entry.table = entries(*inner);
      }
      made.push_back(std::move(entry));
    }
    std::ranges::stable_sort(
        made, {}, [](const TomlEntry& entry) { return std::pair(entry.at.line, entry.at.column); });
    return made;
  }

 private:
  TextSpan span(const toml::source_region& region) const {
    const std::size_t line = region.begin.line;
    const std::size_t length =
        line >= 1 && line <= file_.lines.size() ? file_.lines[line - 1].size() : 0;
    return span_of(region, static_cast<int>(length));
  }

  RawValue value(const toml::node& node) const {
    const TextSpan at = span(node.source());
    if (const auto* whole = node.as_integer()) {
      return {static_cast<double>(whole->get()), at};
    }
    if (const auto* real = node.as_floating_point()) {
      return {real->get(), at};
    }
    if (const auto* text = node.as_string()) {
      return {text->get(), at};
    }
    if (const auto* array = node.as_array()) {
      std::vector<RawValue> elements;
      for (const toml::node& element : *array) {
        elements.push_back(value(element));
      }
      return {std::move(elements), at};
    }
    return {ForeignValue{node.is_boolean() ? "true or false"
                         : node.is_table() ? "a table"
                                           : "a date"},
            at};
  }

  const TextFile& file_;
};

Problem syntax_problem(const TextFile& file, const toml::parse_error& error) {
  const TextSpan at{static_cast<int>(error.source().begin.line),
                    static_cast<int>(error.source().begin.column), 1};
  const std::string description(error.description());
  const std::size_t again = description.find("cannot redefine");
  if (again != std::string::npos) {
    const std::size_t from = description.find('\'', again);
    const std::string name = description.substr(from + 1, description.rfind('\'') - from - 1);
    return file.problem(Fault::duplicate, at, "`" + name + "` is given twice in this file",
                        "keep one of the two");
  }
  std::string line;
  if (!file.lines.empty()) {
    line =
        file.lines[std::min(static_cast<std::size_t>(std::max(1, at.line)), file.lines.size()) - 1];
  }
  const std::string advice = advice_on_line(line);
  return file.problem(Fault::syntax, at, "this line cannot be read as TOML",
                      advice.empty() ? description : advice);
}

}  // namespace

const TomlEntry* TomlEntry::find(std::string_view name) const {
  const auto found = std::ranges::find(table, name, &TomlEntry::key);
  return found == table.end() ? nullptr : &*found;
}

Problem TextFile::pointer_to(TextSpan at) const {
  Problem made;
  made.file = path;
  made.line = at.line;
  made.column = at.column;
  made.caret_length = at.length;
  if (at.line >= 1 && static_cast<std::size_t>(at.line) <= lines.size()) {
    made.line_text = lines[static_cast<std::size_t>(at.line) - 1];
  }
  return made;
}

Problem TextFile::problem(Fault fault, TextSpan at, std::string message,
                          std::string suggestion) const {
  Problem made = pointer_to(at);
  made.fault = fault;
  made.message = std::move(message);
  made.suggestion = std::move(suggestion);
  return made;
}

std::optional<std::vector<TomlEntry>> read_toml(const TextFile& file, const std::string& text,
                                                std::vector<Problem>& problems) {
  try {
    return TreeCopy(file).entries(toml::parse(text, file.path));
  } catch (const toml::parse_error& error) {
    problems.push_back(syntax_problem(file, error));
    return std::nullopt;
  }
}

}  // namespace stepdown
