#pragma once

#include <map>
#include <string>
#include <vector>

namespace stepdown {

/// A setting that the program which made results knew: its value as text where nobody gave another.
struct KnownSetting {
  std::string name;
  std::string unit;
  std::string role;
  std::string initial;
  bool operator==(const KnownSetting&) const = default;
};

/// Every setting of the registry, in its order.
std::vector<KnownSetting> known_settings();

/// What stands after each name in a text of lines "name = value".
using SettingLines = std::map<std::string, std::string, std::less<>>;
SettingLines setting_lines(const std::string& text);

/// The value of each known setting, in their order, under a canonical text of a scenario, which has
/// only those that are not initial.
std::vector<std::string> resolved_values(const std::vector<KnownSetting>& known,
                                         const std::string& text);

/// The digest of all settings together, given or initial, from day 0 and before it: equal digests
/// mean equal facts and decisions in any version of this program.
std::string settings_digest(const std::vector<KnownSetting>& known, const std::string& text);

/// The number that a value is; NaN for a choice or a list.
double number_in(const std::string& value);

}  // namespace stepdown
