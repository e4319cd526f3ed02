#pragma once

#include "model/ids.h"
#include "model/processes/judgement.h"
#include "model/processes/world.h"

namespace stepdown {

/// Child protection plans, which begin at an initial conference and end only at a review
/// conference; and proceedings, which follow a plan without progress.

/// A plan for one of the case's children, and for each other with the chance that siblings are
/// planned for together; the others are children in need.
void start_plan(World& world, FamilySlot slot, const Judgement& judged);

/// The plan ends and the child stays in need, or it goes on, or, without progress, proceedings are
/// considered.
void hold_review_conference(World& world, FamilySlot slot);

/// Proceedings end: care, or the plan goes on. A family group conference may have come before.
void end_proceedings(World& world, FamilySlot slot);

}  // namespace stepdown
