#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calibration/free_parameter.h"
#include "calibration/least_squares.h"
#include "model/parameters/model_parameters.h"

namespace stepdown {

/// One number in which authorities differ: a fact of the place, or a parameter of which only its
/// prior is known. On its line (free_parameter.h) that prior is normal about the base's own value.
struct Input {
  FreeParameter number;
  double sd = 1;           // of the prior, on the line
  bool per_10000 = false;  // counted per 10,000 children, so that authorities of any size compare
  double centre = 0;       // the base's own place on the line
  std::string_view name() const { return number.parameter->name; }
  bool is_fact() const { return number.parameter->role == Role::fact; }
};

/// All worlds that differ from a base in the same numbers. A point of it has a coordinate for each
/// input, in standard deviations of its prior from the base's value.
class InputSpace {
 public:
  /// The centres of `inputs` are set here, from the base.
  InputSpace(const ModelParameters& base, std::vector<Input> inputs);
  /// About the centres that the inputs have already, of another base.
  static InputSpace with_centres(const ModelParameters& base, std::vector<Input> inputs);

  std::size_t size() const { return inputs_.size(); }
  const std::vector<Input>& inputs() const { return inputs_; }
  const ModelParameters& base() const { return base_; }
  double children() const { return base_.population.children; }

  /// In the input's own unit, to four digits; posts and the like per 10,000 children.
  double value(std::size_t input, double coordinate) const;
  double coordinate(std::size_t input, double value) const;

  /// The world at a point; counts per 10,000 children become those of the base's children, whole.
  ModelParameters world(std::span<const double> point) const;
  /// Where a world stands, facts counted by its own children.
  Point point_of(const ModelParameters& world) const;

 private:
  InputSpace() = default;

  ModelParameters base_;
  std::vector<Input> inputs_;
};

}  // namespace stepdown
