#include "tests/model/mechanisms/settings.h"

#include <algorithm>
#include <stdexcept>

namespace stepdown {

const Parameter& parameter_named(std::string_view name) {
  const Parameter* found = find_parameter(name);
  if (found == nullptr) {
    throw std::invalid_argument("no parameter is called " + std::string(name));
  }
  return *found;
}

Value Setting::checked(std::string_view parameter, double number) {
  const Parameter& p = parameter_named(parameter);
  if (p.kind == Kind::choice || p.kind == Kind::list || number < p.bounds.low ||
      number > p.bounds.high) {
    throw std::invalid_argument(std::string(parameter) + " cannot be " + std::to_string(number));
  }
  return number;
}

Setting::Setting(std::string_view parameter, std::string_view choice) : name(parameter) {
  const auto choices = parameter_named(parameter).choices;
  const auto found = std::ranges::find(choices, choice);
  if (found == choices.end()) {
    throw std::invalid_argument(std::string(parameter) + " cannot be " + std::string(choice));
  }
  value = Choice{static_cast<std::uint8_t>(found - choices.begin())};
}

ModelParameters with(ModelParameters p, const Settings& settings) {
  for (const Setting& setting : settings) {
    parameter_named(setting.name).set(p, setting.value);
  }
  return p;
}

std::string written(const Setting& setting) {
  return std::string(setting.name) + " = " + written(parameter_named(setting.name), setting.value);
}

std::string written(const Settings& settings) {
  std::string text;
  for (const Setting& setting : settings) {
    text += (text.empty() ? "" : ", ") + written(setting);
  }
  return text;
}

}  // namespace stepdown
