#pragma once

#include "model/outcomes/outcome_observer.h"

namespace stepdown {

/// Children on each tier: stocks, starts and ends, and the official count of children in need.
OutcomeKind tier_outcomes();

}  // namespace stepdown
