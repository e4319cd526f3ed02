#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "model/parameters/registry.h"

namespace stepdown {

/// One parameter set by its name, as in a file: a number, a choice by its name, or a list.
struct Setting {
  Setting(std::string_view parameter, double number)
      : name(parameter), value(checked(parameter, number)) {}
  Setting(std::string_view parameter, std::string_view choice);
  Setting(std::string_view parameter, std::initializer_list<double> list)
      : name(parameter), value(NumberList(list)) {}
  Setting(std::string_view parameter, const Value& any) : name(parameter), value(any) {}

  std::string_view name;
  Value value;

 private:
  static Value checked(std::string_view parameter, double number);
};

using Settings = std::vector<Setting>;

/// The parameter of that name; a name that does not exist ends the test with an exception.
const Parameter& parameter_named(std::string_view name);

ModelParameters with(ModelParameters p, const Settings& settings);

std::string written(const Setting& setting);
std::string written(const Settings& settings);

}  // namespace stepdown
