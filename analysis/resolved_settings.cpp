#include "analysis/resolved_settings.h"

#include <charconv>
#include <limits>
#include <sstream>

#include "analysis/digest.h"
#include "model/parameters/registry.h"

namespace stepdown {
namespace {

constexpr const char* before_day_0 = "before_day_0.";

}  // namespace

std::vector<KnownSetting> known_settings() {
  std::vector<KnownSetting> known;
  for (const Parameter& parameter : parameter_registry()) {
    known.push_back({std::string(parameter.name), std::string(name_of(parameter.unit)),
                     std::string(name_of(parameter.role)), written(parameter, parameter.initial)});
  }
  return known;
}

SettingLines setting_lines(const std::string& text) {
  SettingLines values;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t equals = line.find(" = ");
    if (equals != std::string::npos) {
      values[line.substr(0, equals)] = line.substr(equals + 3);
    }
  }
  return values;
}

std::vector<std::string> resolved_values(const std::vector<KnownSetting>& known,
                                         const std::string& text) {
  const SettingLines given = setting_lines(text);
  std::vector<std::string> values;
  for (const KnownSetting& setting : known) {
    const auto found = given.find(setting.name);
    values.push_back(found == given.end() ? setting.initial : found->second);
  }
  return values;
}

std::string settings_digest(const std::vector<KnownSetting>& known, const std::string& text) {
  const std::vector<std::string> values = resolved_values(known, text);
  std::string all;
  for (std::size_t i = 0; i < known.size(); ++i) {
    all += known[i].name + " = " + values[i] + '\n';
  }
  const std::size_t before = text.find(before_day_0);
  return digest_of(before == std::string::npos ? all : all + text.substr(before));
}

double number_in(const std::string& value) {
  double number = std::numeric_limits<double>::quiet_NaN();
  const char* const end = value.data() + value.size();
  const auto [stop, failure] = std::from_chars(value.data(), end, number);
  const bool is_number = failure == std::errc() && stop == end;
  return is_number ? number : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace stepdown
