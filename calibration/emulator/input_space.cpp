#include "calibration/emulator/input_space.h"

#include <cmath>
#include <utility>
#include <variant>

#include "model/contract.h"

namespace stepdown {
namespace {

constexpr double ten_thousand = 10'000;

double own_value(const Input& input, const ModelParameters& world) {
  const double value = std::get<double>(input.number.parameter->get(world));
  return input.per_10000 ? value * ten_thousand / world.population.children : value;
}

}  // namespace

InputSpace::InputSpace(const ModelParameters& base, std::vector<Input> inputs)
    : base_(base), inputs_(std::move(inputs)) {
  for (Input& input : inputs_) {
    input.centre = input.number.on_the_line(own_value(input, base_));
  }
}

InputSpace InputSpace::with_centres(const ModelParameters& base, std::vector<Input> inputs) {
  InputSpace made;
  made.base_ = base;
  made.inputs_ = std::move(inputs);
  return made;
}

double InputSpace::value(std::size_t input, double coordinate) const {
  const Input& of = inputs_.at(input);
  return of.number.from_the_line(of.centre + of.sd * coordinate);
}

double InputSpace::coordinate(std::size_t input, double value) const {
  const Input& of = inputs_.at(input);
  return (of.number.on_the_line(value) - of.centre) / of.sd;
}

ModelParameters InputSpace::world(std::span<const double> point) const {
  expects(point.size() == inputs_.size(), "a point has a coordinate for each input");
  ModelParameters made = base_;
  for (std::size_t i = 0; i < inputs_.size(); ++i) {
    const Parameter& parameter = *inputs_[i].number.parameter;
    double own = value(i, point[i]);
    if (inputs_[i].per_10000) {
      own *= base_.population.children / ten_thousand;
    }
    parameter.set(made, parameter.kind == Kind::whole ? std::round(own) : own);
  }
  return made;
}

Point InputSpace::point_of(const ModelParameters& world) const {
  Point point;
  for (std::size_t i = 0; i < inputs_.size(); ++i) {
    point.push_back(coordinate(i, own_value(inputs_[i], world)));
  }
  return point;
}

}  // namespace stepdown
