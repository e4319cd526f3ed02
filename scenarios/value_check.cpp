#include "scenarios/value_check.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "model/parameters/registry.h"
#include "scenarios/nearest_word.h"
#include "scenarios/parameter_words.h"

namespace stepdown {
namespace {

std::string what_it_is(const RawValue& raw) {
  if (std::holds_alternative<double>(raw.content)) {
    return "a number";
  }
  if (std::holds_alternative<std::string>(raw.content)) {
    return "text";
  }
  if (std::holds_alternative<std::vector<RawValue>>(raw.content)) {
    return "a list";
  }
  return std::string(std::get<ForeignValue>(raw.content).what);
}

bool reads_as_number(const std::string& text) {
  double value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  return failure == std::errc() && end == text.data() + text.size() && std::isfinite(value);
}

/// Checks one value against one parameter; says what is wrong in the words of the parameter.
class ValueCheck {
 public:
  ValueCheck(const Parameter& parameter, const PointAt& point_at, std::vector<Problem>& problems)
      : parameter_(parameter), point_at_(point_at), problems_(problems) {}

  std::optional<Value> value(const RawValue& raw) const {
    switch (parameter_.kind) {
      case Kind::choice:
        return choice(raw);
      case Kind::list:
        return list(raw);
      default:
        return number(raw);
    }
  }

 private:
  std::nullopt_t refuse(Fault fault, TextSpan at, std::string message, std::string advice) const {
    problems_.push_back(point_at_(fault, at, std::move(message), std::move(advice)));
    return std::nullopt;
  }

  std::string name() const { return '`' + std::string(parameter_.name) + '`'; }

  std::optional<double> number(const RawValue& raw) const {
    const auto* found = std::get_if<double>(&raw.content);
    if (!found) {
      const auto* text = std::get_if<std::string>(&raw.content);
      return refuse(Fault::wrong_type, raw.at,
                    name() + " is a number, and this is " + what_it_is(raw),
                    text && reads_as_number(*text) ? "write it without quotation marks: " + *text
                                                   : range_in_words(parameter_));
    }
    if (!std::isfinite(*found)) {
      return refuse(Fault::not_a_number, raw.at,
                    name() + " is given something that is not a number",
                    "a finite number is needed: " + range_in_words(parameter_));
    }
    if (parameter_.kind == Kind::whole && std::floor(*found) != *found) {
      return refuse(Fault::not_whole, raw.at,
                    name() + " is a whole number, and " + written(parameter_, *found) + " is not",
                    range_in_words(parameter_));
    }
    if (*found < parameter_.bounds.low || *found > parameter_.bounds.high) {
      return refuse(Fault::out_of_bounds, raw.at,
                    name() + " is out of bounds with " + written(parameter_, *found),
                    "allowed: " + range_in_words(parameter_) + percent_advice(*found));
    }
    return *found + 0.0;  // -0 becomes 0: they are equal but would be written differently
  }

  std::string percent_advice(double value) const {
    if (value <= 1 || value > 100) {
      return {};
    }
    const std::string percent = "; " + written(parameter_, value) + '%';
    switch (parameter_.unit) {
      case Unit::per_year:
        return percent + " a year is written " + written(parameter_, value / 100);
      case Unit::share:
        return percent + " is written " + written(parameter_, value / 100);
      case Unit::factor:
        return percent + " more is written " + written(parameter_, 1 + value / 100);
      default:
        return {};
    }
  }

  std::optional<Value> choice(const RawValue& raw) const {
    const std::vector<std::string> answers{parameter_.choices.begin(), parameter_.choices.end()};
    const auto* text = std::get_if<std::string>(&raw.content);
    if (!text) {
      return refuse(Fault::wrong_type, raw.at,
                    name() + " is one of several answers, and this is " + what_it_is(raw),
                    range_in_words(parameter_) + ", in quotation marks");
    }
    const auto found = std::ranges::find(answers, *text);
    if (found == answers.end()) {
      return refuse(Fault::unknown_choice, raw.at, "`" + *text + "` is not an answer of " + name(),
                    "it is one of " + quoted_list(nearest_first(*text, answers), "or"));
    }
    return Choice{static_cast<std::uint8_t>(found - answers.begin())};
  }

  std::optional<Value> list(const RawValue& raw) const {
    const auto* elements = std::get_if<std::vector<RawValue>>(&raw.content);
    if (!elements) {
      return refuse(Fault::wrong_type, raw.at,
                    name() + " is a list, and this is " + what_it_is(raw),
                    "write it like " + written(parameter_, parameter_.initial) + ": " +
                        range_in_words(parameter_));
    }
    if (elements->empty() || elements->size() > NumberList::capacity) {
      return refuse(Fault::list_length, raw.at,
                    name() + " has " + std::to_string(elements->size()) + " numbers",
                    "allowed: " + range_in_words(parameter_));
    }
    NumberList made;
    bool sound = true;
    for (const RawValue& element : *elements) {
      const std::optional<double> one = number(element);
      sound = sound && one;
      made.values[made.size++] = one.value_or(0.0);
    }
    return sound ? std::optional<Value>(made) : std::nullopt;
  }

  const Parameter& parameter_;
  const PointAt& point_at_;
  std::vector<Problem>& problems_;
};

}  // namespace

std::optional<Value> checked_value(const Parameter& parameter, const RawValue& raw,
                                   const PointAt& point_at, std::vector<Problem>& problems) {
  return ValueCheck(parameter, point_at, problems).value(raw);
}

}  // namespace stepdown
