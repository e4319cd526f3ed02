#pragma once

#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// A family's children are born, grow, change school and turn 18; the family leaves when it moves
/// away, or when the youngest is 18.

/// The next birth or 18th birthday of a family.
void pass_household_date(World& world, FamilySlot slot);

/// The next date of the household: a birth, a fifth, eleventh or 18th birthday, or a move away.
double next_household_date(const World& world, FamilySlot slot);

/// What the ages of the children at home say.
void set_ages(World& world, Family& family);

/// Who of the children lives at home changes, by care or a return from it.
void set_at_home(World& world, FamilySlot slot, ChildSet at_home);

/// A family without children, and with none to come, leaves; true if it did.
bool leave_if_empty(World& world, FamilySlot slot);

/// The family leaves the population, and any service it was with.
void leave(World& world, FamilySlot slot);

}  // namespace stepdown
