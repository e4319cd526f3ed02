#pragma once

#include "model/processes/world.h"

namespace stepdown {

/// The authority's decisions change to those of `world.rules` now: posts, caps, time limits. Cases
/// that are open go on under the new decisions; a new time limit counts from today for them.
void adopt_policy(World& world);

}  // namespace stepdown
