#pragma once

#include "model/outcomes/outcome_observer.h"

namespace stepdown {

/// Posts, changes of worker, and how long families wait from a referral to help.
OutcomeKind workforce_outcomes();

}  // namespace stepdown
