#pragma once

#include <cstddef>

#include "model/processes/world.h"

namespace stepdown {

/// How many posts each service has, and what becomes of all of them at once.

/// Fills the teams for the first time.
void staff_teams(World& world);

/// Brings posts, caps and what goes with them to the rules in force; posts that are cut close and
/// their families are handed over, new ones are vacant until somebody has been found.
void change_posts(World& world);

/// Brings the caps of a team's workers to the rules in force.
void set_caps(World& world, std::size_t team);

/// A part of the social workers leaves at once, those of the protection team first.
void staff_exodus(World& world, double share);

}  // namespace stepdown
