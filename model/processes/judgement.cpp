#include "model/processes/judgement.h"

#include <cmath>

namespace stepdown {
namespace {

/// Families who feign improvement are judged better while they are helped (EV72).
double disguise(const World& world, const Family& family, const Case& open) {
  const JudgementParameters& p = world.rules.p.judgement;
  if (!open.gets_help() || p.disguise_levels == 0.0 ||
      !lies_under(family.disguising, p.disguise_share)) {
    return 0.0;
  }
  return p.disguise_levels * (open.relation ? 1.0 - p.disguise_seen : 1.0);
}

ChildSet first_and_others(World& world, FamilySlot slot, ChildSet children, double chance_of_each,
                          Decision decision, std::uint32_t occasion) {
  const std::uint32_t row = occasion * (most_children + 1);
  int place_of_first = static_cast<int>(world.uniform(slot, decision, row) * count_of(children));
  ChildSet chosen = 0;
  for (std::uint32_t child = 0; child < most_children; ++child) {
    const auto bit = static_cast<ChildSet>(1U << child);
    if ((children & bit) == 0) {
      continue;
    }
    const bool is_first = place_of_first-- == 0;
    if (is_first || world.chance(slot, decision, row + 1 + child, chance_of_each)) {
      chosen |= bit;
    }
  }
  return chosen;
}

}  // namespace

Judgement judge(World& world, FamilySlot slot, Decision decision, std::uint32_t occasion,
                Seeing seeing) {
  const Family& family = world.family(slot);
  const Rules& rules = world.rules;
  const double sd = seeing == Seeing::in_the_home    ? rules.home_sd
                    : seeing == Seeing::from_outside ? rules.outside_sd
                                                     : rules.contact_sd;
  const double own = world.standard_normal(slot, decision, occasion);
  const double part = seeing == Seeing::a_contact ? 0.0 : rules.p.judgement.shared_share;
  const double error =
      part == 0.0 ? own
                  : std::sqrt(1.0 - part) * own +
                        std::sqrt(part) * world.standard_normal(slot, Decision::shared_error,
                                                                world.known(slot).referrals);
  const double neglect = number(family.level) + rules.area_judgement[family.area] -
                         disguise(world, family, world.seen_case(slot)) + sd * error;
  return {neglect + rules.p.judgement.concern_weight * grade(family.concern), neglect};
}

Judgement judge_case(World& world, FamilySlot slot, Decision decision, Seeing seeing) {
  return judge(world, slot, decision, world.next_in_case(slot, decision), seeing);
}

ChildSet children_concerned(World& world, FamilySlot slot, Decision decision,
                            std::uint32_t occasion) {
  return first_and_others(world, slot, world.family(slot).at_home,
                          world.rules.p.noticing.siblings_included, decision, occasion);
}

ChildSet some_of(World& world, FamilySlot slot, ChildSet children, double chance_of_each,
                 Decision decision) {
  return first_and_others(world, slot, children, chance_of_each, decision,
                          world.next_in_case(slot, decision));
}

}  // namespace stepdown
