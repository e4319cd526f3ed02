#pragma once

#include <cstddef>
#include <vector>

#include "model/processes/world.h"

namespace stepdown {

/// What becomes of one post: its worker leaves, is absent, and is replaced; each change of worker
/// hands families over (EV52-EV54).

/// What is due at a post on this day: leaving, absence, return, arrival, first caseload, full cap.
void pass_post_date(World& world, std::uint32_t post_slot);

/// When a worker on the staff will leave.
void plan_to_leave(World& world, std::size_t team, WorkerId worker);
/// The same, and when he or she will be absent for the first time.
void plan_stay(World& world, std::size_t team, WorkerId worker);

/// The post is empty: when will it be filled, and by whom?
void seek_successor(World& world, std::size_t team, WorkerId worker);

/// Several go on one day: none of them takes over families of another.
void empty_posts(World& world, std::size_t team, const std::vector<WorkerId>& workers,
                 Staffing become);

/// Brings a worker's cap to the rules in force.
void set_cap(World& world, std::size_t team, WorkerId worker);
/// Whether the worker can take families may have changed.
void set_part(World& world, std::size_t team, WorkerId worker);
/// A permanent worker comes (+1) or goes (-1).
void count_employed(World& world, std::size_t team, const Worker& worker, int sign);

/// Brings a post's next date into the calendar.
void schedule_post(World& world, std::size_t team, WorkerId worker);

}  // namespace stepdown
