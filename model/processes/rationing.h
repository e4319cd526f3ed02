#pragma once

#include <cstddef>

#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// Thresholds that rise while a service is overrun and fall back when it is not (EV32, EV34), and
/// whom a service is for.

/// Looks at a team's list or load after a change, and raises or lowers its threshold.
void watch_demand(World& world, std::size_t team);

/// The threshold now in force for a child in need.
double threshold_in_need(const World& world);

/// The kind of early help a family judged at `judged` would be offered now, or universal for none.
ServiceTier early_help_for(World& world, FamilySlot slot, double judged);

}  // namespace stepdown
