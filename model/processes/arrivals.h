#pragma once

#include "model/processes/world.h"

namespace stepdown {

/// Families enter with their first child, or move in at any age of theirs. Arrivals know nothing of
/// policies.

/// The families who live in the authority at the start, as a stationary population has them: longer
/// family lives are met more often, at any age of theirs.
void settle_first_families(World& world);

/// Draws when the next family arrives.
void schedule_next_arrival(World& world);

void welcome_family(World& world);

}  // namespace stepdown
