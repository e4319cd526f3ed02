#pragma once

#include "model/outcomes/outcome_observer.h"

namespace stepdown {

/// Official referrals and re-referrals, per child, outside cases included.
OutcomeKind referral_outcomes();

}  // namespace stepdown
