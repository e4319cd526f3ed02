#pragma once

#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// Being looked after: it begins from a plan without progress or a serious concern, for one child
/// or several, and ends by return home, by adoption or special guardianship, or at 18.

/// One of the children of the case comes into care, and each other with the chance that siblings
/// do; the others stay in need. If they were being assessed, the assessment ends with neglect
/// judged so.
void start_care(World& world, FamilySlot slot, double judged_neglect = 0.0);

/// The first child whose stay in care is over leaves it.
void end_care(World& world, FamilySlot slot);

}  // namespace stepdown
