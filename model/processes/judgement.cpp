#include "model/processes/judgement.h"

namespace stepdown {

double judged_need(World& world, FamilySlot slot, Decision decision, Seeing seeing) {
  const Family& family = world.family(slot);
  const Rules& rules = world.rules;
  const double sd =
      seeing == Seeing::in_the_home ? rules.error_sd_in_the_home : rules.error_sd_seen_from_outside;
  const double error = world.authority.luck.standard_normal(family.id, decision,
                                                            world.next_occasion(slot, decision));
  return number(family.level) + rules.p.judgement.concern_weight * grade(family.concern) +
         sd * error;
}

ChildSet children_concerned(World& world, FamilySlot slot) {
  const ChildSet at_home = world.family(slot).at_home;
  const int children = count_of(at_home);
  int place_of_first =
      static_cast<int>(world.uniform(slot, Decision::children_included) * children);
  ChildSet concerned = 0;
  for (int child = 0; child < most_children; ++child) {
    const auto bit = static_cast<ChildSet>(1U << child);
    if ((at_home & bit) == 0) {
      continue;
    }
    const bool is_first = place_of_first-- == 0;
    if (is_first ||
        world.chance(slot, Decision::children_included, world.rules.p.noticing.siblings_included)) {
      concerned |= bit;
    }
  }
  return concerned;
}

}  // namespace stepdown
