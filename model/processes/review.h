#pragma once

#include "model/ids.h"
#include "model/processes/world.h"

namespace stepdown {

/// Reviews of early help and of child in need plans, on the judged level (EV62, EV78, EV80).

/// Goes on, begins closing by the service's policy (not during an enquiry), or steps up. An
/// unallocated case is looked at too: it may lead to an enquiry, or end because need has eased.
void hold_review(World& world, FamilySlot slot);

}  // namespace stepdown
