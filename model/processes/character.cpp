#include "model/processes/character.h"

#include <array>

namespace stepdown {
namespace {

std::uint8_t rank_of(double u) { return static_cast<std::uint8_t>(u * 256.0); }

/// The fifth of areas at quantile `u`.
std::uint8_t area_at(const NumberList& shares, double u) {
  double below = 0.0;
  for (std::size_t area = 0; area + 1 < area_fifths && area < shares.size; ++area) {
    below += shares[area];
    if (u < below) {
      return static_cast<std::uint8_t>(area);
    }
  }
  return area_fifths - 1;
}

/// Occasions of `Decision::traits`, each a different question about the family.
enum Trait : std::uint32_t {
  area,
  parents_neglected,
  knowing,
  recognising,
  disguising,
  classes,
  first_step_of_trust,  // of four
};

void draw_traits(World& world, Family& family) {
  const ModelParameters& p = world.rules.p;
  const auto u = [&](std::uint32_t trait) {
    return world.authority.luck.uniform(family.id, Decision::traits, trait);
  };
  family.area = area_at(p.population.quintile_shares, u(area)) & 7U;
  family.parents_neglected = u(parents_neglected) < p.need.inherited_share;
  family.knowing = rank_of(u(knowing));
  family.recognising = rank_of(u(recognising));
  family.disguising = rank_of(u(disguising));
  family.classes = u(classes) < p.need.universal_parenting;
  int trust = 0;
  for (std::uint32_t step = 0; step < 4; ++step) {
    trust += u(first_step_of_trust + step) < p.trust.start ? 1 : 0;
  }
  family.trust = static_cast<std::uint8_t>(trust) & 7U;
}

/// Families whose parents were neglected are more vulnerable, the average family is not.
double inherited_vulnerability(const NeedParameters& need, bool parents_neglected) {
  const double mean = 1.0 + need.inherited_share * (need.inherited_factor - 1.0);
  return (parents_neglected ? need.inherited_factor : 1.0) / mean;
}

}  // namespace

void draw_character(World& world, FamilySlot slot) {
  Family& family = world.family(slot);
  const NeedParameters& need = world.rules.p.need;
  const Luck& luck = world.authority.luck;
  draw_traits(world, family);
  family.vulnerability = static_cast<float>(
      luck.unit_mean_gamma(need.vulnerability_shape, family.id, Decision::vulnerability, 0) *
      inherited_vulnerability(need, family.parents_neglected));
  family.visibility = static_cast<float>(luck.unit_mean_gamma(
      world.rules.p.noticing.visibility_shape, family.id, Decision::visibility, 0));
  int capacity = 0;
  for (std::uint32_t step = 0; step + 1 < Rules::capacities; ++step) {
    capacity += luck.uniform(family.id, Decision::own_capacity, step) < need.own_capacity ? 1 : 0;
  }
  family.own_capacity = family.capacity = static_cast<std::uint8_t>(capacity) & 3U;
}

NeglectLevel level_of_newcomer(const World& world, const Family& family) {
  const Rules& rules = world.rules;
  const double factor =
      static_cast<double>(family.vulnerability) * rules.area_worsening[family.area];
  std::array<double, neglect_levels> weight{1.0};
  double sum = 1.0;
  for (std::size_t level = 1; level < weight.size(); ++level) {
    weight[level] = weight[level - 1] * rules.worsening[level - 1][family.capacity] * factor /
                    rules.easing[level][family.capacity];
    sum += weight[level];
  }
  double left = world.authority.luck.uniform(family.id, Decision::level_at_entry, 0) * sum;
  std::size_t level = 0;
  while (level + 1 < weight.size() && left >= weight[level]) {
    left -= weight[level];
    ++level;
  }
  return static_cast<NeglectLevel>(level + 1);
}

}  // namespace stepdown
