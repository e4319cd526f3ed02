#pragma once

#include "model/outcomes/outcome_observer.h"

namespace stepdown {

/// Enquiries, conferences and plans, and their official ratios.
OutcomeKind protection_outcomes();

}  // namespace stepdown
