#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/layers.h"
#include "scenarios/setting.h"

namespace stepdown {

/// Reads a scenario's settings together and notes what does not fit, at the last place where a
/// person set one of the settings that clash.
class SettingsTogether {
 public:
  using Names = std::initializer_list<std::string_view>;

  explicit SettingsTogether(const Layers& layers) : layers_(layers) {}

  double number(std::string_view name) const;
  const NumberList& list(std::string_view name) const;
  bool is(std::string_view option, std::string_view answer) const;

  /// Whether a file or the command line gave it a value, be it the registry's own.
  bool is_given(std::string_view name) const;

  /// The value as it would be written in a file.
  std::string shown(std::string_view name) const;

  /// `key = value` of each, as a person would write them.
  std::string written_out(Names names) const;

  /// Notes nothing when one of the names is in doubt: its value is not what was meant.
  void note(Severity severity, Names names, std::string message, std::string suggestion);

  /// `low` and `high` are one after the other on a scale; it is noted when they are not.
  void want_order(Severity severity, std::string_view low, std::string_view high,
                  const std::string& consequence);

  std::vector<Problem> problems() && { return std::move(problems_); }

 private:
  const Layers& layers_;
  std::vector<Problem> problems_;
};

}  // namespace stepdown
