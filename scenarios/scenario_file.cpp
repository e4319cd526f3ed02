#include "scenarios/scenario_file.h"

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <limits>
#include <sstream>
#include <utility>

#include "model/parameters/registry.h"
#include "scenarios/nearest_word.h"
#include "scenarios/text_faults.h"

namespace stepdown {
namespace {

constexpr std::array<std::string_view, 4> kinds = {"base", "place", "policy", "laboratory"};

/// A value that goes over several lines is shown by what of it stands on its first.
TextSpan span_of(const toml::source_region& region, int line_length) {
  const int line = static_cast<int>(region.begin.line);
  const int column = static_cast<int>(region.begin.column);
  const bool on_one_line = region.begin.line == region.end.line;
  const int end = on_one_line ? static_cast<int>(region.end.column) : line_length + 1;
  return {line, column, std::max(1, end - column)};
}

/// Turns the parsed tree of one text into the header and the entries of a scenario file.
class TreeReader {
 public:
  TreeReader(ScenarioFile& file, std::vector<Problem>& problems)
      : file_(file), problems_(problems) {}

  void read(const toml::table& root) {
    for (const auto& [key, node] : root) {
      const std::string name(key.str());
      const TextSpan at = span(key.source());
      if (name == "observed" && node.is_table()) {
        for (const auto& [figure, value] : *node.as_table()) {
          file_.observed.push_back(entry(std::string(figure.str()), span(figure.source()), value));
        }
      } else if (name == "evidence") {
        file_.evidence = FileEntry{name, at, value(node), {}, {}};
      } else if (const toml::table* table = node.as_table(); table && !table->contains("value")) {
        read_table(name, at, *table);
      } else {
        read_header(name, at, node);
      }
    }
    const auto by_line = [](const FileEntry& e) { return std::pair(e.key.line, e.key.column); };
    std::ranges::stable_sort(file_.entries, {}, by_line);
    std::ranges::stable_sort(file_.observed, {}, by_line);
  }

  bool kind_given() const { return kind_given_; }

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

 private:
  TextSpan span(const toml::source_region& region) const {
    const std::size_t line = region.begin.line;
    const std::size_t length =
        line >= 1 && line <= file_.lines.size() ? file_.lines[line - 1].size() : 0;
    return span_of(region, static_cast<int>(length));
  }

  void read_table(const std::string& name, TextSpan at, const toml::table& table) {
    if (table.empty() || find_parameter(name)) {
      file_.entries.push_back({name, at, {ForeignValue{"a table"}, at}, {}, {}});
      return;
    }
    for (const auto& [key, node] : table) {
      const std::string full = name + '.' + std::string(key.str());
      const toml::table* inner = node.as_table();
      if (inner && !inner->contains("value")) {
        read_table(full, span(key.source()), *inner);
      } else {
        file_.entries.push_back(entry(full, span(key.source()), node));
      }
    }
  }

  FileEntry entry(std::string name, TextSpan key, const toml::node& node) {
    FileEntry made{std::move(name), key, {}, {}, {}};
    const toml::table* table = node.as_table();
    if (!table) {
      made.value = value(node);
      return made;
    }
    made.value = {ForeignValue{"a table"}, key};
    for (const auto& [part, content] : *table) {
      if (part.str() == "value") {
        made.value = value(content);
      } else if (part.str() == "source" && content.is_string()) {
        made.source = content.as_string()->get();
      } else if (part.str() == "year" && (content.is_string() || content.is_integer())) {
        made.year = content.is_string() ? content.as_string()->get()
                                        : std::to_string(content.as_integer()->get());
      } else {
        problems_.push_back(file_.problem(
            Fault::unknown_setting, span(part.source()),
            "`" + std::string(part.str()) + "` cannot stand here or has the wrong type",
            "write { value = ..., source = \"...\", year = \"...\" }"));
      }
    }
    return made;
  }

  void read_header(const std::string& name, TextSpan key, const toml::node& node) {
    const std::array<std::pair<std::string_view, HeaderText*>, 4> texts = {
        {{"title", &file_.title},
         {"question", &file_.question},
         {"extends", &file_.extends},
         {"place", &file_.place}}};
    const auto text =
        std::ranges::find(texts, std::string_view(name), [](const auto& t) { return t.first; });
    if (name != "kind" && text == texts.end()) {
      unknown_header(name, key);
    } else if (!node.is_string() || node.as_string()->get().empty()) {
      problems_.push_back(file_.problem(Fault::header, span(node.source()),
                                        "`" + name + "` is text and cannot be left empty",
                                        "write " + name + " = \"...\""));
    } else if (name == "kind") {
      read_kind(node.as_string()->get(), span(node.source()));
    } else {
      *text->second = {node.as_string()->get(), key, span(node.source())};
    }
  }

  void read_kind(const std::string& word, TextSpan at) {
    kind_given_ = true;
    const auto found = std::ranges::find(kinds, std::string_view(word));
    if (found != kinds.end()) {
      file_.kind = static_cast<ScenarioKind>(found - kinds.begin());
      return;
    }
    problems_.push_back(file_.problem(
        Fault::kind, at, "there is no kind `" + word + "`",
        "kind is one of " + quoted_list(nearest_first(word, {kinds.begin(), kinds.end()}), "or")));
  }

  void unknown_header(const std::string& name, TextSpan key) {
    std::string suggestion =
        "at the top stand kind, title, question, extends, place, evidence; settings stand "
        "in a table such as [workforce]";
    if (const auto similar =
            nearest_word(name, {"kind", "title", "question", "extends", "place", "evidence"})) {
      suggestion = "did you mean `" + *similar + "`?";
    }
    for (const Parameter& parameter : parameter_registry()) {
      const std::size_t stop = parameter.name.rfind('.');
      if (parameter.name.substr(stop + 1) == name) {
        suggestion = "it belongs in a table: write [" +
                     std::string(parameter.name.substr(0, stop)) + "] on the line before";
        break;
      }
    }
    problems_.push_back(file_.problem(Fault::unknown_setting, key,
                                      "unknown key `" + name + "` at the top of the file",
                                      suggestion));
  }

  ScenarioFile& file_;
  std::vector<Problem>& problems_;
  bool kind_given_ = false;
};

Problem syntax_problem(const ScenarioFile& file, const toml::parse_error& error) {
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
  const std::string& line =
      file.lines[std::min(static_cast<std::size_t>(std::max(1, at.line)), file.lines.size()) - 1];
  const std::string advice = advice_on_line(line);
  return file.problem(Fault::syntax, at, "this line cannot be read as TOML",
                      advice.empty() ? description : advice);
}

}  // namespace

std::string_view name_of(ScenarioKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

Problem ScenarioFile::pointer_to(TextSpan at) const {
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

Problem ScenarioFile::problem(Fault fault, TextSpan at, std::string message,
                              std::string suggestion) const {
  Problem made = pointer_to(at);
  made.fault = fault;
  made.message = std::move(message);
  made.suggestion = std::move(suggestion);
  return made;
}

std::optional<ScenarioFile> read_scenario_file(const std::string& path, const std::string& text,
                                               std::vector<Problem>& problems) {
  if (auto unfit = unfit_text(path, text)) {
    problems.push_back(std::move(*unfit));
    return std::nullopt;
  }
  ScenarioFile file;
  file.path = path;
  file.lines = lines_of(text);
  try {
    const toml::table root = toml::parse(text, path);
    TreeReader reader(file, problems);
    reader.read(root);
    if (!reader.kind_given()) {
      problems.push_back(file.problem(Fault::kind, {1, 1, 1},
                                      "this file does not say what kind of scenario file it is",
                                      what_a_file_needs()));
    }
  } catch (const toml::parse_error& error) {
    problems.push_back(syntax_problem(file, error));
    return std::nullopt;
  }
  return file;
}

RawValue read_command_line_value(const std::string& text) {
  const TextSpan whole{1, 1, static_cast<int>(text.size())};
  static const std::array<std::string_view, 5> no_numbers = {"nan", "inf", "+inf", "-inf",
                                                             "infinity"};
  std::string small = text;
  std::ranges::transform(small, small.begin(), [](unsigned char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a')
                                          : static_cast<char>(letter);
  });
  if (std::ranges::find(no_numbers, std::string_view(small)) != no_numbers.end()) {
    return {std::numeric_limits<double>::quiet_NaN(), whole};
  }
  try {
    const toml::table root = toml::parse("value = " + text);
    const toml::node* node = root.get("value");
    if (root.size() == 1 && node) {
      ScenarioFile unnamed;
      std::vector<Problem> none;
      RawValue value = TreeReader(unnamed, none).value(*node);
      value.at = whole;
      return value;
    }
  } catch (const toml::parse_error&) {
    // Not TOML: then it is plain text, as a choice is usually written on a command line.
  }
  return {text, whole};
}

}  // namespace stepdown
