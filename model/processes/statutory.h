#pragma once

#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// Social workers take and keep cases: assessments, plans and care never wait, a child in need may
/// become unallocated.

/// A social worker takes the family for an assessment, over the cap if need be.
void hold_for_assessment(World& world, FamilySlot slot, ChildSet children);

/// The family, held for assessment or on another statutory tier, goes on to this one with the same
/// worker; a child in need without one, or whose worker was over the cap at the assessment, gets
/// another worker or becomes unallocated.
void move_to_statutory(World& world, FamilySlot slot, ServiceTier tier, double judged);

}  // namespace stepdown
