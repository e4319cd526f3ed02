#pragma once

#include "model/outcomes/outcome_observer.h"

namespace stepdown {

/// Caseloads of workers, and children in need without one.
OutcomeKind caseload_outcomes();

}  // namespace stepdown
