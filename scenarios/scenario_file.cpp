#include "scenarios/scenario_file.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "model/parameters/registry.h"
#include "scenarios/nearest_word.h"
#include "scenarios/text_faults.h"

namespace stepdown {
namespace {

constexpr std::array<std::string_view, 6> kinds = {"base",       "place",  "policy",
                                                   "laboratory", "member", "fit"};

bool is_a_table(const std::string& name) {
  return std::ranges::any_of(parameter_registry(), [&](const Parameter& parameter) {
    return parameter.name.starts_with(name + '.');
  });
}

/// Turns the parsed tree of one text into the header and the entries of a scenario file.
class TreeReader {
 public:
  TreeReader(ScenarioFile& file, std::vector<Problem>& problems)
      : file_(file), problems_(problems) {}

  void read(const std::vector<TomlEntry>& root) {
    for (const TomlEntry& top : root) {
      if (top.key == "observed" && top.is_table) {
        for (const TomlEntry& figure : top.table) {
          file_.observed.push_back(entry(figure.key, figure));
        }
      } else if (top.key == "evidence") {
        file_.evidence = entry(top.key, top);
      } else if (top.is_table && !top.find("value")) {
        read_table(top.key, top);
      } else {
        read_header(top);
      }
    }
    const auto by_line = [](const FileEntry& e) { return std::pair(e.key.line, e.key.column); };
    std::ranges::stable_sort(file_.entries, {}, by_line);
    std::ranges::stable_sort(file_.observed, {}, by_line);
  }

  bool kind_given() const { return kind_given_; }

 private:
  void read_table(const std::string& name, const TomlEntry& table) {
    // Nothing is wrong with a table whose settings were taken out, or cannot be read.
    if (table.table.empty() && (!file_.is_whole || is_a_table(name))) {
      return;
    }
    if (table.table.empty() || find_parameter(name)) {
      file_.entries.push_back({name, table.at, {ForeignValue{"a table"}, table.at}, {}, {}});
      return;
    }
    for (const TomlEntry& inner : table.table) {
      const std::string full = name + '.' + inner.key;
      if (inner.is_table && !inner.find("value")) {
        read_table(full, inner);
      } else {
        file_.entries.push_back(entry(full, inner));
      }
    }
  }

  FileEntry entry(std::string name, const TomlEntry& given) {
    FileEntry made{std::move(name), given.at, given.value, {}, {}};
    if (!given.is_table) {
      return made;
    }
    made.value = {ForeignValue{"a table"}, given.at};
    for (const TomlEntry& part : given.table) {
      const auto* text = std::get_if<std::string>(&part.value.content);
      const auto* number = std::get_if<double>(&part.value.content);
      const bool is_whole = number && std::floor(*number) == *number;
      if (part.key == "value") {
        made.value = part.value;
      } else if (part.key == "source" && text) {
        made.source = *text;
      } else if (part.key == "year" && (text || is_whole)) {
        made.year = text ? *text : std::to_string(static_cast<long long>(*number));
      } else {
        problems_.push_back(
            file_.problem(Fault::unknown_setting, part.at,
                          "`" + part.key + "` cannot stand here or has the wrong type",
                          "write { value = ..., source = \"...\", year = \"...\" }"));
      }
    }
    return made;
  }

  void read_header(const TomlEntry& given) {
    const std::string& name = given.key;
    const std::array<std::pair<std::string_view, HeaderText*>, 4> texts = {
        {{"title", &file_.title},
         {"question", &file_.question},
         {"extends", &file_.extends},
         {"place", &file_.place}}};
    const auto text =
        std::ranges::find(texts, std::string_view(name), [](const auto& t) { return t.first; });
    const auto* words = std::get_if<std::string>(&given.value.content);
    if (name != "kind" && text == texts.end()) {
      unknown_header(name, given.at);
    } else if (!words || words->empty()) {
      problems_.push_back(file_.problem(Fault::header, given.value.at,
                                        "`" + name + "` is text and cannot be left empty",
                                        "write " + name + " = \"...\""));
    } else if (name == "kind") {
      read_kind(*words, given.value.at);
    } else {
      *text->second = {*words, given.at, given.value.at};
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

}  // namespace

std::string_view name_of(ScenarioKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

std::optional<ScenarioFile> read_scenario_file(const std::string& path, const std::string& text,
                                               std::vector<Problem>& problems) {
  if (auto unfit = unfit_text(path, text)) {
    problems.push_back(std::move(*unfit));
    return std::nullopt;
  }
  ScenarioFile file;
  file.path = path;
  file.lines = lines_of(text);
  const auto reading = read_around_faults(file, problems);
  if (!reading) {
    return std::nullopt;
  }
  file.is_whole = reading->is_whole;
  TreeReader reader(file, problems);
  reader.read(reading->entries);
  if (!reader.kind_given() && file.is_whole) {
    problems.push_back(file.problem(Fault::kind, {1, 1, 1},
                                    "this file does not say what kind of scenario file it is",
                                    what_a_file_needs()));
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
  // What is not TOML is plain text, as a choice is usually written on a command line.
  std::vector<Problem> ignored;
  const auto root = read_toml({{}, {"value = " + text}}, ignored);
  if (root && root->size() == 1) {
    RawValue value = root->front().value;
    value.at = whole;
    return value;
  }
  return {text, whole};
}

}  // namespace stepdown
