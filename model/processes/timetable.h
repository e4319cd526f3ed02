#pragma once

#include "model/processes/world.h"

namespace stepdown {

/// Lives on until day `until`: events strictly before it happen, in order of exact time. Events of
/// the very same time happen in this order: families arrive, families by row (within a family:
/// clocks, household, then services: dates of the case, leaving, care, what follows a closing),
/// posts, outside referrals, outside children coming into care, outside cases.
void advance(World& world, double until);

}  // namespace stepdown
