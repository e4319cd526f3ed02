#pragma once

#include "model/outcomes/outcome_observer.h"

namespace stepdown {

/// What a childhood brings: by the 18th birthday, and in the six years after a referral.
OutcomeKind childhood_outcomes();

}  // namespace stepdown
