#include "analysis/sensitivity/sobol_design.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "analysis/sampling/scrambled_sobol.h"
#include "model/contract.h"
#include "model/random.h"

namespace stepdown {
namespace {

// Beyond every decision of the model and of fits, should all be given one seed.
constexpr auto scramble = static_cast<Decision>(244);

}  // namespace

std::vector<std::vector<std::size_t>> SobolPlan::single(std::size_t inputs) {
  std::vector<std::vector<std::size_t>> factors(inputs);
  for (std::size_t i = 0; i < inputs; ++i) {
    factors[i] = {i};
  }
  return factors;
}

std::size_t SobolPlan::inputs() const {
  std::size_t inputs = 0;
  for (const auto& factor : factors) {
    inputs += factor.size();
  }
  return inputs;
}

SobolDesign::SobolDesign(SobolPlan plan) : plan_(std::move(plan)), inputs_(plan_.inputs()) {
  expects(std::has_single_bit(plan_.rows), "the rows of a scramble are a power of two");
  expects(plan_.scrambles > 0 && inputs_ > 0, "a study has something to move");
  cube_.reserve(plan_.all_rows() * 2 * inputs_);
  for (std::size_t block = 0; block < plan_.scrambles; ++block) {
    const std::uint64_t key =
        Luck({plan_.seed, 0}).stream(static_cast<std::uint32_t>(block), scramble, 0)();
    std::ranges::copy(scrambled_sobol(plan_.rows, 2 * inputs_, key), std::back_inserter(cube_));
  }
}

std::vector<double> SobolDesign::point(std::size_t evaluation) const {
  const std::size_t of_a_row = plan_.evaluations_of_a_row();
  const double* const a = cube_.data() + evaluation / of_a_row * 2 * inputs_;
  const double* const b = a + inputs_;
  const std::size_t which = evaluation % of_a_row;
  if (which < 2) {
    const double* const from = which == SobolPlan::a ? a : b;
    return {from, from + inputs_};
  }
  const bool is_ab = which < plan_.ba(0);
  const std::size_t factor = is_ab ? which - plan_.ab(0) : which - plan_.ba(0);
  std::vector<double> point(is_ab ? a : b, (is_ab ? a : b) + inputs_);
  for (const std::size_t input : plan_.factors[factor]) {
    point[input] = (is_ab ? b : a)[input];
  }
  return point;
}

}  // namespace stepdown
