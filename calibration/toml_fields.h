#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/toml_text.h"

namespace stepdown {

/// Reads the keys of one table of a target or fit file by name, and notes what is missing, of the
/// wrong type or not meant.
class TomlFields {
 public:
  TomlFields(const TextFile& file, const TomlEntry& table, std::vector<Problem>& problems)
      : file_(file), table_(table), problems_(problems) {}

  bool has(std::string_view key) const { return table_.find(key) != nullptr; }
  /// Noted when it is not there, is no number or lies outside the bounds.
  double number(std::string_view key, double low, double high);
  /// The same, but its absence is fine.
  double number_or(std::string_view key, double otherwise, double low, double high);
  /// Noted when it is not there or empty.
  std::string text(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  /// The tables of a list of them, `[{ ... }, { ... }]`; none where the key is absent. Noted when
  /// the key stands for something else.
  std::vector<TomlEntry> rows(std::string_view key);
  /// Notes every key that nobody asked for.
  void refuse_others();

  void refuse(TextSpan at, std::string message, std::string advice);

 private:
  const TomlEntry* asked_for(std::string_view key, std::string_view what);

  const TextFile& file_;
  const TomlEntry& table_;
  std::vector<Problem>& problems_;
  std::vector<std::string> asked_;
};

}  // namespace stepdown
