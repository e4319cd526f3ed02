#pragma once

#include "model/outcomes/outcome_observer.h"

namespace stepdown {

/// How late help comes: after the first time at level 3 or 4, and at which level.
OutcomeKind lateness_outcomes();

}  // namespace stepdown
