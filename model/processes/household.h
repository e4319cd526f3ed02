#pragma once

#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// Families enter with their first child, grow, and leave when the youngest turns 18. Arrivals know
/// nothing of policies.

/// The families who live in the authority at the start, as a stationary population has them: longer
/// family lives are met more often, at any age of theirs.
void settle_first_families(World& world);

/// Draws when the next family arrives.
void schedule_next_arrival(World& world);

void welcome_family(World& world);

/// The next birth or 18th birthday of a family.
void pass_household_date(World& world, FamilySlot slot);

/// Who of the children lives at home changes, by care or a return from it.
void set_at_home(World& world, FamilySlot slot, ChildSet at_home);

/// A family without children, and with none to come, leaves; true if it did.
bool leave_if_empty(World& world, FamilySlot slot);

/// The family leaves the population, and any service it was with.
void leave(World& world, FamilySlot slot);

}  // namespace stepdown
