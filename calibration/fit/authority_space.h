#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "calibration/emulator/input_space.h"

namespace stepdown {

/// The worlds that one authority may be: its facts stand, and what only a prior is known of is
/// free. A point has a coordinate for each free number, in standard deviations of its prior.
class AuthoritySpace {
 public:
  /// `world` is base and place; `inputs` are those of an emulator, with its centres.
  AuthoritySpace(const ModelParameters& world, const std::vector<Input>& inputs);

  std::size_t size() const { return free_.size(); }
  const Input& free(std::size_t i) const { return space_.inputs()[free_[i]]; }
  /// In the number's own unit.
  double value(std::size_t i, double coordinate) const;
  /// With the facts at their places, as the emulator wants it.
  Point with_facts(const Point& free) const;
  std::vector<Point> with_facts(const std::vector<Point>& free) const;
  ModelParameters world(const Point& free) const;
  /// All inputs, of which a point has all coordinates.
  const InputSpace& all_inputs() const { return space_; }

  /// The facts that lie further than this from what the emulator has seen much of, by name.
  std::vector<std::string_view> unusual_facts(double standard_deviations) const;

 private:
  InputSpace space_;
  std::vector<std::size_t> free_;
  Point at_;  // of the world itself
};

/// The facts of a place that differ from its base and are none of the inputs, by name: only runs of
/// the model heed them. Its size, years and prices move no figure.
std::vector<std::string_view> facts_unknown_to(const std::vector<Input>& inputs,
                                               const ModelParameters& world,
                                               const ModelParameters& base);

}  // namespace stepdown
