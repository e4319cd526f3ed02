#pragma once

#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// Section 47 enquiries and initial child protection conferences.

/// Starts an enquiry beside the assessment or the child in need plan; a running one goes on.
void start_enquiry(World& world, FamilySlot slot);

/// The enquiry ends: care at once, a conference, or back to what ran beside it.
void end_enquiry(World& world, FamilySlot slot);

/// The initial conference makes a plan or not.
void hold_conference(World& world, FamilySlot slot);

}  // namespace stepdown
