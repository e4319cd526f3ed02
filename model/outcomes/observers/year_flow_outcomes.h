#pragma once

#include "model/outcomes/outcome_observer.h"

namespace stepdown {

/// Where children are on 31 March and where they were a year before, tier by tier: slices through
/// time, of which a picture of flows is made that needs no circles.
OutcomeKind year_flow_outcomes();

}  // namespace stepdown
