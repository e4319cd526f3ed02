#pragma once

#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// How strongly help reaches a family: intensity, load against cap, relation, skill, time, and how
/// many professionals come and go (EV50-EV57). 1 is full help by a worker with time.

/// The tier whose effects a case has: that waited for, if support is given meanwhile; looked after,
/// if there is no other help beside care.
ServiceTier tier_of_help(const Case& open);

double strength_of_help(const World& world, FamilySlot slot);

/// Professionals around the family beside the one who leads.
int further_professionals(const Family& family, const Case& open);

}  // namespace stepdown
