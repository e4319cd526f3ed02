#include "scenarios/toml_text.h"

#include <toml++/impl/preprocessor.h>

// toml++ 3.3 promises the compiler that a table header begins with a letter, which a person's file
// need not, and reports the mistake only a few lines later. Without the promise it gets there.
#undef TOML_ASSERT_ASSUME
#define TOML_ASSERT_ASSUME(expression) static_assert(true)

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
      TomlEntry entry{std::string(key.str()), span(key.source()), value(node), false, {}, {}};
      if (const toml::table* inner = node.as_table()) {
        entry.is_table = true;
        entry.table = entries(*inner);
      } else if (const toml::array* list = node.as_array(); list && list->is_array_of_tables()) {
        for (const toml::node& each : *list) {
          entry.repeated.push_back(entries(*each.as_table()));
        }
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

int balance_of_brackets(const std::string& line) {
  int open = 0;
  char quote = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char letter = line[i];
    if (quote) {
      i += letter == '\\' && quote == '"' ? 1 : 0;
      quote = letter == quote ? 0 : quote;
    } else if (letter == '"' || letter == '\'') {
      quote = letter;
    } else if (letter == '#') {
      break;
    } else {
      open += letter == '[' || letter == '{' ? 1 : letter == ']' || letter == '}' ? -1 : 0;
    }
  }
  return open;
}

const std::string& line_at(const TextFile& file, int number) {
  static const std::string none;
  const bool is_there = number >= 1 && static_cast<std::size_t>(number) <= file.lines.size();
  return is_there ? file.lines[static_cast<std::size_t>(number) - 1] : none;
}

/// The last line up to one in which a list or a table in braces begins that is not closed up to it;
/// 0 when there is none.
int unclosed_up_to(const TextFile& file, int number) {
  int open = 0;
  for (int line = number; line >= 1; --line) {
    open += balance_of_brackets(line_at(file, line));
    if (open > 0) {
      return line;
    }
    if (line < number && line_at(file, line).find('=') != std::string::npos) {
      break;
    }
  }
  return 0;
}

Problem syntax_problem(const TextFile& file, const toml::parse_error& error) {
  TextSpan at{static_cast<int>(error.source().begin.line),
              static_cast<int>(error.source().begin.column), 1};
  const std::string description(error.description());
  const std::size_t again = description.find("cannot redefine");
  if (again != std::string::npos) {
    const std::size_t from = description.find('\'', again);
    const std::string name = description.substr(from + 1, description.rfind('\'') - from - 1);
    const std::string& line = line_at(file, at.line);
    const std::size_t key = line.find(name.substr(name.rfind('.') + 1));
    if (key != std::string::npos) {
      at = {at.line, static_cast<int>(key) + 1,
            static_cast<int>(name.size() - name.rfind('.') - 1)};
    }
    return file.problem(Fault::duplicate, at, "`" + name + "` is given twice in this file",
                        "keep one of the two");
  }
  at.line = std::clamp(at.line, 1, std::max(1, static_cast<int>(file.lines.size())));
  if (const int opened = unclosed_up_to(file, at.line)) {
    const std::string& line = line_at(file, opened);
    const std::size_t bracket = line.find_last_of("[{");
    return file.problem(
        Fault::syntax, {opened, static_cast<int>(bracket) + 1, 1},
        "a list that begins here does not end",
        std::string("write ") + (line[bracket] == '[' ? ']' : '}') + " after its last value");
  }
  const std::string& line = line_at(file, at.line);
  const std::string advice = advice_on_line(line);
  const std::size_t first = line.find_first_not_of(" \t");
  if (first != std::string::npos && !advice.empty()) {
    const auto length = static_cast<int>(line.find_last_not_of(" \t\r") - first) + 1;
    at = {at.line, static_cast<int>(first) + 1, length};
  }
  return file.problem(Fault::syntax, at, "this line cannot be read as TOML",
                      advice.empty() ? description : advice);
}

/// Whether a text that goes over several lines has begun before a line and not ended.
bool is_inside_a_long_text(const TextFile& file, int number) {
  int marks = 0;
  for (int line = 1; line < number; ++line) {
    for (const std::string_view mark : {"\"\"\"", "'''"}) {
      for (std::size_t at = 0; (at = line_at(file, line).find(mark, at)) != std::string::npos;) {
        at += mark.size();
        ++marks;
      }
    }
  }
  return marks % 2 == 1;
}

/// Whether what follows a faulty line means the same without it: it is one `name = value` that
/// opens nothing.
bool can_be_left_out(const TextFile& file, int number) {
  const std::string& line = line_at(file, number);
  const std::size_t first = line.find_first_not_of(" \t");
  return first != std::string::npos && line[first] != '[' && balance_of_brackets(line) == 0 &&
         line.find("\"\"\"") == std::string::npos && line.find("\'\'\'") == std::string::npos &&
         unclosed_up_to(file, number) == 0 && !is_inside_a_long_text(file, number);
}

std::string text_of(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    text += line + '\n';
  }
  return text;
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

std::optional<TomlReading> read_around_faults(const TextFile& file,
                                              std::vector<Problem>& problems) {
  constexpr int most_faults = 20;
  std::vector<std::string> lines = file.lines;
  for (int fault = 0; fault <= most_faults; ++fault) {
    try {
      return TomlReading{TreeCopy(file).entries(toml::parse(text_of(lines), file.path)),
                         fault == 0};
    } catch (const toml::parse_error& error) {
      if (auto other = no_settings(file.path, file.lines)) {
        problems.push_back(std::move(*other));
        return std::nullopt;
      }
      problems.push_back(syntax_problem(file, error));
      const int number = problems.back().line;
      if (!can_be_left_out(file, number) || lines[static_cast<std::size_t>(number) - 1].empty()) {
        return std::nullopt;
      }
      lines[static_cast<std::size_t>(number) - 1].clear();
    }
  }
  return std::nullopt;
}

std::optional<std::vector<TomlEntry>> read_toml(const TextFile& file,
                                                std::vector<Problem>& problems) {
  auto reading = read_around_faults(file, problems);
  return reading && reading->is_whole ? std::optional(std::move(reading->entries)) : std::nullopt;
}

}  // namespace stepdown
