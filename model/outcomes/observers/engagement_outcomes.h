#pragma once

#include "model/outcomes/outcome_observer.h"

namespace stepdown {

/// What families make of early help: refused, given up, left, or ended as planned.
OutcomeKind engagement_outcomes();

}  // namespace stepdown
