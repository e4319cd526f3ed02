#pragma once

#include <cstddef>

#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// Which worker holds a family, and what that does to everybody else the worker holds: over the
/// cap, help per child falls (EV50).

/// The places that a family's case takes as it stands now, children in care included.
Places places_of(const World& world, const Case& open);

/// Whether posts reserved for deprived areas may serve the family.
bool may_be_reserved(const World& world, FamilySlot slot);

/// Whether this worker is the family's last one, and still the one in this post.
bool knows_family(const World& world, FamilySlot slot, std::size_t team, WorkerId worker);

/// The family's last worker, if in this team and with room for so many places, or kept without room
/// (EV54); else `nobody`.
WorkerId known_worker_for(World& world, FamilySlot slot, std::size_t team, Places places);

/// Who would take the family: its last worker, if there is room; else the worker with most room;
/// with overload = "stretch" even without room; `nobody` if the family has to wait.
WorkerId worker_for(World& world, FamilySlot slot, std::size_t team, Places places);

/// The worker with most room whose post may serve the family, whatever the cap.
WorkerId least_loaded_for(const World& world, FamilySlot slot, std::size_t team);

/// The worker begins to hold the family; `nobody` holds none.
void take_on(World& world, FamilySlot slot, std::size_t team, WorkerId worker);

/// The family's worker, if it has one, holds it no longer.
void let_go(World& world, FamilySlot slot);

/// Brings the places that the family holds up to what its case needs now; true if some came free.
bool adjust_places(World& world, FamilySlot slot);

/// A second worker, of the protection team, beside the lead practitioner of Family Help; and no
/// longer.
void add_second(World& world, FamilySlot slot);
void drop_second(World& world, FamilySlot slot);

/// Works out anew how help reaches everybody whom the worker holds: load or cap have changed.
void share_out_help(World& world, std::size_t team, WorkerId worker);

/// A social worker begins, or ceases, to hold a child whose need is outside the model.
void take_on_outside(World& world, WorkerId worker);
void let_go_outside(World& world, WorkerId worker);

}  // namespace stepdown
