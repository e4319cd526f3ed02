#include "calibration/fit/authority_space.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "model/contract.h"
#include "model/parameters/registry.h"

namespace stepdown {

AuthoritySpace::AuthoritySpace(const ModelParameters& world, const std::vector<Input>& inputs)
    : space_(InputSpace::with_centres(world, inputs)), at_(space_.point_of(world)) {
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (!inputs[i].is_fact()) {
      free_.push_back(i);
    }
  }
}

double AuthoritySpace::value(std::size_t i, double coordinate) const {
  return space_.value(free_[i], coordinate);
}

Point AuthoritySpace::with_facts(const Point& free) const {
  expects(free.size() == free_.size(), "a point has a coordinate for each free number");
  Point made = at_;
  for (std::size_t i = 0; i < free.size(); ++i) {
    made[free_[i]] = free[i];
  }
  return made;
}

std::vector<Point> AuthoritySpace::with_facts(const std::vector<Point>& free) const {
  std::vector<Point> made;
  std::ranges::transform(free, std::back_inserter(made),
                         [this](const Point& each) { return with_facts(each); });
  return made;
}

ModelParameters AuthoritySpace::world(const Point& free) const {
  ModelParameters made = space_.world(with_facts(free));
  // Exactly, and where they lie beyond the bounds within which the emulator was learnt.
  for (const Input& input : space_.inputs()) {
    if (input.is_fact()) {
      input.number.parameter->set(made, input.number.parameter->get(space_.base()));
    }
  }
  return made;
}

std::vector<std::string_view> AuthoritySpace::unusual_facts(double standard_deviations) const {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < at_.size(); ++i) {
    if (space_.inputs()[i].is_fact() && std::abs(at_[i]) > standard_deviations) {
      names.push_back(space_.inputs()[i].name());
    }
  }
  return names;
}

std::vector<std::string_view> facts_unknown_to(const std::vector<Input>& inputs,
                                               const ModelParameters& world,
                                               const ModelParameters& base) {
  constexpr std::array moves_nothing = {"population.children", "horizon.", "cost."};
  std::vector<std::string_view> names;
  for (const Parameter& parameter : parameter_registry()) {
    const bool is_input = std::ranges::any_of(
        inputs, [&](const Input& input) { return input.number.parameter == &parameter; });
    const bool is_nothing = std::ranges::any_of(
        moves_nothing, [&](const char* start) { return parameter.name.starts_with(start); });
    if (parameter.role == Role::fact && !is_input && !is_nothing &&
        written(parameter, parameter.get(world)) != written(parameter, parameter.get(base))) {
      names.push_back(parameter.name);
    }
  }
  return names;
}

}  // namespace stepdown
