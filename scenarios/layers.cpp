#include "scenarios/layers.h"

#include <algorithm>

#include "model/contract.h"
#include "scenarios/parameter_words.h"

namespace stepdown {

Layers::Layers() {
  for (std::size_t i = 0; i < parameter_registry().size(); ++i) {
    all_.push_back(initial(i));
  }
}

GivenSetting Layers::initial(std::size_t i) const {
  const Parameter& parameter = parameter_registry()[i];
  return {{&parameter, parameter.initial, {}, {}}, {}};
}

std::size_t Layers::index_of(std::string_view name) const {
  const Parameter* parameter = find_parameter(name);
  expects(parameter != nullptr, "a name in the program is a name in the registry");
  return static_cast<std::size_t>(parameter - parameter_registry().data());
}

const GivenSetting& Layers::of(std::string_view name) const { return all_[index_of(name)]; }

bool Layers::means_something(const Parameter& parameter) const {
  if (parameter.only_when.option.empty()) {
    return true;
  }
  const Setting& option = of(parameter.only_when.option).setting;
  const std::size_t answer = std::get<Choice>(option.value).index;
  return option.parameter->choices[answer] == parameter.only_when.answer &&
         means_something(*option.parameter);
}

void Layers::doubt(const std::string& name) {
  in_doubt_.push_back(name);
  if (const auto similar = find_parameter(name) ? std::nullopt : similar_parameter(name)) {
    in_doubt_.emplace_back(*similar);
  }
}

bool Layers::is_in_doubt(std::string_view name) const {
  return std::ranges::find(in_doubt_, name) != in_doubt_.end();
}

void Layers::add(const GivenSettings& layer) {
  std::ranges::for_each(layer.unsound, [this](const std::string& name) { doubt(name); });
  std::vector<std::size_t> meant;
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const bool given = all_[i].setting.origin.giver != Origin::Giver::registry;
    if (given && means_something(*all_[i].setting.parameter)) {
      meant.push_back(i);
    }
  }
  for (const GivenSetting& given : layer.sound) {
    const std::size_t i = index_of(given.setting.parameter->name);
    all_[i] = given;
    std::erase(meant, i);
  }
  for (const std::size_t i : meant) {
    if (!means_something(*all_[i].setting.parameter)) {
      all_[i] = initial(i);
    }
  }
}

std::vector<Problem> Layers::take_back_orphans() {
  std::vector<std::size_t> orphans;
  std::vector<Problem> problems;
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const Parameter& parameter = *all_[i].setting.parameter;
    if (all_[i].setting.origin.giver == Origin::Giver::registry || means_something(parameter)) {
      continue;
    }
    orphans.push_back(i);
    const auto& [name, answer] = parameter.only_when;
    if (is_in_doubt(name)) {
      continue;
    }
    const Setting& option = of(name).setting;
    const bool chosen = option.origin.giver != Origin::Giver::registry;
    Problem problem = all_[i].where;
    problem.fault = Fault::option_not_chosen;
    problem.message = "`" + std::string(parameter.name) + "` belongs to " +
                      std::string(key_of(name)) + " = \"" + std::string(answer) + "\", but " +
                      std::string(name) + " is " + written(*option.parameter, option.value) +
                      (chosen ? " (set in " + option.origin.text() + ")"
                              : " (nobody chose; the registry's initial answer)");
    problem.suggestion = "choose " + std::string(key_of(name)) + " = \"" + std::string(answer) +
                         "\" in [" + std::string(table_of(name)) + "], or leave this out";
    problems.push_back(std::move(problem));
  }
  for (const std::size_t i : orphans) {
    all_[i] = initial(i);
  }
  return problems;
}

std::vector<Setting> Layers::settings() const {
  std::vector<Setting> settings;
  std::ranges::transform(all_, std::back_inserter(settings), &GivenSetting::setting);
  return settings;
}

ModelParameters Layers::parameters() const {
  ModelParameters parameters = initial_parameters();
  for (const GivenSetting& given : all_) {
    given.setting.parameter->set(parameters, given.setting.value);
  }
  return parameters;
}

}  // namespace stepdown
