#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace stepdown {

/// How one uncertain number goes with a difference from world to world: the mean difference in the
/// half of the worlds where it is low, and in the half where it is high.
struct Driver {
  std::string setting;
  double where_low = 0;
  double where_high = 0;
  double rank_correlation = 0;  // Spearman's
  /// Among so many numbers and so few worlds one with a correlation of this size is to be expected
  /// (more often than once in twenty reports) although none has anything to do with the difference.
  bool may_be_chance = true;

  double swing() const;
};

/// Of the settings whose number differs between worlds, those that are not chance first and then
/// those with the widest swing, at most `most` of them. `values[i]` are the numbers of
/// `settings[i]` world by world, as `differences`.
std::vector<Driver> drivers_of(const std::vector<std::string>& settings,
                               const std::vector<std::vector<double>>& values,
                               const std::vector<double>& differences, std::size_t most);

}  // namespace stepdown
