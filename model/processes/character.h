#pragma once

#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// What a family is for all its life: vulnerability, visibility, own capacity, area, trust to begin
/// with, and its ranks in the population (EV10, EV11, EV29, EV45, EV46, EV72).

void draw_character(World& world, FamilySlot slot);

/// The level of a family that moves in: that of one never helped, at the balance of worsening and
/// easing, so that moves know nothing of policies.
NeglectLevel level_of_newcomer(const World& world, const Family& family);

}  // namespace stepdown
