#include "calibration/rewritten_settings.h"

#include <optional>
#include <regex>
#include <vector>

#include "model/contract.h"
#include "model/parameters/registry.h"
#include "scenarios/parameter_words.h"
#include "scenarios/text_faults.h"

namespace stepdown {
namespace {

std::string written_number(const std::string& name, double value) {
  const Parameter* parameter = find_parameter(name);
  expects(parameter != nullptr, "a fitted number is a parameter");
  return written(*parameter, value);
}

std::string full_name(const std::string& table, const std::string& key) {
  return table.empty() ? key : table + '.' + key;
}

/// `key = number` apart from what stands around the number.
struct NumberLine {
  std::string before;
  std::string key;
  std::string after;
};

std::optional<NumberLine> number_line(const std::string& line) {
  static const std::regex pattern(R"(^(\s*([A-Za-z0-9_.]+)\s*=\s*)([-+0-9._eE]+)(\s*(#.*)?)$)");
  std::smatch found;
  if (!std::regex_match(line, found, pattern)) {
    return std::nullopt;
  }
  return NumberLine{found[1], found[2], found[4]};
}

std::optional<std::string> table_begun(const std::string& line) {
  static const std::regex pattern(R"(^\s*\[\s*([A-Za-z0-9_.]+)\s*\]\s*(#.*)?$)");
  std::smatch found;
  return std::regex_match(line, found, pattern) ? std::optional<std::string>(found[1])
                                                : std::nullopt;
}

/// Copies a text line by line and puts other numbers in on the way.
class Rewriter {
 public:
  explicit Rewriter(std::map<std::string, double> values) : values_(std::move(values)) {}

  std::string rewritten(const std::string& text) {
    for (const std::string& line : lines_of(text)) {
      if (const auto table = table_begun(line)) {
        close_table();
        table_ = *table;
      }
      lines_.push_back(with_number(line));
      const std::size_t first = line.find_first_not_of(" \t");
      if (first != std::string::npos && line[first] != '#') {
        end_of_table_ = lines_.size();
      }
    }
    close_table();
    std::string made;
    for (const std::string& line : lines_) {
      made += line + '\n';
    }
    return values_.empty() ? made : made + '\n' + tables_of(values_);
  }

 private:
  std::string with_number(const std::string& line) {
    const auto found = number_line(line);
    const auto value = found ? values_.find(full_name(table_, found->key)) : values_.end();
    if (value == values_.end()) {
      return line;
    }
    std::string made = found->before + written_number(value->first, value->second) + found->after;
    values_.erase(value);
    return made;
  }

  void close_table() {
    if (table_.empty()) {
      return;
    }
    std::vector<std::string> added;
    for (auto value = values_.begin(); value != values_.end();) {
      if (table_of(value->first) != table_) {
        ++value;
        continue;
      }
      added.push_back(std::string(key_of(value->first)) + " = " +
                      written_number(value->first, value->second));
      value = values_.erase(value);
    }
    // Comments before the next table belong to that one.
    lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(end_of_table_), added.begin(),
                  added.end());
  }

  std::map<std::string, double> values_;
  std::string table_;
  std::vector<std::string> lines_;
  std::size_t end_of_table_ = 0;
};

}  // namespace

std::string with_numbers(const std::string& text, std::map<std::string, double> values) {
  return Rewriter(std::move(values)).rewritten(text);
}

std::string tables_of(const std::map<std::string, double>& values) {
  std::map<std::string, std::string> tables;
  for (const auto& [name, value] : values) {
    tables[std::string(table_of(name))] +=
        std::string(key_of(name)) + " = " + written_number(name, value) + '\n';
  }
  std::string text;
  for (const auto& [table, lines] : tables) {
    text += (text.empty() ? "" : "\n") + std::string("[") + table + "]\n" + lines;
  }
  return text;
}

}  // namespace stepdown
