#pragma once

#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// Child protection plans, which begin at an initial conference and end only at a review
/// conference.

void start_plan(World& world, FamilySlot slot, double judged);

/// The plan ends and the child stays in need, or it goes on, or, without progress, proceedings are
/// considered.
void hold_review_conference(World& world, FamilySlot slot);

}  // namespace stepdown
