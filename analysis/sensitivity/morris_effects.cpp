#include "analysis/sensitivity/morris_effects.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "analysis/summary.h"
#include "model/contract.h"

namespace stepdown {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr double confidence = 0.95;

// The effects of one input in the walks of one scramble, as means over replicates, and the variance
// that luck alone gives such a mean.
struct Block {
  double effects = 0;
  double sum = 0;
  double sizes = 0;
  double squares = 0;
  double luck = 0;

  void add(double effect, double of_luck) {
    ++effects;
    sum += effect;
    sizes += std::abs(effect);
    squares += effect * effect;
    luck += of_luck;
  }
  Block& operator+=(const Block& other) {
    effects += other.effects;
    sum += other.sum;
    sizes += other.sizes;
    squares += other.squares;
    luck += other.luck;
    return *this;
  }
  double mean(double total) const { return effects > 0 ? total / effects : nothing; }
  // Standard deviation of effects beyond what luck gives.
  double unevenness() const {
    const double variance = (squares - sum * sum / effects) / (effects - 1) - luck / effects;
    return effects > 1 ? std::sqrt(std::max(0.0, variance)) : nothing;
  }
};

struct Effects {
  std::vector<Block> blocks;
  std::size_t missing = 0;
};

void add_effect(Effects& effects, std::size_t block, const std::vector<double>& replicates) {
  if (!std::ranges::all_of(replicates, [](double value) { return std::isfinite(value); })) {
    ++effects.missing;
    return;
  }
  const Summary summary = summarise(replicates);
  const auto count = static_cast<double>(replicates.size());
  const double of_luck = count > 1 ? std::pow(summary.deviation, 2) / count : 0;
  effects.blocks[block].add(summary.mean, of_luck);
}

// With an interval by leaving out one scramble at a time (jackknife).
Estimate unevenness(const std::vector<Block>& blocks, const Block& all) {
  std::vector<double> left_out;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Block others;
    for (std::size_t k = 0; k < blocks.size(); ++k) {
      if (k != i) {
        others += blocks[k];
      }
    }
    left_out.push_back(others.unevenness());
  }
  // The spread of values with one left out, times n - 1, is that of a mean's own observations.
  const auto count = static_cast<double>(blocks.size());
  const Summary summary = summarise(left_out);
  return {all.unevenness(),
          (count - 1) * half_width_of_mean(summary.deviation, summary.runs, confidence)};
}

MorrisEffect effect_of(const Effects& effects, bool has_replicates) {
  Block all;
  std::vector<double> sizes;
  std::vector<double> means;
  for (const Block& block : effects.blocks) {
    all += block;
    sizes.push_back(block.mean(block.sizes));
    means.push_back(block.mean(block.sum));
  }
  MorrisEffect effect{mean_of_blocks(sizes),
                      mean_of_blocks(means),
                      unevenness(effects.blocks, all),
                      nothing,
                      nothing,
                      effects.missing};
  if (has_replicates) {
    effect.by_luck = std::sqrt(2 / std::numbers::pi * all.mean(all.luck));
    effect.luck = all.squares > 0 ? std::min(1.0, all.luck / all.squares) : nothing;
  }
  return effect;
}

}  // namespace

std::vector<MorrisEffect> morris_effects(const MorrisDesign& design, std::span<const double> values,
                                         std::size_t replicates) {
  const MorrisPlan& plan = design.plan();
  expects(values.size() == plan.evaluations() * replicates, "every evaluation has its replicates");
  std::vector<Effects> effects(plan.inputs, {std::vector<Block>(plan.scrambles)});
  for (std::size_t walk = 0; walk < plan.all_walks(); ++walk) {
    for (std::size_t step = 0; step < plan.inputs; ++step) {
      const std::size_t before = (walk * plan.points_of_a_walk() + step) * replicates;
      const auto [input, is_up] = design.move(walk, step);
      std::vector<double> of_step;
      for (std::size_t r = 0; r < replicates; ++r) {
        const double change = values[before + replicates + r] - values[before + r];
        of_step.push_back((is_up ? change : -change) / MorrisPlan::step);
      }
      add_effect(effects[input], walk / plan.walks, of_step);
    }
  }
  std::vector<MorrisEffect> told;
  for (const Effects& each : effects) {
    told.push_back(effect_of(each, replicates > 1));
  }
  return told;
}

}  // namespace stepdown
