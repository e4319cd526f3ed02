#pragma once

#include <cstddef>

#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// A change of worker: relation, trust, and families of early help who are lost by it (EV54).

/// What another worker does to a family: relation and trust.
void meet_new_worker(World& world, FamilySlot slot);
/// The same for a family that nobody holds just now, if this is not the one it knew last.
void change_worker(World& world, FamilySlot slot, std::size_t team, WorkerId worker);

/// The family goes to the colleague of the team with most room, over the cap if need be.
void hand_over(World& world, FamilySlot slot, std::size_t team);

/// All families of a worker go to others, and the children from outside the model.
void hand_over_all(World& world, std::size_t team, WorkerId worker);

/// Somebody in the team begins to take families, or takes them again: those who were left without
/// anybody come first, then those who wait for a place.
void begin_to_take(World& world, std::size_t team);

/// A family that needs a worker and has none gets one, over the cap if need be; assessments,
/// protection plans and care do not wait.
void find_worker(World& world, FamilySlot slot);

/// The families stay with the post, and another worker comes to it.
void hand_to_successor(World& world, std::size_t team, WorkerId worker);

}  // namespace stepdown
