#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "model/contract.h"
#include "model/parameters/edit_distance.h"
#include "model/parameters/registry.h"

namespace stepdown {
namespace {

/// The length, of the longer of two dotted names, that is left when the whole words they share at
/// both ends are taken away: only that part may be mistyped.
std::size_t length_of_difference(std::string_view a, std::string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t front = 0;
  for (std::size_t i = 0; i < shorter && a[i] == b[i]; ++i) {
    if (a[i] == '.') {
      front = i + 1;
    }
  }
  std::size_t back = 0;
  for (std::size_t i = 1; i + front <= shorter && a[a.size() - i] == b[b.size() - i]; ++i) {
    if (a[a.size() - i] == '.') {
      back = i;
    }
  }
  return std::max(a.size(), b.size()) - front - back;
}

std::string written_number(double value) {
  char text[std::numeric_limits<double>::max_exponent10 + 32];
  const double size = std::abs(value);
  const bool plain = size == 0.0 || (size >= 1e-6 && size < 1e15);
  const auto end = plain ? std::to_chars(text, text + sizeof(text), value, std::chars_format::fixed)
                         : std::to_chars(text, text + sizeof(text), value);
  return std::string(text, end.ptr);
}

}  // namespace

const Parameter* find_parameter(std::string_view name) {
  const std::span<const Parameter> all = parameter_registry();
  const auto found = std::ranges::find(all, name, &Parameter::name);
  return found == all.end() ? nullptr : &*found;
}

std::optional<std::string_view> similar_parameter(std::string_view name) {
  std::optional<std::string_view> nearest;
  std::size_t least = std::numeric_limits<std::size_t>::max();
  for (const Parameter& parameter : parameter_registry()) {
    // What is so much longer or shorter need not be compared letter by letter.
    const auto [short_one, long_one] = std::minmax({name.size(), parameter.name.size()});
    if (3 * (long_one - short_one) > length_of_difference(name, parameter.name)) {
      continue;
    }
    const std::size_t distance = edit_distance(name, parameter.name);
    if (distance < least && 3 * distance <= length_of_difference(name, parameter.name)) {
      least = distance;
      nearest = parameter.name;
    }
  }
  return nearest;
}

std::string written(const Parameter& parameter, const Value& value) {
  if (const auto* number = std::get_if<double>(&value)) {
    return written_number(*number);
  }
  if (const auto* choice = std::get_if<Choice>(&value)) {
    expects(choice->index < parameter.choices.size(), "a choice is one of its parameter's answers");
    return '"' + std::string(parameter.choices[choice->index]) + '"';
  }
  std::string text = "[";
  for (const double element : std::get<NumberList>(value).view()) {
    text += (text.size() > 1 ? ", " : "") + written_number(element);
  }
  return text + "]";
}

std::string_view name_of(Unit unit) {
  switch (unit) {
    case Unit::none:
      return "";
    case Unit::per_year:
      return "per year";
    case Unit::per_day:
      return "per day";
    case Unit::years:
      return "years";
    case Unit::weeks:
      return "weeks";
    case Unit::days:
      return "days";
    case Unit::working_days:
      return "working days";
    case Unit::share:
      return "share";
    case Unit::factor:
      return "factor";
    case Unit::levels:
      return "levels";
    case Unit::children:
      return "children";
    case Unit::families:
      return "families";
    case Unit::posts:
      return "posts";
    case Unit::reviews:
      return "reviews";
    case Unit::per_10000_children:
      return "per 10,000 children";
    case Unit::per_10000_children_a_year:
      return "per 10,000 children a year";
    case Unit::pounds:
      return "pounds";
    case Unit::months:
      return "months";
    case Unit::pounds_a_year:
      return "pounds a year";
    case Unit::year:
      return "year";
  }
  broken("every unit has a name");
}

std::string_view name_of(Role role) {
  switch (role) {
    case Role::fact:
      return "fact";
    case Role::lever:
      return "lever";
    case Role::uncertainty:
      return "uncertainty";
    case Role::numerics:
      return "numerics";
  }
  broken("every role has a name");
}

}  // namespace stepdown
