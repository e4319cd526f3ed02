#pragma once

#include "model/decision.h"
#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// Who judges: somebody who does not see the home, or somebody who visits it (EV18, EV58).
enum class Seeing : unsigned char { from_outside, in_the_home };

/// The need a practitioner sees, in levels: the true level, more for an acute concern, and an
/// error.
double judged_need(World& world, FamilySlot slot, Decision decision, Seeing seeing);

/// The children a referral or an offer is made for: one, and each other child at home with the
/// chance that siblings are included.
ChildSet children_concerned(World& world, FamilySlot slot);

}  // namespace stepdown
