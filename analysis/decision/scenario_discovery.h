#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace stepdown {

/// An input is above, or not above, a value.
struct BoxSide {
  std::size_t input = 0;
  bool is_above = true;
  double value = 0;
};

/// Worlds in which something of interest tends to happen, told by few sides. The counts are of
/// worlds that the search for the box did not see.
struct Box {
  std::vector<BoxSide> sides;
  std::size_t inside = 0;  // worlds in the box
  std::size_t inside_of_interest = 0;
  std::size_t of_interest = 0;  // in the box and outside it
  std::size_t worlds = 0;
  /// How often chance alone would put at least so many worlds of interest in the box.
  double by_chance = 1;

  /// Of worlds of interest, how many the box holds.
  double coverage() const {
    return static_cast<double>(inside_of_interest) / static_cast<double>(of_interest);
  }
  /// Of worlds in the box, how many are of interest.
  double density() const {
    return static_cast<double>(inside_of_interest) / static_cast<double>(inside);
  }
};

/// How boxes are looked for.
struct DiscoveryPlan {
  double least_share = 0.1;      // of all worlds, which the box holds at least
  std::size_t most_sides = 3;    // that a person keeps in mind
  std::size_t most_boxes = 50;   // that get a further side
  double weak_side = 0.01;       // a side that chance makes as good more often is not told
  double most_by_chance = 0.01;  // nor is a box that chance gives more often
};

/// The box in which worlds of interest are much more common than elsewhere, as in the patient rule
/// induction method (Friedman and Fisher 1999) and scenario discovery (Bryant and Lempert 2010),
/// but with all boxes of few sides tried instead of slices peeled off: with some hundred worlds
/// slices follow chance. It is looked for in the first half of the worlds and judged by the second;
/// nothing if it could as well be chance. `inputs` has a row for each input and a column for each
/// world.
std::optional<Box> discover(std::span<const std::vector<double>> inputs,
                            const std::vector<bool>& of_interest, const DiscoveryPlan& plan = {});

}  // namespace stepdown
