#pragma once

#include "model/outcomes/outcome_observer.h"

namespace stepdown {

/// What help costs the authority, by tier.
OutcomeKind cost_outcomes();

}  // namespace stepdown
