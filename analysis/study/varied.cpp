#include "analysis/study/varied.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

#include "model/contract.h"
#include "model/parameters/registry.h"
#include "scenarios/nearest_word.h"
#include "scenarios/parameter_words.h"
#include "scenarios/scenario_error.h"
#include "scenarios/setting_check.h"

namespace stepdown {
namespace {

constexpr std::string_view between = "..";

// Reads what was typed of one setting and notes what is wrong with it.
class Typed {
 public:
  Typed(const std::string& text, std::vector<Problem>& problems)
      : text_(text), problems_(problems), equals_(text.find('=')) {}

  std::optional<Varied> read() const {
    const std::string name = text_.substr(0, equals_);
    const Parameter* const parameter = find_parameter(name);
    if (!parameter) {
      // Its own words for a setting that does not exist, or that the service refuses.
      value_of(name, "0");
      return {};
    }
    if (parameter->kind == Kind::list) {
      return refuse("`" + name + "` is a list of numbers and cannot be varied",
                    "vary a plain number, or write one scenario file for each list");
    }
    if (table_of(name) == "horizon" && name != "horizon.warm_up_years") {
      return refuse("`" + name + "` is the calendar, which all points have in common",
                    "plan a study of its own for each");
    }
    if (equals_ == std::string::npos) {
      return whole_range(*parameter);
    }
    const std::string values = text_.substr(equals_ + 1);
    const std::size_t dots = values.find(between);
    return dots == std::string::npos
               ? named(*parameter, values)
               : range(*parameter, values.substr(0, dots), values.substr(dots + between.size()));
  }

 private:
  std::optional<Varied> refuse(std::string message, std::string advice) const {
    problems_.push_back(problem_of_typed(Fault::cannot_vary, "--vary", text_, std::move(message),
                                         std::move(advice)));
    return {};
  }

  // A range that nobody typed is only safe where it says what may be true.
  std::optional<Varied> whole_range(const Parameter& parameter) const {
    const std::string name(parameter.name);
    if (parameter.kind == Kind::choice) {
      Varied varied{&parameter, parameter.bounds};
      for (std::size_t i = 0; i < parameter.choices.size(); ++i) {
        varied.values.push_back(static_cast<double>(i));
      }
      return varied;
    }
    if (parameter.role != Role::uncertainty) {
      return refuse("`" + name + "` needs a range: its bounds (" + range_in_words(parameter) +
                        ") are what can be run, not what is likely",
                    "write " + name + "=low..high, or the values: " + name + "=a,b,c");
    }
    return Varied{&parameter, parameter.bounds};
  }

  std::optional<Varied> range(const Parameter& parameter, const std::string& low,
                              const std::string& high) const {
    const std::string name(parameter.name);
    if (parameter.kind == Kind::choice) {
      return refuse("`" + name + "` is a choice and has no range",
                    "write the choices: " + name + "=" + std::string(parameter.choices.front()) +
                        "," + std::string(parameter.choices.back()));
    }
    const auto from = value_of(name, low);
    const auto to = value_of(name, high);
    if (!from || !to) {
      return {};
    }
    if (!(*from < *to)) {
      return refuse("the range of `" + name + "` is empty: it ends at " + high +
                        ", not above its beginning " + low,
                    *from > *to ? "write " + name + "=" + high + ".." + low
                                : "write --set " + name + "=" + low + " for one value");
    }
    return Varied{&parameter, {*from, *to}};
  }

  std::optional<Varied> named(const Parameter& parameter, const std::string& values) const {
    Varied varied{&parameter, {0, 0}};
    for (std::size_t from = 0; from <= values.size();) {
      const std::size_t comma = std::min(values.find(',', from), values.size());
      const auto value = value_of(std::string(parameter.name), values.substr(from, comma - from));
      if (!value) {
        return {};
      }
      if (std::ranges::find(varied.values, *value) != varied.values.end()) {
        return refuse("`" + std::string(parameter.name) + "` has a value twice",
                      "name each value once");
      }
      varied.values.push_back(*value);
      from = comma + 1;
    }
    const auto [low, high] = std::ranges::minmax(varied.values);
    varied.range = {low, high};
    return varied;
  }

  std::optional<double> value_of(const std::string& name, const std::string& value) const {
    const std::size_t before = problems_.size();
    const GivenSettings given = checked_command_line({name + "=" + value}, problems_);
    for (std::size_t i = before; i < problems_.size(); ++i) {
      problems_[i].file = "--vary";
      problems_[i].line_text = text_;
      problems_[i].column = 1;
      problems_[i].caret_length = static_cast<int>(text_.size());
    }
    if (given.sound.empty()) {
      return {};
    }
    const Value& read = given.sound.front().setting.value;
    const auto* const choice = std::get_if<Choice>(&read);
    return choice ? static_cast<double>(choice->index) : std::get<double>(read);
  }

  const std::string& text_;
  std::vector<Problem>& problems_;
  std::size_t equals_;
};

const Setting& setting_of(const Scenario& scenario, std::string_view name) {
  const auto found = std::ranges::find(
      scenario.settings(), name, [](const Setting& setting) { return setting.parameter->name; });
  expects(found != scenario.settings().end(), "a scenario has every setting");
  return *found;
}

bool is_varied(std::span<const Varied> varied, std::string_view name) {
  return std::ranges::any_of(varied,
                             [&](const Varied& each) { return each.parameter->name == name; });
}

bool means_something(const Parameter& parameter, const Scenario& scenario,
                     std::span<const Varied> varied) {
  const auto& [option, answer] = parameter.only_when;
  if (option.empty() || is_varied(varied, option)) {
    return true;
  }
  const Setting& chosen = setting_of(scenario, option);
  return chosen.parameter->choices[std::get<Choice>(chosen.value).index] == answer &&
         means_something(*chosen.parameter, scenario, varied);
}

void note_idle(std::span<const Varied> varied, std::span<const Scenario> scenarios,
               std::vector<Problem>& problems) {
  for (const Varied& each : varied) {
    if (std::ranges::any_of(scenarios, [&](const Scenario& scenario) {
          return means_something(*each.parameter, scenario, varied);
        })) {
      continue;
    }
    const auto& [option, answer] = each.parameter->only_when;
    Problem problem;
    problem.fault = Fault::option_not_chosen;
    problem.file = "--vary";
    problem.message = "`" + each.name() + "` means nothing here: it belongs to " +
                      std::string(option) + " = \"" + std::string(answer) +
                      "\", which no scenario chooses";
    problem.suggestion = "add a scenario that chooses it, or --set " + std::string(option) + "=" +
                         std::string(answer);
    problems.push_back(std::move(problem));
  }
}

void note_twice(std::span<const Varied> varied, std::vector<Problem>& problems) {
  std::set<std::string_view> names;
  for (const Varied& each : varied) {
    if (!names.insert(each.parameter->name).second) {
      Problem problem;
      problem.fault = Fault::cannot_vary;
      problem.file = "--vary";
      problem.message = "`" + each.name() + "` is varied twice";
      problem.suggestion = "name each setting once";
      problems.push_back(std::move(problem));
    }
  }
}

}  // namespace

double Varied::at(double place) const {
  if (!is_range()) {
    const auto count = static_cast<double>(values.size());
    return values[std::min(values.size() - 1,
                           static_cast<std::size_t>(std::max(place, 0.0) * count))];
  }
  if (parameter->kind == Kind::whole) {
    const double steps = range.high - range.low + 1;
    return std::min(range.high, range.low + std::floor(place * steps));
  }
  return place >= 1 ? range.high : range.low + place * (range.high - range.low);
}

Value Varied::as_value(double number) const {
  if (parameter->kind == Kind::choice) {
    return Choice{static_cast<std::uint8_t>(number)};
  }
  return number;
}

std::string Varied::written(double number) const {
  if (parameter->kind == Kind::choice) {
    return std::string(parameter->choices[static_cast<std::size_t>(number)]);
  }
  return stepdown::written(*parameter, number);
}

std::vector<std::string> names_of(std::span<const Varied> varied) {
  std::vector<std::string> names;
  std::ranges::transform(varied, std::back_inserter(names), &Varied::name);
  return names;
}

std::vector<Varied> read_varied(std::span<const std::string> typed,
                                std::span<const Scenario> scenarios) {
  std::vector<Problem> problems;
  std::vector<Varied> varied;
  for (const std::string& text : typed) {
    if (auto read = Typed(text, problems).read()) {
      varied.push_back(std::move(*read));
    }
  }
  note_twice(varied, problems);
  note_idle(varied, scenarios, problems);
  if (!problems.empty()) {
    throw ScenarioErrors(std::move(problems));
  }
  return varied;
}

std::vector<std::string> ranges_beside(std::span<const Varied> varied,
                                       std::span<const Scenario> scenarios) {
  std::vector<std::string> sentences;
  for (const Varied& each : varied) {
    const auto stands_at = [&](const Scenario& scenario) {
      return std::get<double>(each.parameter->get(scenario.from_day_0()));
    };
    if (!each.is_range() || each.parameter->kind != Kind::real ||
        each.parameter->role != Role::uncertainty || scenarios.empty() ||
        std::ranges::any_of(scenarios, [&](const Scenario& scenario) {
          return stands_at(scenario) >= each.range.low && stands_at(scenario) <= each.range.high;
        })) {
      continue;
    }
    sentences.push_back("`" + each.name() + "` is " + each.written(stands_at(scenarios.front())) +
                        " under " + scenarios.front().name() + ", outside of " +
                        each.written(each.range.low) + ".." + each.written(each.range.high));
  }
  return sentences;
}

std::vector<std::string> decisions_overwritten(std::span<const Varied> varied,
                                               std::span<const Scenario> scenarios) {
  std::vector<std::string> sentences;
  for (const Varied& each : varied) {
    for (std::size_t s = 1; s < scenarios.size(); ++s) {
      const Setting& first = setting_of(scenarios.front(), each.parameter->name);
      const Setting& decided = setting_of(scenarios[s], each.parameter->name);
      if (decided.origin.giver == Origin::Giver::file && decided.value != first.value) {
        sentences.push_back("`" + each.name() + "` is varied for all scenarios alike, so that " +
                            stepdown::written(*each.parameter, decided.value) + " of " +
                            decided.origin.text() + " (" + scenarios[s].name() +
                            ") does nothing here");
      }
    }
  }
  return sentences;
}

}  // namespace stepdown
