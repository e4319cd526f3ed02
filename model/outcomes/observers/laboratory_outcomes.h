#pragma once

#include "model/outcomes/outcome_observer.h"

namespace stepdown {

/// The textbook measures of the laboratory systems.
OutcomeKind laboratory_outcomes();

}  // namespace stepdown
