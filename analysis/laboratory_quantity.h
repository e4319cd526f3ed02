#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/comparison.h"

namespace stepdown {

/// A quantity of a textbook system with a closed form: its mean over runs with the half-width of a
/// 99% t interval, or one of each for every level of need.
struct LaboratoryQuantity {
  std::string name;
  std::vector<double> values;
  std::vector<double> half_widths;  // NaN with fewer than two runs
  bool by_level = false;
};

/// Those that a textbook system has: p_wait, mean_queue, mean_wait, p_abandon and utilisation of a
/// queue, level_occupancy of the life of need.
std::vector<LaboratoryQuantity> laboratory_quantities(const Comparison& comparison,
                                                      std::size_t scenario);

/// The same as lines of text: name, value and half-width.
std::string laboratory_table(const std::vector<LaboratoryQuantity>& quantities);

}  // namespace stepdown
