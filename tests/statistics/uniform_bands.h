#pragma once

#include <cstddef>
#include <vector>

namespace stepdown {

/// Between which numbers the count of ranks at or below each rank lies, all at once with a stated
/// chance, if every rank is equally likely (Saeilynoja, Buerkner and Vehtari 2022, "Graphical test
/// for discrete uniformity and its applications in goodness-of-fit evaluation and multiple sample
/// comparison"): bands of one pointwise chance, so chosen that the chance of all of them together,
/// which a Markov chain of binomial steps gives exactly, is that stated.
class UniformBands {
 public:
  /// For so many ranks drawn of 0, 1, ..., `values` - 1.
  UniformBands(std::size_t draws, std::size_t values, double chance_inside);

  /// How many of the cumulated counts of the ranks lie outside.
  std::size_t outside(const std::vector<std::size_t>& ranks) const;

 private:
  std::size_t values_;
  std::vector<int> low_;
  std::vector<int> high_;
};

/// The chance that the cumulated counts of equally likely ranks lie within bounds at each rank but
/// the last.
double chance_inside(int draws, const std::vector<int>& low, const std::vector<int>& high);

}  // namespace stepdown
