#pragma once

#include "model/processes/world.h"

namespace stepdown {

/// The world begins under its rules: teams are staffed for the first time.
void begin_world(World& world);

/// The authority's decisions change to those of `world.rules` now: posts, caps, time limits. Cases
/// that are open go on under the new decisions; a limit that is new to them counts from the day
/// their help began, and ends those that are past it one after another.
void adopt_policy(World& world);

/// Works out anew how help reaches everybody who is helped.
void settle_all(World& world);

}  // namespace stepdown
