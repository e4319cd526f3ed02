#pragma once

#include "model/outcomes/outcome_observer.h"

namespace stepdown {

/// From which tier to which help goes over.
OutcomeKind tier_flow_outcomes();

}  // namespace stepdown
