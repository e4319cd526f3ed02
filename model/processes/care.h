#pragma once

#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// Being looked after: it begins from a plan without progress or a serious concern, and ends by
/// return home, by adoption or special guardianship, or at 18.

void start_care(World& world, FamilySlot slot, double judged);

/// After the first year children leave care more slowly.
void end_first_year_in_care(World& world, FamilySlot slot);

void end_care(World& world, FamilySlot slot);

}  // namespace stepdown
