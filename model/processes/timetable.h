#pragma once

#include "model/processes/world.h"

namespace stepdown {

/// Lives on until day `until`: events strictly before it happen, in order of exact time. Events of
/// the very same time happen in this order: families arrive, families by row (within a family:
/// clocks, household, case dates, end of the fragile spell), outside referrals, outside cases.
void advance(World& world, double until);

}  // namespace stepdown
