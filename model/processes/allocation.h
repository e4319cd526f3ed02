#pragma once

#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// Which worker holds a family, and what that does to everybody else the worker holds: over the
/// cap, help per child falls (EV50).

/// The places so many children hold, each this share of one.
Places places_for(ChildSet children, double share);

/// The least loaded worker of the tier's team with room for the children; with overload = "stretch"
/// the least loaded even without room; `nobody` if the family has to wait.
WorkerId worker_for(const World& world, ServiceTier tier, ChildSet children);

/// The worker begins to hold the family's case, a whole place for each child; `nobody` holds none.
void take_on(World& world, FamilySlot slot, ServiceTier tier, WorkerId worker);

/// The family's worker, if it has one, holds it no longer.
void let_go(World& world, FamilySlot slot, ServiceTier tier);

/// A worker's caseload changes by so many places.
void change_places(World& world, ServiceTier tier, WorkerId worker, Places by);

/// A social worker begins, or ceases, to hold a child whose need is outside the model.
void take_on_outside(World& world, WorkerId worker);
void let_go_outside(World& world, WorkerId worker);

}  // namespace stepdown
