#pragma once

#include "model/outcomes/outcome_observer.h"

namespace stepdown {

/// Who notices families, whom nobody knows, and who was assessed and needed nothing.
OutcomeKind noticing_outcomes();

}  // namespace stepdown
