#pragma once

#include <cstdint>

#include "model/random.h"

namespace stepdown {

/// The luck of one proposal of one generation: any number of draws, each a pure function of its
/// place, so that a proposal is the same whoever makes it and whenever.
class PointLuck {
 public:
  PointLuck(std::uint64_t seed, std::uint32_t generation, std::uint32_t proposal)
      : luck_({seed, generation}), proposal_(proposal) {}

  /// In the open interval (0, 1).
  double uniform(std::uint32_t place) const { return luck_.uniform(proposal_, uniforms, place); }
  double normal(std::uint32_t place) const {
    return luck_.standard_normal(proposal_, normals, place);
  }
  /// For what is simulated at the point: a key of its own, so that it shares no draw with this.
  std::uint64_t of_simulation() const { return luck_.stream(proposal_, simulations, 0)(); }

 private:
  // Beyond every decision of the model, should both be given one seed.
  static constexpr auto uniforms = static_cast<Decision>(240);
  static constexpr auto normals = static_cast<Decision>(241);
  static constexpr auto simulations = static_cast<Decision>(242);

  Luck luck_;
  std::uint32_t proposal_;
};

}  // namespace stepdown
