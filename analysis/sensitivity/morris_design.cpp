#include "analysis/sensitivity/morris_design.h"

#include <algorithm>
#include <numeric>

#include "analysis/sampling/scrambled_sobol.h"
#include "model/contract.h"
#include "model/random.h"

namespace stepdown {
namespace {

// Beyond every decision of the model and of fits, should all be given one seed.
constexpr auto scramble = static_cast<Decision>(245);

// The four levels: an input begins at one of them and moves to the one half the grid away.
constexpr double levels[MorrisPlan::levels] = {0, 1.0 / 3, 2.0 / 3, 1};

}  // namespace

MorrisDesign::MorrisDesign(const MorrisPlan& plan) : plan_(plan) {
  expects(plan.inputs > 0 && plan.walks > 0 && plan.scrambles > 0,
          "a screening study has something to move");
  for (std::size_t block = 0; block < plan.scrambles; ++block) {
    const std::uint64_t key =
        Luck({plan.seed, 0}).stream(static_cast<std::uint32_t>(block), scramble, 0)();
    const std::vector<double> cube = scrambled_sobol(plan.walks, 2 * plan.inputs, key);
    for (std::size_t walk = 0; walk < plan.walks; ++walk) {
      add_walk(cube.data() + walk * 2 * plan.inputs);
    }
  }
}

// The first coordinates are where inputs begin; the others, sorted, the order in which they move.
void MorrisDesign::add_walk(const double* cube) {
  std::vector<std::size_t> inputs(plan_.inputs);
  std::iota(inputs.begin(), inputs.end(), std::size_t{0});
  std::ranges::sort(inputs, {}, [&](std::size_t input) { return cube[plan_.inputs + input]; });
  const std::size_t first = beginnings_.size();
  for (std::size_t input = 0; input < plan_.inputs; ++input) {
    beginnings_.push_back(levels[static_cast<std::size_t>(cube[input] * MorrisPlan::levels)]);
  }
  for (const std::size_t input : inputs) {
    moves_.push_back({input, beginnings_[first + input] < 0.5});
  }
}

std::vector<double> MorrisDesign::point(std::size_t evaluation) const {
  const std::size_t walk = evaluation / plan_.points_of_a_walk();
  const auto first = beginnings_.begin() + static_cast<std::ptrdiff_t>(walk * plan_.inputs);
  std::vector<double> point(first, first + static_cast<std::ptrdiff_t>(plan_.inputs));
  for (std::size_t step = 0; step < evaluation % plan_.points_of_a_walk(); ++step) {
    const Move moved = move(walk, step);
    double& place = point[moved.input];
    // Levels are written down and not added up, so that equal levels are equal numbers.
    place =
        moved.is_up ? (place < 0.1 ? levels[2] : levels[3]) : (place > 0.9 ? levels[1] : levels[0]);
  }
  return point;
}

}  // namespace stepdown
