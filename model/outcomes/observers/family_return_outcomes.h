#pragma once

#include "model/outcomes/outcome_observer.h"

namespace stepdown {

/// Coming back counted by family and by child, and families helped again and again.
OutcomeKind family_return_outcomes();

}  // namespace stepdown
