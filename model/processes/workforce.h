#pragma once

#include <cstddef>

#include "model/processes/world.h"

namespace stepdown {

/// Posts one by one: workers leave, are absent, and are replaced; each change of worker hands
/// families over (EV52-EV54).

/// Fills the teams for the first time.
void staff_teams(World& world);

/// Brings posts, caps and what goes with them to the rules in force; posts that are cut close and
/// their families are handed over, new ones are vacant until somebody has been found.
void change_posts(World& world);

/// Brings the caps of a team's workers to the rules in force.
void set_caps(World& world, std::size_t team);

/// What is due at a post on this day: leaving, absence, return, arrival, first caseload, full cap.
void pass_post_date(World& world, std::uint32_t post_slot);

/// A part of the social workers leaves at once.
void staff_exodus(World& world, double share);

/// When a worker on the staff will leave.
void plan_to_leave(World& world, std::size_t team, WorkerId worker);

/// Brings a post's next date into the calendar.
void schedule_post(World& world, std::size_t team, WorkerId worker);

}  // namespace stepdown
