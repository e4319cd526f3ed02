#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/sensitivity/estimate.h"

namespace stepdown {

/// Runs that were made for another purpose: what each point was, and what its runs came to. Inputs
/// point after point; values run after run of each point, NaN where there is none.
struct GivenData {
  std::size_t inputs = 0;
  std::size_t runs = 1;  // at each point
  std::vector<double> places;
  std::vector<double> values;

  std::size_t points() const { return inputs == 0 ? 0 : places.size() / inputs; }
};

/// How far knowing about where one input stands moves the whole distribution of an outcome: the
/// mean over ten slices of the input of the largest distance between the distribution within the
/// slice and that of all (0 nothing, 1 everything).
struct GivenDataEffect {
  Estimate shift;

  /// Beyond what an input that does nothing shows.
  bool stands_out(double by_chance) const { return shift.value > by_chance; }
};

/// What runs that are there already say about their inputs.
struct GivenDataEffects {
  std::vector<GivenDataEffect> inputs;
  double by_chance;  // what an inert input would stay below in 95 of 100 such studies
  double luck;       // share of the variance within points; NaN with one run at each
  std::size_t missing = 0;
  std::size_t values = 0;
};

/// The fewest points of which anything can be said.
inline constexpr std::size_t fewest_points_of_given_data = 100;

/// PAWN from a generic sample (Pianosi and Wagener 2018), chosen because it asks nothing of the
/// design, takes luck for what it is, a part of the distribution, and does not mind long tails.
/// What an input that does nothing would show is found by giving its places to other points, all
/// runs of a point together; the largest of as many such dummies as there are inputs counts, so
/// that in 95 of 100 studies no inert input stands out. Intervals by leaving out tenths of points.
GivenDataEffects given_data_effects(const GivenData& data, std::uint64_t seed);

}  // namespace stepdown
