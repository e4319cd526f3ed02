#include "model/processes/care.h"

#include "model/processes/help.h"
#include "model/time.h"

namespace stepdown {

void start_care(World& world, FamilySlot slot, double judged) {
  move_to_statutory(world, slot, ServiceTier::looked_after, judged);
}

void end_first_year_in_care(World& world, FamilySlot slot) {
  ++world.authority.events;
  world.case_of(slot).clear(CaseDate::first_year_in_care_ends);
  world.set_rate(world.family(slot), FamilyClock::leaves_care,
                 per_day(world.rules.p.care.exit_later));
  world.reschedule_case(slot);
}

void end_care(World& world, FamilySlot slot) {
  ++world.authority.events;
  if (world.chance(slot, Decision::returns_home, world.rules.p.care.return_home_share)) {
    move_to_statutory(world, slot, ServiceTier::child_in_need, world.case_of(slot).judged_at_start);
  } else {
    end_case(world, slot, ClosingReason::permanence);
  }
}

}  // namespace stepdown
